package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * Near-best splines of several variables, one coordinate after the other: products of nodes and products of splines make
 * the projection of least squares the product of those along the axes, and likewise interpolation. Least squares are
 * over all samples, or over \(k+4\) Gauss nodes per interval and coordinate of a formula. Cost \(O(N(k+1))\) an axis.
 *
 * @see "de Boor, A Practical Guide to Splines, 2001, chapter XVII: tensor products"
 */
public final class TensorSplineFit {
    private static final int EXTRA_NODES = 3;

    private final Target target;
    private final List<SplineSpace> axes;

    private TensorSplineFit(Target target, List<SplineSpace> axes) {
        this.target = target;
        this.axes = axes;
    }

    /**
     * The coefficients, row-major.
     *
     * @param target the function, of two or more variables
     * @param axes the splines along every coordinate
     * @param norm the norm
     */
    public static double[] coefficients(Target target, List<SplineSpace> axes, LpNorm norm) {
        TensorSplineFit fit = new TensorSplineFit(target, axes);
        int degree = axes.stream().mapToInt(SplineSpace::degree).max().orElse(0);
        if (norm.isSup() && degree == 0) {
            return fit.midranges();
        }
        return norm.isSup() && degree == 1 && target instanceof Formula ? fit.interpolation() : fit.leastSquares();
    }

    private double[] leastSquares() {
        Nodes[] nodes = new Nodes[axes.size()];
        Arrays.setAll(nodes, axis -> nodes(axis, axes.get(axis).degree() + 1 + EXTRA_NODES));
        double[] values = values(nodes);
        for (Nodes along : nodes) {
            values = along.projected(values);
        }
        return values;
    }

    /** The midrange of the values at the nodes of every cell. */
    private double[] midranges() {
        Nodes[] nodes = new Nodes[axes.size()];
        Arrays.setAll(nodes, axis -> nodes(axis, 1 + EXTRA_NODES));
        double[] low = values(nodes);
        double[] high = low.clone();
        for (Nodes along : nodes) {
            low = along.smallest(low, 1);
            high = along.smallest(high, -1);
        }
        for (int i = 0; i < low.length; i++) {
            low[i] = 0.5 * low[i] + 0.5 * high[i];
        }
        return low;
    }

    /** At the knots; a single cell of degree 0 takes the middle. */
    private double[] interpolation() {
        Nodes[] nodes = new Nodes[axes.size()];
        for (int axis = 0; axis < nodes.length; axis++) {
            SplineSpace space = axes.get(axis);
            double[] x = new double[space.dimension()];
            Arrays.setAll(x, j -> space.degree() == 0 ? 0.5 * (space.start(j) + space.start(j + 1)) : space.start(j));
            nodes[axis] = new Nodes(space, x, x);
        }
        return values(nodes);
    }

    private Nodes nodes(int axis, int perInterval) {
        SplineSpace space = axes.get(axis);
        if (target instanceof Samples samples) {
            double[] x = new double[samples.grid().length(axis)];
            Arrays.setAll(x, i -> (i + 0.5) / x.length);
            double[] ones = new double[x.length];
            Arrays.fill(ones, 1);
            return new Nodes(space, x, ones);
        }
        GaussRule rule = GaussRule.of(perInterval);
        double[] x = new double[space.intervals() * perInterval];
        double[] roots = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int interval = i / perInterval;
            double a = space.start(interval);
            double b = space.start(interval + 1);
            x[i] = 0.5 * (a + b) + 0.5 * (b - a) * rule.node(i % perInterval);
            roots[i] = Math.sqrt(rule.weight(i % perInterval));
        }
        return new Nodes(space, x, roots);
    }

    private double[] values(Nodes[] nodes) {
        if (target instanceof Samples samples) {
            return samples.values();
        }
        int count = 1;
        for (Nodes along : nodes) {
            count = Math.multiplyExact(count, along.x.length);
        }
        double[] values = new double[count];
        double[] x = new double[nodes.length];
        for (int i = 0; i < count; i++) {
            int rest = i;
            for (int axis = nodes.length - 1; axis >= 0; axis--) {
                x[axis] = nodes[axis].x[rest % nodes[axis].x.length];
                rest /= nodes[axis].x.length;
            }
            values[i] = ((Formula) target).at(x);
        }
        return values;
    }

    /** The nodes along one axis, and the square roots of their weights. */
    private record Nodes(SplineSpace space, double[] x, double[] roots) {
        /** Least squares along the first axis, which then becomes the last: after a turn all are where they were. */
        double[] projected(double[] values) {
            int columns = values.length / x.length;
            BandedLeastSquares system = new BandedLeastSquares(space.dimension(), space.degree() + 1, columns);
            double[] row = new double[space.degree() + 1];
            double[] right = new double[columns];
            for (int i = 0; i < x.length; i++) {
                int interval = space.locate(x[i]);
                space.basis(interval, x[i], row);
                for (int j = 0; j < row.length; j++) {
                    row[j] *= roots[i];
                }
                for (int c = 0; c < columns; c++) {
                    right[c] = roots[i] * values[i * columns + c];
                }
                system.add(interval, row, right);
            }
            return transposed(system.solve(), space.dimension(), columns);
        }

        /** The smallest value of every cell along the first axis, which becomes the last; for sign -1 the largest. */
        double[] smallest(double[] values, int sign) {
            int columns = values.length / x.length;
            double[] result = new double[space.dimension() * columns];
            Arrays.fill(result, sign * Double.POSITIVE_INFINITY);
            for (int i = 0; i < x.length; i++) {
                int row = space.locate(x[i]) * columns;
                for (int c = 0; c < columns; c++) {
                    double value = values[i * columns + c];
                    result[row + c] = sign > 0 ? Math.min(result[row + c], value) : Math.max(result[row + c], value);
                }
            }
            return transposed(result, space.dimension(), columns);
        }

        private static double[] transposed(double[] a, int rows, int columns) {
            double[] result = new double[a.length];
            for (int i = 0; i < rows; i++) {
                for (int c = 0; c < columns; c++) {
                    result[c * rows + i] = a[i * columns + c];
                }
            }
            return result;
        }
    }
}
