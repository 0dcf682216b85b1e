package org.epsilonet.api.family;

import java.math.BigInteger;
import java.util.Arrays;

/** \(\log_2\) of numbers of structures and codewords, rounded up: what is counted is never said to be less. */
public final class BinaryLogarithm {
    private static final int DIGITS = 62;

    private BinaryLogarithm() {}

    /**
     * Of a positive number: its leading digits are a double, the rest is a shift. A power of two has its exponent; else
     * digits cut off, the rounding of the double, two logarithms, quotient and sum err by less than four units.
     *
     * @param positive a number {@code >= 1}
     * @return its logarithm, rounded up; exact for a power of two
     */
    public static double of(BigInteger positive) {
        if (positive.bitCount() == 1) {
            return positive.bitLength() - 1;
        }
        int shift = Math.max(0, positive.bitLength() - DIGITS);
        double log = shift + StrictMath.log(positive.shiftRight(shift).doubleValue()) / StrictMath.log(2);
        return Math.min(positive.bitLength(), log * (1 + 0x1p-50) + 0x1p-50);
    }

    /**
     * Of a sum of numbers that are given by their logarithms, 0 or at least 1 each, as those of counts are: the logarithm
     * of a sum between 1 and the number of terms, whose terms err by less than the largest logarithm times 2^-50.
     *
     * @param logarithms at least one, possibly infinite
     * @return the logarithm of the sum, rounded up; exact for equal powers of two, as many as another
     */
    public static double ofSum(double... logarithms) {
        double largest = Arrays.stream(logarithms).max().orElseThrow();
        if (largest == Double.POSITIVE_INFINITY) {
            return largest;
        }
        boolean areEqual = Arrays.stream(logarithms).allMatch(log -> log == largest);
        if (areEqual && largest == Math.rint(largest) && Integer.bitCount(logarithms.length) == 1) {
            return largest + Integer.numberOfTrailingZeros(logarithms.length);
        }
        double sum = 0; // In order: how a stream adds is not laid down.
        for (double log : logarithms) {
            sum += StrictMath.pow(2, log - largest);
        }
        return (largest + StrictMath.log(sum) / StrictMath.log(2)) * (1 + 0x1p-48);
    }
}
