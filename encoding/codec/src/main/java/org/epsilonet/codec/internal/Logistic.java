package org.epsilonet.codec.internal;

/**
 * Probabilities on the logistic scale, in tables of integers: \(\mathrm{st}(p) = \ln\frac{p}{1-p}\) in units of 2^-8,
 * rounded, for \(p\) in units of 2^-16, and its inverse. The tables come from {@link StrictMath}, the same everywhere.
 */
final class Logistic {
    /** Probabilities are given in units of 2^-16. */
    static final int ONE = 1 << 16;

    private static final int UNITS = 1 << 8;
    /** {@code st(ONE - 1)}, rounded up: no probability is farther out. */
    private static final int FARTHEST = 2840;
    /** No decision is thought to be surer than this. */
    private static final int LEAST = 12;

    private static final short[] STRETCHED = new short[ONE];
    private static final char[] SQUASHED = new char[2 * FARTHEST + 1];

    static {
        for (int p = 1; p < ONE; p++) {
            STRETCHED[p] = (short) StrictMath.rint(UNITS * StrictMath.log((double) p / (ONE - p)));
        }
        for (int x = -FARTHEST; x <= FARTHEST; x++) {
            double p = ONE / (1 + StrictMath.exp(-(double) x / UNITS));
            SQUASHED[x + FARTHEST] = (char) Math.min(Math.max(StrictMath.rint(p), LEAST), ONE - LEAST);
        }
    }

    private Logistic() {}

    /** {@code st(p)} for p in 1..65535. */
    static int stretched(int p) {
        return STRETCHED[p];
    }

    /** The probability at x, any number; kept away from 0 and 1. */
    static int squashed(long x) {
        return SQUASHED[(int) Math.min(Math.max(x, -FARTHEST), FARTHEST) + FARTHEST];
    }
}
