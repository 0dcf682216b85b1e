package org.epsilonet.families.wavelets.internal;

/**
 * How deep best terms on [0, 1] are searched: \(\pi(M) = \max(2^{least}, M^a)\) atoms, a power of two, at most
 * \(2^{50}\), beyond which cells are too small for doubles.
 *
 * @param exponent \(a > 0\)
 * @param least the smallest number of scales
 * @see "docs/theory.md, A7"
 */
record SearchDepth(double exponent, int least) {
    /** \(2^{-30/2}\) is what a jump costs at the least depth. */
    private static final int LEAST = 30;

    /**
     * The depth at which \(N\) vanishing moments reach \(M^{-N}\) in \(L^2\) beside a jump, which costs \(M^{-a/2}\): a is
     * 2N, and at least 4.
     */
    static SearchDepth of(WaveletSystem system) {
        return new SearchDepth(Math.max(4, 2 * system.moments()), LEAST);
    }

    /** The number J of scales for a budget: \(2^J\) atoms. */
    int scales(int budget) {
        double log = StrictMath.log(budget) / StrictMath.log(2);
        int logBudget = 32 - Integer.numberOfLeadingZeros(budget - 1);
        // A tiny amount less, so that a power of two is not rounded up.
        int scales = (int) Math.ceil(exponent * log - 1e-9);
        return Math.min(DeepCascade.FINEST, Math.max(Math.max(least, logBudget), scales));
    }
}
