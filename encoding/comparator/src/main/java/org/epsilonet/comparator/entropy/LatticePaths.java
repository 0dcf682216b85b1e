package org.epsilonet.comparator.entropy;

/** Counts of integer vectors and of lattice paths. */
final class LatticePaths {
    private static final double NEGLIGIBLE = 0x1p-70;

    /** Beyond this many terms their generating function bounds the sum, too large by half its logarithm. */
    private static final double MANY = 1 << 20;

    private LatticePaths() {}

    /**
     * The logarithm of the number of vectors of \(m\) integers with \(\sum|v_i| \le T\), \(\sum_i \binom mi\binom Ti 2^i\):
     * \(i\) of them are not zero, with signs, and their absolute values are a choice of partial sums.
     *
     * @param m {@code >= 0}
     * @param t \(T \ge 0\), an integer
     * @return bits, rounded up
     */
    static double vectors(double m, double t) {
        double last = Math.min(m, t);
        if (last > MANY) {
            return generating(m, t);
        }
        // The terms rise as long as 2 (m-i)(T-i) > (i+1)^2.
        double b = 2 * (m + t) + 2;
        double root = Math.sqrt(Math.max(0, b * b - 4 * (2 * m * t - 1)));
        double peak = Math.max(0, Math.min(last, Math.floor(2 * (2 * m * t - 1) / (b + root))));
        double sum = 1;
        double term = 1;
        double i = peak;
        while (i < last && term > NEGLIGIBLE * sum / (last + 1)) {
            term *= 2 * (m - i) * (t - i) / ((i + 1) * (i + 1));
            sum += term;
            i++;
        }
        double above = i;
        double rest = (last - i) * term;
        term = 1;
        i = peak;
        while (i > 0 && term > NEGLIGIBLE * sum / (last + 1)) {
            term *= i * i / (2 * (m - i + 1) * (t - i + 1));
            sum += term;
            i--;
        }
        sum = (sum + rest + i * term) * (1 + (above - i + 1) * 0x1p-49);
        return new BitSum()
                .binomial(1, m, peak)
                .binomial(1, t, peak)
                .add(peak)
                .log2(1, sum)
                .upper();
    }

    /** \(x^{-T}(\frac{1+x}{1-x})^m\) at its minimum, \(T(1-x^2) = 2mx\): every vector counts at least 1 in the product. */
    private static double generating(double m, double t) {
        double x = t / (m + Math.hypot(m, t));
        return new BitSum()
                .log2(-t, x)
                .add(m * (Math.log1p(x) - Math.log1p(-x)) / Math.log(2))
                .upper();
    }
}
