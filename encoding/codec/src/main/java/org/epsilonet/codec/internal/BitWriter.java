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
        belowLeading(value);
    }

    /** The bits below the leading one. */
    void belowLeading(long value) {
        int bits = Math.max(0, bitLength(value) - 1);
        out.bits(value & (1L << bits) - 1, bits);
    }

    /** A number of either sign: 0, -1, 1, -2, ... as 0, 1, 2, 3, ... */
    void signed(long value, long largest) {
        number(folded(value), 2 * largest);
    }

    static long folded(long value) {
        return value << 1 ^ value >> 63;
    }

    /** A length: powers of two are short. */
    void length(int n) {
        int bits = bitLength(n);
        boolean power = Integer.bitCount(n) == 1;
        choice(power ? bits - 1 : Integer.SIZE + bits - 1, 2 * Integer.SIZE);
        if (!power) {
            belowLeading(n);
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
            belowLeading(folded);
        }
    }

    /** Any finite number: sign, exponent, and as many digits as it has. */
    void real(double value) {
        long bits = Double.doubleToLongBits(value);
        int digits = digits(value);
        choice(bits < 0 ? 1 : 0, 2);
        choice((int) (bits >>> MANTISSA_BITS) & (EXPONENTS - 1), EXPONENTS);
        choice(digits, MANTISSA_BITS + 1);
        mantissa(value, digits);
    }

    /** How many digits of the mantissa there are down to its last 1. */
    static int digits(double value) {
        long mantissa = Double.doubleToLongBits(value) & (1L << MANTISSA_BITS) - 1;
        return mantissa == 0 ? 0 : MANTISSA_BITS - Long.numberOfTrailingZeros(mantissa);
    }

    /** The first digits of the mantissa. */
    void mantissa(double value, int digits) {
        long mantissa = Double.doubleToLongBits(value) & (1L << MANTISSA_BITS) - 1;
        out.bits(mantissa >>> (MANTISSA_BITS - digits), digits);
    }

    /** Decimal places, step and offset. */
    void lattice(Lattice lattice) {
        choice((int) Math.rint(StrictMath.log10(lattice.divisor())), Lattice.MOST_DECIMALS + 1);
        real(lattice.step());
        real(lattice.offset());
    }

    /** A number {@code >= 0}, rounded up to so many decimal digits, as versions 2 to 4 have it. */
    void decimal(double value, int precision) {
        if (value == 0) {
            choice(POWERS + 1, POWERS + 2);
            return;
        }
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
        writePower(power);
        choice(digits - least, 9 * least);
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
