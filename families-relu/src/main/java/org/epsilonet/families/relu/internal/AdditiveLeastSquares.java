package org.epsilonet.families.relu.internal;

import org.epsilonet.api.function.Grid;

/**
 * Least squares by sums over the axes of sawtooth series, on the cell centres of a grid.
 *
 * <p>In the mean square over a product grid the centred functions of different coordinates are orthogonal. So the
 * projection of \(f\) is \(\bar f + \sum_i (P_i f_i - \bar f)\), with the mean \(\bar f\), the marginals \(f_i\) (means
 * over all coordinates but one), and the projections \(P_i\) of one variable. Costs one pass over the values for each
 * axis.
 */
final class AdditiveLeastSquares {
    private final Grid grid;
    private final SawtoothLeastSquares[] axes;

    /**
     * @param grid the grid
     * @param compositions the largest \(m\)
     */
    AdditiveLeastSquares(Grid grid, int compositions) {
        this.grid = grid;
        this.axes = new SawtoothLeastSquares[grid.dimension()];
        for (int axis = 0; axis < axes.length; axis++) {
            axes[axis] = new SawtoothLeastSquares(grid.length(axis), compositions);
        }
    }

    /** The inner products with the terms of each axis; the first of every axis is the mean. */
    double[][] moments(double[] values) {
        double[][] moments = new double[axes.length][];
        for (int axis = 0; axis < axes.length; axis++) {
            moments[axis] = axes[axis].moments(marginal(values, axis));
        }
        return moments;
    }

    /**
     * The coefficients of the best sum for any \(m\), in the order of {@link SawtoothStructure}; those of compositions
     * beyond the largest are zero.
     */
    double[] solve(double[][] moments, int m) {
        SawtoothStructure order = new SawtoothStructure(axes.length, m, true);
        double[] coefficients = new double[order.size()];
        for (int axis = 0; axis < axes.length; axis++) {
            double[] c = axes[axis].solve(moments[axis], Math.min(m + 2, moments[axis].length));
            coefficients[0] += axis == 0 ? c[0] : c[0] - moments[axis][0];
            System.arraycopy(c, 1, coefficients, order.linear(axis), c.length - 1);
        }
        return coefficients;
    }

    private double[] marginal(double[] values, int axis) {
        if (axes.length == 1) {
            return values;
        }
        int length = grid.length(axis);
        int inner = 1;
        for (int later = axis + 1; later < axes.length; later++) {
            inner *= grid.length(later);
        }
        double[] sums = new double[length];
        for (int first = 0, i = 0; first < values.length; first += inner, i = i + 1 == length ? 0 : i + 1) {
            double sum = 0;
            for (int p = first; p < first + inner; p++) {
                sum += values[p];
            }
            sums[i] += sum;
        }
        int others = values.length / length;
        for (int i = 0; i < length; i++) {
            sums[i] /= others;
        }
        return sums;
    }
}
