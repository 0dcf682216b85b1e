package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Samples;

/** Local fits to samples in any dimension: a cell is a bundle of rows along the last axis. */
final class SampleFit implements LocalFit {
    private final double[] values;
    private final int[] shape;
    private final int last;
    private final int degree;
    private final boolean sup;
    private final double[][] p;
    private final double[] rowSums;
    private final double[] c;

    SampleFit(Samples samples, int degree, boolean sup) {
        this.values = samples.values();
        this.shape = samples.grid().shape();
        this.last = shape.length - 1;
        this.degree = degree;
        this.sup = sup;
        this.p = new double[shape.length][degree + 1];
        this.rowSums = new double[degree + 1];
        int[] sizes = new int[shape.length];
        Arrays.fill(sizes, degree + 1);
        this.c = new double[TotalDegree.of(degree, sizes).count()];
    }

    @Override
    public void fit(long[] from, long[] to, double[] coefficients, int offset) {
        Window w = new Window(from, to);
        if (sup && last == 0) {
            double[] u = new double[w.count[0]];
            for (int i = 0; i < u.length; i++) {
                u[i] = w.coordinate(0, i);
            }
            double[] y = Arrays.copyOfRange(values, (int) from[0], (int) to[0]);
            Minimax.fit(w.along[0], u, y, coefficients, offset);
            return;
        }
        if (sup) {
            w.error();
        } else {
            w.project();
        }
        System.arraycopy(c, 0, coefficients, offset, w.basis.count());
    }

    @Override
    public double error(long[] from, long[] to, double[] coefficients) {
        Window w = new Window(from, to);
        double error = w.error();
        System.arraycopy(c, 0, coefficients, 0, w.basis.count());
        return error;
    }

    /** One cell. */
    private final class Window {
        final long[] from;
        final int[] count;
        final CellPolynomials[] along;
        final TotalDegree basis;
        final int rows;
        final double[] weights;
        double sumOfSquares;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;

        Window(long[] from, long[] to) {
            this.from = from;
            this.count = new int[shape.length];
            this.along = new CellPolynomials[shape.length];
            int[] sizes = new int[shape.length];
            int product = 1;
            for (int axis = 0; axis <= last; axis++) {
                count[axis] = (int) (to[axis] - from[axis]);
                along[axis] = CellPolynomials.of(degree, count[axis]);
                sizes[axis] = along[axis].size();
                product *= axis == last ? 1 : count[axis];
            }
            this.rows = product;
            this.basis = TotalDegree.of(degree, sizes);
            this.weights = new double[basis.count()];
        }

        double coordinate(int axis, int i) {
            return (2.0 * i + 1 - count[axis]) / count[axis];
        }

        /** Goes to a row: where it starts, with the values of the products without the last factor in the weights. */
        private int row(int index) {
            int rest = index;
            int start = 0;
            int stride = shape[last];
            for (int axis = last - 1; axis >= 0; axis--) {
                int i = rest % count[axis];
                rest /= count[axis];
                along[axis].evaluate(coordinate(axis, i), p[axis]);
                start += ((int) from[axis] + i) * stride;
                stride *= shape[axis];
            }
            for (int n = 0; n < weights.length; n++) {
                double product = 1;
                for (int axis = 0; axis < last; axis++) {
                    product *= p[axis][basis.degree(n, axis)];
                }
                weights[n] = product;
            }
            return start + (int) from[last];
        }

        /** Row by row, as the basis consists of products. */
        private void project() {
            Arrays.fill(c, 0);
            double mass = 1.0 / ((double) rows * count[last]);
            double[] q = p[last];
            CellPolynomials inRow = along[last];
            for (int r = 0; r < rows; r++) {
                int start = row(r);
                Arrays.fill(rowSums, 0);
                for (int k = 0; k < count[last]; k++) {
                    inRow.evaluate(coordinate(last, k), q);
                    for (int j = 0; j < inRow.size(); j++) {
                        rowSums[j] += values[start + k] * q[j];
                    }
                }
                for (int n = 0; n < weights.length; n++) {
                    c[n] += mass * weights[n] * rowSums[basis.degree(n, last)];
                }
            }
        }

        /** Projects, moves to the midrange in the supremum norm, and returns the error. */
        double error() {
            project();
            residual();
            c[0] += sup ? 0.5 * highest + 0.5 * lowest : 0;
            return sup ? 0.5 * highest - 0.5 * lowest : sumOfSquares / values.length;
        }

        private void residual() {
            double[] ofRow = new double[along[last].size()];
            for (int r = 0; r < rows; r++) {
                int start = row(r);
                Arrays.fill(ofRow, 0);
                for (int n = 0; n < weights.length; n++) {
                    ofRow[basis.degree(n, last)] += c[n] * weights[n];
                }
                for (int k = 0; k < count[last]; k++) {
                    double rest = values[start + k] - along[last].sum(ofRow, 0, coordinate(last, k));
                    sumOfSquares += rest * rest;
                    lowest = Math.min(lowest, rest);
                    highest = Math.max(highest, rest);
                }
            }
        }
    }
}
