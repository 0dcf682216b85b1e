package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Samples;

/** Local fits to samples in one or two dimensions; one dimension is a single row. */
final class SampleFit implements LocalFit {
    private final double[] values;
    private final int columns;
    private final boolean planar;
    private final int degree;
    private final boolean sup;
    private final double[] p;
    private final double[] q;
    private final double[] rowSums;
    private final double[] c;

    SampleFit(Samples samples, int degree, boolean sup) {
        this.values = samples.values();
        this.planar = samples.dimension() == 2;
        this.columns = samples.grid().length(planar ? 1 : 0);
        this.degree = degree;
        this.sup = sup;
        this.p = new double[degree + 1];
        this.q = new double[degree + 1];
        this.rowSums = new double[degree + 1];
        this.c = new double[TotalDegree.count(degree, degree + 1, degree + 1)];
    }

    @Override
    public void fit(long[] from, long[] to, double[] coefficients, int offset) {
        Window w = new Window(from, to);
        if (sup && !planar) {
            double[] u = new double[w.columnCount];
            for (int i = 0; i < u.length; i++) {
                u[i] = w.columnCoordinate(i);
            }
            double[] y = Arrays.copyOfRange(values, w.column, w.column + w.columnCount);
            Minimax.fit(w.inColumn, u, y, coefficients, offset);
            return;
        }
        w.project();
        if (sup) {
            w.residual();
            c[0] += 0.5 * w.highest + 0.5 * w.lowest;
        }
        System.arraycopy(c, 0, coefficients, offset, w.size);
    }

    @Override
    public double error(long[] from, long[] to) {
        Window w = new Window(from, to);
        w.project();
        w.residual();
        return sup ? 0.5 * w.highest - 0.5 * w.lowest : w.sumOfSquares / values.length;
    }

    /** One cell: a window into the rows and columns. */
    private final class Window {
        final int row;
        final int rowCount;
        final int column;
        final int columnCount;
        final CellPolynomials inRow;
        final CellPolynomials inColumn;
        final int size;
        double sumOfSquares;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;

        Window(long[] from, long[] to) {
            int axis = planar ? 1 : 0;
            row = planar ? (int) from[0] : 0;
            rowCount = planar ? (int) (to[0] - from[0]) : 1;
            column = (int) from[axis];
            columnCount = (int) (to[axis] - from[axis]);
            inRow = CellPolynomials.of(planar ? degree : 0, rowCount);
            inColumn = CellPolynomials.of(degree, columnCount);
            size = TotalDegree.count(degree, inRow.size(), inColumn.size());
        }

        double rowCoordinate(int i) {
            return (2.0 * i + 1 - rowCount) / rowCount;
        }

        double columnCoordinate(int i) {
            return (2.0 * i + 1 - columnCount) / columnCount;
        }

        /** Row by row, as the basis consists of products. */
        void project() {
            Arrays.fill(c, 0);
            double mass = 1.0 / ((double) rowCount * columnCount);
            for (int i = 0; i < rowCount; i++) {
                int start = (row + i) * columns + column;
                Arrays.fill(rowSums, 0);
                for (int k = 0; k < columnCount; k++) {
                    inColumn.evaluate(columnCoordinate(k), q);
                    for (int j = 0; j < inColumn.size(); j++) {
                        rowSums[j] += values[start + k] * q[j];
                    }
                }
                inRow.evaluate(rowCoordinate(i), p);
                addProducts(mass);
            }
        }

        private void addProducts(double mass) {
            int n = 0;
            for (int total = 0; total <= degree; total++) {
                int last = Math.min(total, inColumn.size() - 1);
                for (int j = Math.max(0, total - inRow.size() + 1); j <= last; j++) {
                    c[n++] += mass * p[total - j] * rowSums[j];
                }
            }
        }

        void residual() {
            double[] ofRow = new double[inColumn.size()];
            for (int i = 0; i < rowCount; i++) {
                int start = (row + i) * columns + column;
                inRow.evaluate(rowCoordinate(i), p);
                TotalDegree.fixFirst(degree, p, inRow.size(), inColumn.size(), c, 0, ofRow);
                for (int k = 0; k < columnCount; k++) {
                    double r = values[start + k] - inColumn.sum(ofRow, 0, columnCoordinate(k));
                    sumOfSquares += r * r;
                    lowest = Math.min(lowest, r);
                    highest = Math.max(highest, r);
                }
            }
        }
    }
}
