package org.epsilonet.families.relu.bounds;

import java.util.Arrays;
import org.epsilonet.api.family.PerturbationBound;

/**
 * A certified upper bound on the spectral norm of a matrix. With \(G = AA^\top\) (or \(A^\top A\), whichever is smaller),
 * \(\|A\|_2^2 \le \mu\) if \(\mu I - G\) is positive definite, and that is proved by a Cholesky decomposition in floating
 * point of the matrix with a slightly smaller diagonal. Where to look for \(\mu\) is estimated by power iteration, which
 * alone would prove nothing.
 *
 * <p>Cost: \(O(n^2 N + n^3)\) for an \(n \times N\) matrix, \(n \le N\). Beyond \(n = 1024\) it is the smaller of the
 * Frobenius norm and \(\sqrt{\|A\|_1\|A\|_\infty}\).
 *
 * @see <a href="https://doi.org/10.1007/s10543-006-0056-1">Rump, Verification of positive definiteness, BIT 46 (2006)</a>
 * @see "docs/theory.md, B3"
 */
final class SpectralNorm {
    private static final int LARGEST = 1024;
    private static final int ITERATIONS = 24;
    private static final int ATTEMPTS = 12;
    private static final double UNIT = 0x1p-52;

    private SpectralNorm() {}

    /**
     * The bound.
     *
     * @param matrix rows of one length, finite
     * @return at least the largest singular value, rounded up; +∞ if squares overflow
     */
    static double upper(double[][] matrix) {
        MatrixNorms norms = new MatrixNorms(matrix[0].length);
        for (double[] row : matrix) {
            norms.add(row);
        }
        double simple = norms.norm(Exponent.TWO);
        int n = Math.min(matrix.length, matrix[0].length);
        // Squares of what is left must neither overflow nor vanish.
        if (n == 1 || n > LARGEST || !(simple < 0x1p400) || simple < 0x1p-400) {
            return simple;
        }
        double[][] gram = gram(matrix.length <= matrix[0].length ? matrix : transposed(matrix));
        double frobenius = simpleFrobenius(matrix);
        // Each entry of the Gram matrix is a sum of N products: the errors have a norm of at most gamma ||A||_F^2.
        double gramError = PerturbationBound.outward(
                (Math.max(matrix.length, matrix[0].length) + 2) * UNIT * frobenius * frobenius, 8);
        double mu = largestEigenvalue(gram) * (1 + 0x1p-7);
        for (int attempt = 0; attempt < ATTEMPTS && mu < simple * simple; attempt++) {
            if (isAbove(gram, mu)) {
                return Math.min(simple, PerturbationBound.outward(Math.sqrt(mu + gramError), 4));
            }
            mu *= 1 + 0x1p-6 * (1 << attempt);
        }
        return simple;
    }

    private static double simpleFrobenius(double[][] matrix) {
        double squares = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                squares += entry * entry;
            }
        }
        return PerturbationBound.outward(Math.sqrt(squares), (int)
                Math.min(Integer.MAX_VALUE - 16, (long) matrix.length * matrix[0].length + 2));
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
    }

    /** The lower half of \(AA^\top\). */
    private static double[][] gram(double[][] rows) {
        double[][] gram = new double[rows.length][];
        Rows.forEach(rows.length, (long) rows.length * rows[0].length, (from, to) -> {
            for (int i = from; i < to; i++) {
                gram[i] = new double[i + 1];
                for (int j = 0; j <= i; j++) {
                    gram[i][j] = dot(rows[i], rows[j], rows[i].length);
                }
            }
        });
        return gram;
    }

    /** Four sums side by side: any order of summation has the same error bound. */
    private static double dot(double[] a, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < length; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < length; k++) {
            s0 += a[k] * b[k];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** An estimate from below. */
    private static double largestEigenvalue(double[][] gram) {
        int n = gram.length;
        double[] v = new double[n];
        Arrays.fill(v, 1 / Math.sqrt(n));
        double estimate = 0;
        for (int i = 0; i < n; i++) {
            estimate = Math.max(estimate, gram[i][i]);
            // Not orthogonal to anything by symmetry.
            v[i] *= 1 + 0.5 * Math.sin(i + 1.0);
        }
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] image = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    image[i] += gram[i][j] * v[j];
                    image[j] += gram[i][j] * v[i];
                }
                image[i] += gram[i][i] * v[i];
            }
            double length = Math.sqrt(dot(image, image, n));
            if (!(length > 0)) {
                return estimate;
            }
            for (int i = 0; i < n; i++) {
                v[i] = image[i] / length;
            }
            // The first vector is not of unit length.
            estimate = iteration == 0 ? estimate : Math.max(estimate, length);
        }
        return estimate;
    }

    /**
     * Whether \(\mu I - G\) is proved positive definite, \(G\) being the computed Gram matrix. If the Cholesky decomposition
     * of a symmetric matrix \(T - cI\) ends with positive pivots and \(c \ge \frac{\gamma_{n+1}}{1-\gamma_{n+1}}
     * \mathrm{tr}\,T\) plus what underflows, then \(T\) is positive definite.
     */
    private static boolean isAbove(double[][] gram, double mu) {
        int n = gram.length;
        double shift = PerturbationBound.outward((2.0 * n + 8) * UNIT * n * mu, 8);
        double[][] factor = new double[n][];
        for (int i = 0; i < n; i++) {
            factor[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                factor[i][j] = (-gram[i][j] - dot(factor[i], factor[j], j)) / factor[j][j];
            }
            double pivot = Math.nextDown(Math.nextDown(mu - gram[i][i]) - shift) - dot(factor[i], factor[i], i);
            if (!(pivot > 0)) {
                return false;
            }
            factor[i][i] = Math.sqrt(pivot);
        }
        return true;
    }
}
