package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * What a cell contributes to the error with polynomials of every degree up to \(k\): the squared \(L^2\) norm, in the
 * measure of the domain, of the residual of the projection, or half the range of that residual for the supremum norm. On
 * samples over all of the cell; on formulas at \(2k+4\) Gauss nodes per axis: at hardly more nodes than coefficients a rough
 * function would seem to be a polynomial. All degrees take one pass, as projections onto orthonormal polynomials are partial
 * sums. Cells measured first, which are the large ones of a tree, are remembered. Thread-safe.
 */
public final class DegreeErrors {
    private static final int EXTRA_NODES = 4;
    /** The cells of the twelve coarsest levels; remembering all would need more memory than the samples. */
    private static final int MOST_REMEMBERED = 1 << 13;

    private final Target target;
    private final Lattice lattice;
    private final int degree;
    private final boolean sup;
    private final int dimension;
    private final double[] samples;
    private final GaussRule rule;
    private final Map<List<Long>, double[]> known = new ConcurrentHashMap<>();

    /**
     * @param target the function
     * @param lattice where cells end
     * @param degree the largest degree \(k\)
     * @param sup whether errors are suprema
     */
    public DegreeErrors(Target target, Lattice lattice, int degree, boolean sup) {
        this.target = target;
        this.lattice = lattice;
        this.degree = degree;
        this.sup = sup;
        this.dimension = lattice.dimension();
        this.samples = target instanceof Samples data ? data.values() : new double[0];
        this.rule = GaussRule.of(2 * degree + EXTRA_NODES);
    }

    Lattice lattice() {
        return lattice;
    }

    int degree() {
        return degree;
    }

    boolean sup() {
        return sup;
    }

    /** The errors of a cell for the degrees 0 to k; not to be changed. */
    double[] on(long[] from, long[] to) {
        List<Long> ends = LongStream.concat(LongStream.of(from), LongStream.of(to))
                .boxed()
                .toList();
        double[] errors = known.get(ends);
        if (errors == null) {
            errors = new Cell(from, to).errors();
            if (known.size() < MOST_REMEMBERED) {
                known.put(ends, errors);
            }
        }
        return errors;
    }

    /** What is done with the value and the weight of a point, while the products hold the basis there. */
    @FunctionalInterface
    private interface Visitor {
        void visit(double value, double weight);
    }

    private final class Cell {
        final TotalDegree basis;
        final double measure;
        private final long[] from;
        private final long[] to;
        private final int[] counts;
        private final CellPolynomials[] along;
        private final double[] x;
        private final double[][] p;
        private final double[] products;

        Cell(long[] from, long[] to) {
            this.from = from;
            this.to = to;
            this.counts = new int[dimension];
            this.along = new CellPolynomials[dimension];
            this.x = new double[dimension];
            this.p = new double[dimension][degree + 1];
            int[] sizes = new int[dimension];
            double product = 1;
            for (int axis = 0; axis < dimension; axis++) {
                long extent = to[axis] - from[axis];
                counts[axis] = lattice.discrete() ? (int) extent : rule.size();
                along[axis] = CellPolynomials.of(degree, lattice.points(extent));
                sizes[axis] = along[axis].size();
                product *= lattice.position(axis, extent);
            }
            this.measure = product;
            this.basis = TotalDegree.of(degree, sizes);
            this.products = new double[basis.count()];
        }

        double[] errors() {
            double[] c = new double[basis.count()];
            forEach((value, weight) -> {
                for (int n = 0; n < c.length; n++) {
                    c[n] += weight * value * products[n];
                }
            });
            double[] errors = new double[degree + 1];
            double[] lowest = new double[degree + 1];
            double[] highest = new double[degree + 1];
            Arrays.fill(lowest, Double.POSITIVE_INFINITY);
            Arrays.fill(highest, Double.NEGATIVE_INFINITY);
            forEach((value, weight) -> {
                double rest = value;
                for (int n = 0; n < c.length; n++) {
                    rest -= c[n] * products[n];
                    int total = basis.total(n);
                    if (n + 1 == c.length || basis.total(n + 1) > total) {
                        errors[total] += weight * rest * rest;
                        lowest[total] = Math.min(lowest[total], rest);
                        highest[total] = Math.max(highest[total], rest);
                    }
                }
            });
            int useful = basis.total(c.length - 1);
            for (int k = 0; k <= degree; k++) {
                int last = Math.min(k, useful);
                errors[k] =
                        sup ? 0.5 * highest[last] - 0.5 * lowest[last] : last < k ? errors[last] : errors[k] * measure;
            }
            return errors;
        }

        void forEach(Visitor visitor) {
            walk(visitor, 0, 0, 1);
        }

        private void walk(Visitor visitor, int axis, int index, double weight) {
            int n = counts[axis];
            int row = lattice.discrete() ? index * (int) lattice.resolution(axis) + (int) from[axis] : 0;
            for (int i = 0; i < n; i++) {
                double u = lattice.discrete() ? (2.0 * i + 1 - n) / n : rule.node(i);
                double w = weight * (lattice.discrete() ? 1.0 / n : rule.weight(i));
                along[axis].evaluate(u, p[axis]);
                if (!lattice.discrete()) {
                    double low = lattice.position(axis, from[axis]);
                    double high = lattice.position(axis, to[axis]);
                    x[axis] = 0.5 * (low + high) + 0.5 * (high - low) * u;
                }
                if (axis + 1 < dimension) {
                    walk(visitor, axis + 1, row + i, w);
                    continue;
                }
                basis.products(p, products);
                visitor.visit(lattice.discrete() ? samples[row + i] : ((Formula) target).at(x), w);
            }
        }
    }
}
