package org.epsilonet.comparator.catalogue;

import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.Samples;

/**
 * The function that is linear in every coordinate between samples, and constant beyond the outermost: samples as an element of a
 * class on the cube.
 */
final class Interpolant {
    /** Quadrature is told of the corners of so many samples; of more it is no help. */
    private static final int MOST_CORNERS = 4096;

    private Interpolant() {}

    /** The function. */
    static Formula of(Samples samples) {
        Grid grid = samples.grid();
        double[] values = samples.values();
        int d = grid.dimension();
        if (d > 1) {
            return Formula.of(samples.name(), d, x -> at(grid, values, x, 0, 0));
        }
        int n = values.length;
        double[] corners = new double[n <= MOST_CORNERS ? n : 0];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = (i + 0.5) / n;
        }
        return Formula.of(samples.name(), x -> at(grid, values, new double[] {x}, 0, 0), corners);
    }

    /** Along the axes from {@code axis} on, in the rows numbered {@code row}. */
    private static double at(Grid grid, double[] values, double[] x, int axis, int row) {
        if (axis == grid.dimension()) {
            return values[row];
        }
        int n = grid.length(axis);
        double t = Math.max(0, Math.min(n - 1, x[axis] * n - 0.5));
        int left = Math.min((int) t, Math.max(0, n - 2));
        double below = at(grid, values, x, axis + 1, row * n + left);
        double share = t - left;
        return share == 0 ? below : below + share * (at(grid, values, x, axis + 1, row * n + left + 1) - below);
    }
}
