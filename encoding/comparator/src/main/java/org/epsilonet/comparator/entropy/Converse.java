package org.epsilonet.comparator.entropy;

/**
 * What codes shorter than the entropy cannot do, in the mean over a set of \(2^b\) functions pairwise more than
 * \(2\varepsilon\) apart, drawn uniformly.
 *
 * @see "docs/theory.md, F9"
 */
public final class Converse {
    private Converse() {}

    /**
     * The strong converse: a code of \(R\) bits has \(2^R\) codewords, each within \(\varepsilon\) of one function at most.
     *
     * @param bits \(R \ge 0\)
     * @param log2Size \(b \ge 0\)
     * @return an upper bound \(\min(1, 2^{R-b})\) on the probability that the error is at most \(\varepsilon\)
     * @throws IllegalArgumentException if an argument is negative or NaN
     */
    public static double success(double bits, double log2Size) {
        requireNonNegative(bits, log2Size);
        return Math.min(1, Math.nextUp(Math.pow(2, bits - log2Size)));
    }

    /**
     * Fano's inequality, which is weaker: at least \(1-(R+1)/b\) of the draws fail.
     *
     * @param bits \(R \ge 0\)
     * @param log2Size \(b > 0\)
     * @return a lower bound on the probability that the error exceeds \(\varepsilon\)
     * @throws IllegalArgumentException if an argument is negative or NaN
     */
    public static double failureByFano(double bits, double log2Size) {
        requireNonNegative(bits, log2Size);
        return Math.max(0, 1 - Math.nextUp((bits + 1) / log2Size));
    }

    private static void requireNonNegative(double bits, double log2Size) {
        if (!(bits >= 0 && log2Size >= 0)) {
            throw new IllegalArgumentException("bits must be >= 0, were " + bits + " and " + log2Size);
        }
    }
}
