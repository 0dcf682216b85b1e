package org.epsilonet.families.relu.greedy;

import java.util.Arrays;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * What a network is fitted to: values on a tensor grid, one per cell of a formula, one per sample of data or, where these
 * are many, per block of samples: their mean, which weighs as much as they do.
 *
 * @param axes the coordinates
 * @param values row-major
 * @param weights square roots of the shares of the measure
 */
record FitGrid(double[][] axes, double[] values, double[] weights) {
    private static final int[] SIDES = {1, 1, 64, 16};
    private static final int[] LARGE_SIDES = {1, 1, 112, 24};

    /** The grid for a lattice; finer for fine lattices. */
    static FitGrid of(Target target, RidgeLattice lattice) {
        int d = target.dimension();
        boolean large = lattice.budget() > 64;
        int side = large ? LARGE_SIDES[d] : SIDES[d];
        if (target instanceof Samples samples) {
            return of(samples, side);
        }
        int[] shape = new int[d];
        Arrays.fill(shape, side);
        return of(((Formula) target).sampledOn(shape), side);
    }

    private static FitGrid of(Samples samples, int side) {
        Grid grid = samples.grid();
        int d = grid.dimension();
        double[][] axes = new double[d][];
        int[] shape = new int[d];
        for (int axis = 0; axis < d; axis++) {
            int n = grid.length(axis);
            shape[axis] = Math.min(n, side);
            axes[axis] = new double[shape[axis]];
            for (int i = 0; i < shape[axis]; i++) {
                // The mean of the cell centres of a block of cells.
                axes[axis][i] = 0.5 * (first(i, n, shape[axis]) + first(i + 1, n, shape[axis])) / n;
            }
        }
        double[] sums = new double[Grid.of(shape).points()];
        double[] counts = new double[sums.length];
        int[][] blocks = new int[d][];
        for (int axis = 0; axis < d; axis++) {
            blocks[axis] = blocks(grid.length(axis), shape[axis]);
        }
        GridPoints.forEach(grid, (i, x) -> {
            int block = 0;
            for (int axis = 0; axis < d; axis++) {
                block = block * shape[axis] + blocks[axis][(int) (x[axis] * grid.length(axis))];
            }
            sums[block] += samples.value(i);
            counts[block]++;
        });
        for (int b = 0; b < sums.length; b++) {
            sums[b] /= counts[b];
            counts[b] = Math.sqrt(counts[b] / samples.size());
        }
        return new FitGrid(axes, sums, counts);
    }

    private static int first(int block, int samples, int blocks) {
        return (int) ((long) block * samples / blocks);
    }

    private static int[] blocks(int samples, int blocks) {
        int[] result = new int[samples];
        for (int b = 0; b < blocks; b++) {
            Arrays.fill(result, first(b, samples, blocks), first(b + 1, samples, blocks), b);
        }
        return result;
    }

    int size() {
        return values.length;
    }

    int dimension() {
        return axes.length;
    }
}
