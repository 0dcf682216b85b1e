package org.epsilonet.quantization;

import java.math.BigInteger;

/** \(\log_2\) of big integers, rounded up: what is counted is never said to be less. */
final class BinaryLogarithm {
    private static final int DIGITS = 62;

    private BinaryLogarithm() {}

    /**
     * Of a positive number: its leading digits are a double, the rest is a shift. A power of two has its exponent; else
     * digits cut off, the rounding of the double, two logarithms, quotient and sum err by less than four units.
     */
    static double of(BigInteger positive) {
        if (positive.bitCount() == 1) {
            return positive.bitLength() - 1;
        }
        int shift = Math.max(0, positive.bitLength() - DIGITS);
        double log = shift + Math.log(positive.shiftRight(shift).doubleValue()) / Math.log(2);
        return Math.min(positive.bitLength(), log * (1 + 0x1p-50) + 0x1p-50);
    }
}
