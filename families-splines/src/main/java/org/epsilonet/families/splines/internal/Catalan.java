package org.epsilonet.families.splines.internal;

import org.epsilonet.api.family.Subsets;

/** Logarithms of sums of Catalan numbers, without cancellation. */
final class Catalan {
    private static final double LOG_2 = Math.log(2);

    private Catalan() {}

    /** Beyond the rounding of two logarithms below \(2^7\), and of the sum. */
    private static final double OUTWARD = 0x1p-43;

    /**
     * \(\log_2\) of the number of full binary trees with at most {@code leaves} leaves, a sum of Catalan numbers; rounded
     * up.
     */
    static double log2Trees(long leaves) {
        long n = leaves - 1;
        double sum = 1;
        double term = 1;
        // C_{i-1} = C_i (i+1) / (2(2i-1)): about a quarter.
        for (long i = n; i > 0 && term > 0x1p-60; i--) {
            term *= (i + 1) / (2.0 * (2 * i - 1));
            sum += term;
        }
        double last = Subsets.log2BinomialAbove(2 * n, n) - Math.log(n + 1.0) / LOG_2;
        return n == 0 ? 0 : last + Math.log(sum) / LOG_2 + OUTWARD;
    }
}
