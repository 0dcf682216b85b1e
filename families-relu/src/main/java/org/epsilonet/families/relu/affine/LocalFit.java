package org.epsilonet.families.relu.affine;

/**
 * The coefficient of one B-spline in the local least squares polynomial, as a linear functional of values at nodes.
 *
 * <p>On a cell, B-splines of degree \(K\) are a basis of the polynomials, and the coefficient of \(N(\cdot-k)\) is the
 * blossom at its inner knots: for \(v^r\) the elementary symmetric polynomial \(e_r(k+1,\dots,k+K)/\binom Kr\), in a
 * variable \(v\) centred and scaled to the nodes.
 */
final class LocalFit {
    private LocalFit() {}

    /**
     * The weights of the functional.
     *
     * @param degree \(K\)
     * @param nodes where values are known; in units of cells, relative to the B-spline's first knot
     */
    static double[] weights(int degree, double[] nodes) {
        double low = nodes[0];
        double high = nodes[nodes.length - 1];
        double middle = 0.5 * (low + high);
        double half = high > low ? 0.5 * (high - low) : 1;
        int terms = Math.min(degree + 1, nodes.length);
        double[] v = new double[nodes.length];
        double[] moments = new double[2 * terms - 1];
        for (int s = 0; s < v.length; s++) {
            v[s] = (nodes[s] - middle) / half;
            double power = 1;
            for (int r = 0; r < moments.length; r++) {
                moments[r] += power;
                power *= v[s];
            }
        }
        double[] blossom = blossom(degree, terms, middle, half);
        double[] gamma = solved(moments, blossom);
        double[] weights = new double[v.length];
        for (int s = 0; s < v.length; s++) {
            double value = 0;
            for (int r = terms - 1; r >= 0; r--) {
                value = value * v[s] + gamma[r];
            }
            weights[s] = value;
        }
        return weights;
    }

    private static double[] blossom(int degree, int terms, double middle, double half) {
        double[] symmetric = new double[degree + 1];
        symmetric[0] = 1;
        for (int knot = 1; knot <= degree; knot++) {
            for (int r = knot; r > 0; r--) {
                symmetric[r] += (knot - middle) / half * symmetric[r - 1];
            }
        }
        double[] blossom = new double[terms];
        double binomial = 1;
        for (int r = 0; r < terms; r++) {
            blossom[r] = symmetric[r] / binomial;
            binomial = binomial * (degree - r) / (r + 1);
        }
        return blossom;
    }

    /** Elimination in a positive definite Hankel matrix of at most four rows. */
    private static double[] solved(double[] moments, double[] right) {
        int n = right.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(moments, i, a[i], 0, n);
        }
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double factor = a[j][i] / a[i][i];
                for (int k = i; k < n; k++) {
                    a[j][k] -= factor * a[i][k];
                }
                x[j] -= factor * x[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
