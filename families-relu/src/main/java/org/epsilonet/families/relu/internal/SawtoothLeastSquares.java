package org.epsilonet.families.relu.internal;

/**
 * Least squares by \(1, x-\tfrac12, g_1-\tfrac12, \dots, g_m-\tfrac12\) on the cell centres of a grid, for every \(m\) up
 * to a largest: the Cholesky factor of the Gram matrix of the first terms is a leading block of that of all. The matrix
 * is nearly diagonal (exactly so on dyadic grids); a term that the grid cannot tell from those before it gets the
 * coefficient 0.
 */
final class SawtoothLeastSquares {
    private static final int BLOCK = 1024;
    private static final double DEPENDENT = 1e-9;

    private final int points;
    private final int terms;
    private final double[][] factor;

    /**
     * @param points number \(N\) of cell centres
     * @param compositions the largest \(m\)
     */
    SawtoothLeastSquares(int points, int compositions) {
        this.points = points;
        this.terms = compositions + 2;
        this.factor = cholesky(gram());
    }

    /** The inner products of values on the grid with all terms, in the normalized discrete measure. */
    double[] moments(double[] values) {
        double[] moments = new double[terms];
        double[][] block = new double[terms][BLOCK];
        for (int first = 0; first < points; first += BLOCK) {
            int count = Math.min(BLOCK, points - first);
            fill(block, first, count);
            for (int i = 0; i < terms; i++) {
                double sum = 0;
                for (int p = 0; p < count; p++) {
                    sum += block[i][p] * values[first + p];
                }
                moments[i] += sum / points;
            }
        }
        return moments;
    }

    /** The coefficients of the best sum of the first {@code count} terms. */
    double[] solve(double[] moments, int count) {
        double[] c = new double[count];
        for (int i = 0; i < count; i++) {
            double sum = moments[i];
            for (int j = 0; j < i; j++) {
                sum -= factor[i][j] * c[j];
            }
            c[i] = factor[i][i] == 0 ? 0 : sum / factor[i][i];
        }
        for (int i = count - 1; i >= 0; i--) {
            double sum = c[i];
            for (int j = i + 1; j < count; j++) {
                sum -= factor[j][i] * c[j];
            }
            c[i] = factor[i][i] == 0 ? 0 : sum / factor[i][i];
        }
        return c;
    }

    private void fill(double[][] block, int first, int count) {
        for (int p = 0; p < count; p++) {
            double t = (first + p + 0.5) / points;
            block[0][p] = 1;
            block[1][p] = t - 0.5;
            for (int s = 2; s < terms; s++) {
                t = 2 * Math.min(t, 1 - t);
                block[s][p] = t - 0.5;
            }
        }
    }

    private double[][] gram() {
        double[][] gram = new double[terms][terms];
        double[][] block = new double[terms][BLOCK];
        for (int first = 0; first < points; first += BLOCK) {
            int count = Math.min(BLOCK, points - first);
            fill(block, first, count);
            for (int i = 0; i < terms; i++) {
                for (int j = 0; j <= i; j++) {
                    gram[i][j] += dot(block[i], block[j], count) / points;
                }
            }
        }
        return gram;
    }

    /** Four partial sums, so that additions need not wait for each other. */
    private static double dot(double[] a, double[] b, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int p = 0;
        for (; p + 3 < count; p += 4) {
            s0 += a[p] * b[p];
            s1 += a[p + 1] * b[p + 1];
            s2 += a[p + 2] * b[p + 2];
            s3 += a[p + 3] * b[p + 3];
        }
        for (; p < count; p++) {
            s0 += a[p] * b[p];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** The lower triangular factor; a column of zeros for a dependent term. */
    private static double[][] cholesky(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int j = 0; j < n; j++) {
            double pivot = a[j][j];
            for (int k = 0; k < j; k++) {
                pivot -= l[j][k] * l[j][k];
            }
            if (pivot <= DEPENDENT) {
                continue;
            }
            l[j][j] = Math.sqrt(pivot);
            for (int i = j + 1; i < n; i++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = sum / l[j][j];
            }
        }
        return l;
    }
}
