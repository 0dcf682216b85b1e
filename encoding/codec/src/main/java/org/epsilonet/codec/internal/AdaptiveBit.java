package org.epsilonet.codec.internal;

/**
 * The probability that the next bit is 0, learned from the bits before. Two estimates are averaged: both start as the
 * Krichevsky–Trofimov estimate \((n_0 + \frac12)/(n + 1)\), by \(p \mathrel{+}= (b - p)/(n + 2)\); one forgets after
 * {@value #FAST} bits, the other after {@value #SLOW}.
 */
final class AdaptiveBit {
    /** Probabilities are given in units of 2^-16. */
    static final int PROBABILITY_BITS = 16;

    private static final int FAST = 50;
    private static final int SLOW = 400;
    private static final int PRECISION = 22;
    private static final int ONE = 1 << PRECISION;
    private static final int LEAST = 1;
    /** {@code 2^16 / (n + 2)}: the weight of the next bit after n bits. */
    private static final int[] WEIGHT = new int[SLOW + 1];

    static {
        for (int n = 0; n <= SLOW; n++) {
            WEIGHT[n] = (1 << 16) / (n + 2);
        }
    }

    private int fast = ONE / 2;
    private int slow = ONE / 2;
    private int seen;

    /** The probability of 0, in 1..2^16-1. */
    int probability() {
        int p = (fast + slow) >>> (PRECISION + 1 - PROBABILITY_BITS);
        return Math.min(Math.max(p, LEAST), (1 << PROBABILITY_BITS) - LEAST);
    }

    void update(int bit) {
        int target = bit == 0 ? ONE : 0;
        fast += (int) ((long) (target - fast) * WEIGHT[Math.min(seen, FAST)] >> 16);
        slow += (int) ((long) (target - slow) * WEIGHT[seen] >> 16);
        if (seen < SLOW) {
            seen++;
        }
    }
}
