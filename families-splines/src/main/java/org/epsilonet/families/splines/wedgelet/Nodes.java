package org.epsilonet.families.splines.wedgelet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Quadrature nodes in a cell with the values there, and least squares on them. Weights sum to about 1. */
final class Nodes {
    /** A polynomial that the nodes hardly tell from those before is left out. */
    private static final double INDEPENDENT = 1e-6;

    private static final double STEPS = 1L << WedgePartition.LEVEL;

    private double[] rows = new double[64];
    private double[] columns = new double[64];
    private double[] values = new double[64];
    private double[] weights = new double[64];
    private int count;

    void add(FormulaCell cell, double u, double v, double weight) {
        add(u, v, cell.at(u, v), weight);
    }

    void add(double u, double v, double value, double weight) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            columns = Arrays.copyOf(columns, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        rows[count] = u * STEPS;
        columns[count] = v * STEPS;
        values[count] = value;
        weights[count++] = weight;
    }

    /** The first value on a piece, about which it is fitted: so constants are exact. */
    private double first(@Nullable Cut cut, int piece) {
        for (int i = 0; i < count; i++) {
            if (cut == null || cut.piece(rows[i], columns[i]) == piece) {
                return values[i];
            }
        }
        return 0;
    }

    /** Whether a piece has a node. */
    boolean see(Cut cut, int piece) {
        for (int i = 0; i < count; i++) {
            if (cut.piece(rows[i], columns[i]) == piece) {
                return true;
            }
        }
        return false;
    }

    /**
     * Fits one piece.
     *
     * @param region the piece
     * @param cut null for the whole cell
     * @param piece 0 or 1
     * @param degree the degree
     * @param sup whether to move by the midrange of the residual
     * @param c receives three coefficients
     * @param offset where
     * @return the integral of the squared residual, with respect to the cell's probability measure; or the largest
     */
    double fit(Region region, @Nullable Cut cut, int piece, int degree, boolean sup, double[] c, int offset) {
        int size = region.size(degree);
        double[][] system = new double[size][size + 1];
        double[] p = new double[3];
        double reference = first(cut, piece);
        for (int i = 0; i < count; i++) {
            if (cut == null || cut.piece(rows[i], columns[i]) == piece) {
                region.evaluate(degree, rows[i], columns[i], p);
                for (int j = 0; j < size; j++) {
                    for (int k = 0; k < size; k++) {
                        system[j][k] += weights[i] * p[j] * p[k];
                    }
                    system[j][size] += weights[i] * p[j] * (values[i] - reference);
                }
            }
        }
        solve(system, c, offset);
        double squares = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            if (cut == null || cut.piece(rows[i], columns[i]) == piece) {
                region.evaluate(degree, rows[i], columns[i], p);
                double residual = values[i] - reference;
                for (int j = 0; j < size; j++) {
                    residual -= c[offset + j] * p[j];
                }
                squares += weights[i] * residual * residual;
                lowest = Math.min(lowest, residual);
                highest = Math.max(highest, residual);
            }
        }
        c[offset] += size == 0 ? 0 : reference;
        if (!sup) {
            return squares;
        }
        c[offset] += highest >= lowest ? 0.5 * highest + 0.5 * lowest : 0;
        return highest >= lowest ? 0.5 * highest - 0.5 * lowest : 0;
    }

    /** Elimination from the first polynomial on; nearly orthonormal systems need no pivots. */
    private static void solve(double[][] a, double[] c, int offset) {
        int n = a.length;
        double[] diagonal = new double[n];
        for (int j = 0; j < n; j++) {
            diagonal[j] = a[j][j];
        }
        for (int j = 0; j < n; j++) {
            for (int i = j + 1; i < n && independent(a, j, diagonal); i++) {
                double factor = a[i][j] / a[j][j];
                for (int k = j; k <= n; k++) {
                    a[i][k] -= factor * a[j][k];
                }
            }
        }
        for (int j = n - 1; j >= 0; j--) {
            double rest = a[j][n];
            for (int k = j + 1; k < n; k++) {
                rest -= a[j][k] * c[offset + k];
            }
            c[offset + j] = independent(a, j, diagonal) ? rest / a[j][j] : 0;
        }
    }

    private static boolean independent(double[][] a, int j, double[] diagonal) {
        return a[j][j] > INDEPENDENT * diagonal[j] && diagonal[j] > 0;
    }
}
