package org.epsilonet.codec.internal;

import java.util.Optional;

/**
 * An error bound as version 7 tells it: a decimal number of one digit, or else what was asked for rounded up to eight binary
 * digits, by less than a hundredth.
 *
 * @param octave \(x\), for numbers from \(2^x\) to below \(2^{x+1}\)
 * @param symbol up to 127 the number \((128 + symbol) 2^{x-7}\); above, the place among the decimal numbers of one digit there
 */
record RoundedBound(int octave, int symbol) {
    private static final int BINARY_DIGITS = 7;
    private static final int BINARY = 1 << BINARY_DIGITS;
    /** As those from 5 to 9. */
    private static final int MOST_DECIMALS = 5;

    static final int SYMBOLS = BINARY + MOST_DECIMALS;

    /** The octaves of all doubles above 0, and one for the largest rounded up. */
    static final int LEAST_OCTAVE = -1074;

    static final int OCTAVES = 1024 - LEAST_OCTAVE + 1;

    private static final double LOG10_OF_2 = 0.30102999566398120;

    /** The same for a number that may be 0. */
    static Optional<RoundedBound> ifPositive(double value) {
        return value > 0 ? Optional.of(of(value)) : Optional.empty();
    }

    /** A bound as a reader will see it. */
    static double told(double value) {
        return ifPositive(value).map(RoundedBound::value).orElse(0.0);
    }

    /** The largest number that is told exactly and is not above one {@code > 0}; below all of them the least. */
    static double below(double value) {
        RoundedBound up = of(value);
        double largest = up.value();
        if (largest > value) {
            int octave = octave(value);
            int digits = (int) Math.floor(Math.scalb(value, BINARY_DIGITS - octave));
            largest = new RoundedBound(octave, digits - BINARY).value();
            for (int place = 0; place < MOST_DECIMALS; place++) {
                double decimal = decimal(octave, place);
                largest = decimal <= value ? Math.max(largest, decimal) : largest;
            }
        }
        return largest;
    }

    /** The least one that is not below a number {@code > 0}. */
    static RoundedBound of(double value) {
        int octave = octave(value);
        for (int i = 0; i < MOST_DECIMALS; i++) {
            if (decimal(octave, i) == value) {
                return new RoundedBound(octave, BINARY + i);
            }
        }
        int digits = (int) Math.ceil(Math.scalb(value, BINARY_DIGITS - octave));
        return digits < 2 * BINARY ? new RoundedBound(octave, digits - BINARY) : new RoundedBound(octave + 1, 0);
    }

    /** The number, at most the largest double; not finite if there is none. */
    double value() {
        return symbol < BINARY
                ? Math.min(Math.scalb((double) (BINARY + symbol), octave - BINARY_DIGITS), Double.MAX_VALUE)
                : decimal(octave, symbol - BINARY);
    }

    /** The exponent of a number, of a subnormal one too. */
    static int octave(double value) {
        return value < Double.MIN_NORMAL ? Math.getExponent(value * 0x1p64) - 64 : Math.getExponent(value);
    }

    /** In an octave, the decimal number of one digit at a place; NaN if there are fewer. */
    private static double decimal(int octave, int place) {
        int left = place;
        int power = (int) Math.floor(octave * LOG10_OF_2);
        for (int k = 0; k < 18; k++) {
            double number = Double.parseDouble(1 + k % 9 + "e" + (power + k / 9));
            if (octave(number) == octave && left-- == 0) {
                return number;
            }
        }
        return Double.NaN;
    }
}
