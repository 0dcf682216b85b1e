package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;

/**
 * A spline \(\sum_jc_j\prod_aB_{j_a}(x_a)\) of several variables. The first coordinate is fixed first, which leaves a
 * spline of one variable less: on a grid \(O(k)\) a point.
 */
final class TensorSpline implements Approximant {
    private final SplineStructure structure;
    private final double[] coefficients;
    private final int dimension;
    private final int[] sizes;

    TensorSpline(SplineStructure structure, double[] coefficients) {
        this.structure = structure;
        this.coefficients = coefficients;
        this.dimension = structure.dimension();
        this.sizes = new int[dimension];
        Arrays.setAll(sizes, axis -> structure.axis(axis).dimension());
    }

    @Override
    public Structure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return coefficients.clone();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double at(double... x) {
        return at(x, 0, 0);
    }

    /** The sum over the coefficients from {@code index} on, where the coordinates before {@code axis} are summed up. */
    private double at(double[] x, int axis, int index) {
        KnotSequence knots = structure.axis(axis);
        int interval = knots.locate(x[axis]);
        double[] values = new double[knots.degree() + 1];
        knots.basis(interval, x[axis], values);
        int first = index * sizes[axis] + knots.first(interval);
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            sum += values[j] * (axis == dimension - 1 ? coefficients[first + j] : at(x, axis + 1, first + j));
        }
        return sum;
    }

    /** The last coordinate first, so that every sum is taken in the same order as at one point. */
    @Override
    public double[] on(Grid grid) {
        double[] values = coefficients;
        int before = structure.size() / sizes[dimension - 1];
        int after = 1;
        for (int axis = dimension - 1; axis >= 0; axis--) {
            int points = grid.length(axis);
            values = along(structure.axis(axis), points, values, before, after);
            after *= points;
            before = axis == 0 ? 1 : before / sizes[axis - 1];
        }
        return values;
    }

    /** Replaces the coefficients along one axis by the values at n cell centres. */
    private static double[] along(KnotSequence knots, int n, double[] c, int before, int after) {
        int size = knots.dimension();
        double[] result = new double[Math.multiplyExact(Math.multiplyExact(before, n), after)];
        double[] basis = new double[knots.degree() + 1];
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) / n;
            int interval = knots.locate(x);
            knots.basis(interval, x, basis);
            int first = knots.first(interval);
            for (int b = 0; b < before; b++) {
                int to = (b * n + i) * after;
                for (int j = 0; j < basis.length; j++) {
                    int from = (b * size + first + j) * after;
                    double value = basis[j];
                    for (int a = 0; a < after; a++) {
                        result[to + a] += value * c[from + a];
                    }
                }
            }
        }
        return result;
    }

    /** Uniform knots are far enough from each other. */
    @Override
    public boolean mayJump() {
        return structure.axis(0).degree() == 0;
    }

    @Override
    public String toString() {
        return "Spline[degree=" + structure.axis(0).degree() + ", dimension=" + dimension + ", parameters="
                + coefficients.length + "]";
    }
}
