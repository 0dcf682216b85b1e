package org.epsilonet.codec.internal;

import java.util.Arrays;

/**
 * Adaptive probabilities of zero, packed with the number of bits seen into an int each: the mean of the bits, counted as in
 * the Krichevsky–Trofimov estimate, that forgets after {@value #LIMIT} bits.
 */
final class QuickBit {
    private static final int COUNT_BITS = 10;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
    private static final int PRECISION = 22;
    private static final int LIMIT = 500;
    private static final int HALF = 1 << (PRECISION - 1) << COUNT_BITS;
    /** {@code 2^16 / (n + 3/2)}: the weight of the next bit after n bits. */
    private static final int[] SHARE = new int[LIMIT + 1];

    static {
        for (int n = 0; n <= LIMIT; n++) {
            SHARE[n] = (1 << 17) / (2 * n + 3);
        }
    }

    private QuickBit() {}

    /** So many probabilities of one half. */
    static int[] fresh(int size) {
        int[] states = new int[size];
        Arrays.fill(states, HALF);
        return states;
    }

    /** The mean in units of 2^-16, in 0..65535. */
    static int mean(int state) {
        return state >>> COUNT_BITS + PRECISION - AdaptiveBit.PROBABILITY_BITS;
    }

    /** The probability in units of 2^-16, in 1..65535. */
    static int zero(int state) {
        return mean(state) | 1;
    }

    /**
     * The state after a bit.
     *
     * @param isZero -1 for a zero, 0 for a one
     */
    static int after(int state, int isZero) {
        int p = state >>> COUNT_BITS;
        int n = state & COUNT_MASK;
        int target = isZero & (1 << PRECISION) - 1;
        p += (int) ((long) (target - p) * SHARE[n] >> 16);
        return p << COUNT_BITS | n + (n - LIMIT >>> Integer.SIZE - 1);
    }
}
