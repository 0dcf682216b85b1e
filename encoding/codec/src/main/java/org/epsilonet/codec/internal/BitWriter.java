package org.epsilonet.codec.internal;

import java.math.BigDecimal;
import java.math.MathContext;

/** The numbers of a header as symbols of the range coder; {@link BitReader} reads them. */
final class BitWriter {
    static final int MANTISSA_BITS = 52;
    static final int EXPONENTS = 1 << 11;
    /** Powers of ten with a short code; then one for the others and one for 0. */
    static final int LEAST_POWER = -43;

    static final int POWERS = 62;
    static final int ALL_POWERS = 1 << 10;

    /** In version 6 those of bounds of three digits from 1e-9 to below 1e6 are shorter; then one symbol for the others. */
    static final int LEAST_TERSE_POWER = -11;

    static final int TERSE_POWERS = 15;

    /** In version 6 the powers of two from 2^4 to 2^19 and other lengths of 2 to 16 bits are shorter. */
    static final int LEAST_TERSE_LENGTH = 4;

    static final int TERSE_LENGTHS = 32;

    private static final String TOO_LARGE = "a number of a header is out of range: ";

    private final RangeEncoder out;

    BitWriter(RangeEncoder out) {
        this.out = out;
    }

    /** One of {@code n} symbols. */
    void choice(int symbol, int n) {
        out.uniform(symbol, n);
    }

    /** A number from 0 to {@code largest}: its length, and the bits below the leading one. */
    void number(long value, long largest) {
        if (value < 0 || value > largest) {
            throw new IllegalArgumentException(TOO_LARGE + value);
        }
        out.uniform(bitLength(value), bitLength(largest) + 1L);
        writeBelowLeading(value);
    }

    /** The bits below the leading one. */
    private void writeBelowLeading(long value) {
        int bits = Math.max(0, bitLength(value) - 1);
        out.bits(value & (1L << bits) - 1, bits);
    }

    /** A number of either sign: 0, -1, 1, -2, ... as 0, 1, 2, 3, ... */
    void signed(long value, long largest) {
        number(folded(value), 2 * largest);
    }

    private static long folded(long value) {
        return value << 1 ^ value >> 63;
    }

    /** A length: powers of two are short. */
    void length(int n) {
        int bits = bitLength(n);
        boolean power = Integer.bitCount(n) == 1;
        choice(power ? bits - 1 : Integer.SIZE + bits - 1, 2 * Integer.SIZE);
        if (!power) {
            writeBelowLeading(n);
        }
    }

    /** The same with less for the likelier ones: 16 of these symbols for powers of two, 15 for bitlengths of others, the last for the rest. */
    void terseLength(int n) {
        int bits = bitLength(n);
        boolean power = Integer.bitCount(n) == 1;
        int symbol = power ? bits - 1 - LEAST_TERSE_LENGTH : TERSE_LENGTHS / 2 + bits - 2;
        boolean isLikely = power ? symbol >= 0 && symbol < TERSE_LENGTHS / 2 : symbol < TERSE_LENGTHS - 1;
        choice(isLikely ? symbol : TERSE_LENGTHS - 1, TERSE_LENGTHS);
        if (!isLikely) {
            length(n);
        } else if (!power) {
            writeBelowLeading(n);
        }
    }

    /** A number of either sign, of which so many bitlengths, from 0, are likely. */
    void terseSigned(long value, long largest, int lengths) {
        long folded = folded(value);
        int length = Math.min(bitLength(folded), lengths);
        choice(length, lengths + 1);
        if (length == lengths) {
            number(folded, 2 * largest);
        } else {
            writeBelowLeading(folded);
        }
    }

    /** Any finite number: sign, exponent, and as many digits as it has. */
    void real(double value) {
        long bits = Double.doubleToLongBits(value);
        long mantissa = bits & (1L << MANTISSA_BITS) - 1;
        int digits = mantissa == 0 ? 0 : MANTISSA_BITS - Long.numberOfTrailingZeros(mantissa);
        choice(bits < 0 ? 1 : 0, 2);
        choice((int) (bits >>> MANTISSA_BITS) & (EXPONENTS - 1), EXPONENTS);
        choice(digits, MANTISSA_BITS + 1);
        out.bits(mantissa >>> (MANTISSA_BITS - digits), digits);
    }

    /** A number {@code >= 0}, rounded up to as many decimal digits as the edition has. */
    void bound(double value, HeaderTwo.Edition edition) {
        if (value == 0) {
            terse(false, 0, edition);
            choice(POWERS + 1, POWERS + 2);
            return;
        }
        int precision = edition.precision();
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(precision));
        int power = rounded.precision() - rounded.scale() - precision;
        int digits = rounded.scaleByPowerOfTen(-power).intValueExact();
        if (decimal(digits, power) < value) {
            digits++;
        }
        int least = leastDigits(precision);
        if (digits == 10 * least) {
            digits = least;
            power++;
        }
        boolean likely = edition.isTerse() && power >= LEAST_TERSE_POWER && power < LEAST_TERSE_POWER + TERSE_POWERS;
        terse(likely, power, edition);
        if (!likely) {
            writePower(power);
        }
        choice(digits - least, 9 * least);
    }

    private void terse(boolean likely, int power, HeaderTwo.Edition edition) {
        if (edition.isTerse()) {
            choice(likely ? power - LEAST_TERSE_POWER : TERSE_POWERS, TERSE_POWERS + 1);
        }
    }

    private void writePower(int power) {
        boolean near = power >= LEAST_POWER && power < LEAST_POWER + POWERS;
        choice(near ? power - LEAST_POWER : POWERS, POWERS + 2);
        if (!near) {
            choice(power + ALL_POWERS / 2, ALL_POWERS);
        }
    }

    /** The least whole number of so many decimal digits. */
    static int leastDigits(int precision) {
        return precision == 4 ? 1000 : 100;
    }

    /** The double nearest to a decimal number; the largest one beyond it. */
    static double decimal(int digits, int power) {
        return Math.min(Double.parseDouble(digits + "e" + power), Double.MAX_VALUE);
    }

    static int bitLength(long x) {
        return Long.SIZE - Long.numberOfLeadingZeros(x);
    }
}
