package org.epsilonet.families.splines.internal;

/** Logarithms of binomial coefficients and of their sums, without cancellation. */
final class Binomial {
    private static final double LOG_2 = Math.log(2);
    private static final int STIRLING_FROM = 64;

    private Binomial() {}

    /** \(\log_2\binom nk\): a product for small \(k\), Stirling's series beyond; relative error below 1e-10. */
    static double log2(long n, long k) {
        long m = Math.min(k, n - k);
        if (m < STIRLING_FROM) {
            double log = 0;
            for (long i = 0; i < m; i++) {
                log += Math.log((double) (n - i) / (i + 1));
            }
            return log / LOG_2;
        }
        double a = m;
        double b = n - m;
        double entropy = a * Math.log(n / a) - b * Math.log1p(-a / n);
        double root = 0.5 * Math.log(n / (2 * Math.PI * a * b));
        double correction =
                (1.0 / n - 1 / a - 1 / b) / 12 - (Math.pow(n, -3) - Math.pow(a, -3) - Math.pow(b, -3)) / 360;
        return (entropy + root + correction) / LOG_2;
    }

    /** \(\log_2\sum_{i=0}^{k}\binom ni\); beyond the middle as \(2^n\) minus the rest. */
    static double log2Sum(long n, long k) {
        if (k >= n) {
            return n;
        }
        if (2 * k > n) {
            double rest = log2Sum(n, n - k - 1);
            return n + Math.log1p(-Math.exp((rest - n) * LOG_2)) / LOG_2;
        }
        double sum = 1;
        double term = 1;
        for (long i = k; i > 0 && term > 0x1p-60; i--) {
            term *= (double) i / (n - i + 1);
            sum += term;
        }
        return log2(n, k) + Math.log(sum) / LOG_2;
    }

    /** \(\log_2\) of the number of full binary trees with at most {@code leaves} leaves: a sum of Catalan numbers. */
    static double log2Trees(long leaves) {
        long n = leaves - 1;
        double sum = 1;
        double term = 1;
        // C_{i-1} = C_i (i+1) / (2(2i-1)): about a quarter.
        for (long i = n; i > 0 && term > 0x1p-60; i--) {
            term *= (i + 1) / (2.0 * (2 * i - 1));
            sum += term;
        }
        return log2(2 * n, n) - Math.log(n + 1.0) / LOG_2 + Math.log(sum) / LOG_2;
    }
}
