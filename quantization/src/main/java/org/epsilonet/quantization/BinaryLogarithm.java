package org.epsilonet.quantization;

import java.math.BigInteger;

/** \(\log_2\) of big integers. */
final class BinaryLogarithm {
    private static final int DIGITS = 62;

    private BinaryLogarithm() {}

    /** Of a positive number: its leading digits are a double, the rest is a shift. */
    static double of(BigInteger positive) {
        int shift = Math.max(0, positive.bitLength() - DIGITS);
        return shift + Math.log(positive.shiftRight(shift).doubleValue()) / Math.log(2);
    }
}
