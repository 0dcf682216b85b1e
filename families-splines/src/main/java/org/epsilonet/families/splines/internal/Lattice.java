package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;

/**
 * Where cells may end: at the multiples of \(1/R\) in each coordinate. On data \(R\) is the number of samples, so that
 * the multiples are the gaps between samples; on the cube it is a power of two (adaptive cells) or the number of cells.
 * Immutable.
 */
public final class Lattice {
    /** The finest dyadic lattice whose points are all doubles. */
    public static final int FINEST_LEVEL = 52;

    private final long[] resolution;
    private final boolean discrete;

    private Lattice(long[] resolution, boolean discrete) {
        this.resolution = resolution;
        this.discrete = discrete;
    }

    /** The gaps between the samples of a grid. */
    public static Lattice of(Grid grid) {
        return new Lattice(Arrays.stream(grid.shape()).asLongStream().toArray(), true);
    }

    /** The multiples of \(2^{-level}\) in the cube. */
    public static Lattice dyadic(int dimension, int level) {
        long[] resolution = new long[dimension];
        Arrays.fill(resolution, 1L << level);
        return new Lattice(resolution, false);
    }

    /** The multiples of {@code 1/cells} along every axis. */
    public static Lattice uniform(long... cells) {
        return new Lattice(cells.clone(), false);
    }

    /** The gaps between samples on a grid, the dyadic lattice on the cube. */
    public static Lattice of(Domain domain, int level) {
        return domain instanceof Grid grid ? of(grid) : dyadic(domain.dimension(), level);
    }

    /** Whether the measure is that of samples. */
    public boolean discrete() {
        return discrete;
    }

    /** The dimension. */
    public int dimension() {
        return resolution.length;
    }

    /** The resolution \(R\) along an axis. */
    public long resolution(int axis) {
        return resolution[axis];
    }

    /** The point {@code index / R}. */
    public double position(int axis, long index) {
        return (double) index / resolution[axis];
    }

    /** The number of samples in {@code extent} steps, 0 on the continuum. */
    public long points(long extent) {
        return discrete ? extent : 0;
    }
}
