package org.epsilonet.families.wavelets.internal;

import org.epsilonet.api.function.Grid;

/** How wavelets of several variables are made of those of one. */
enum Scaling {
    /** The same scale along all axes. */
    ISOTROPIC {
        @Override
        GridTransform transform(WaveletSystem system, Grid grid) {
            return Pyramid.of(system, grid);
        }
    },
    /** A scale for each axis. */
    HYPERBOLIC {
        @Override
        GridTransform transform(WaveletSystem system, Grid grid) {
            return TensorTransform.of(system, grid);
        }
    };

    abstract GridTransform transform(WaveletSystem system, Grid grid);
}
