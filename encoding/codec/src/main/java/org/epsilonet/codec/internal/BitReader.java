package org.epsilonet.codec.internal;

import org.epsilonet.api.symbol.CorruptCodeException;

/** Reads what {@link BitWriter} wrote; refuses numbers that it would not write. */
final class BitReader {
    private final RangeDecoder in;

    BitReader(RangeDecoder in) {
        this.in = in;
    }

    int choice(int n) throws CorruptCodeException {
        return (int) in.uniform(n);
    }

    long number(String what, long least, long largest) throws CorruptCodeException {
        long value = ofLength((int) in.uniform(BitWriter.bitLength(largest) + 1L));
        if (value < least || value > largest) {
            throw new CorruptCodeException(
                    "the " + what + " must be from " + least + " to " + largest + ", was " + value);
        }
        return value;
    }

    long signed(String what, long largest) throws CorruptCodeException {
        return unfolded(number(what, 0, 2 * largest));
    }

    private static long unfolded(long folded) {
        return folded >>> 1 ^ -(folded & 1);
    }

    /** The number of so many bits whose lower ones follow. */
    private long ofLength(int length) throws CorruptCodeException {
        return length < 2 ? length : 1L << (length - 1) | in.bits(length - 1);
    }

    int length(String what, long largest) throws CorruptCodeException {
        int symbol = choice(2 * Integer.SIZE);
        int bits = symbol % Integer.SIZE;
        long value = 1L << bits | (symbol < Integer.SIZE ? 0 : in.bits(bits));
        if (value > largest || symbol >= Integer.SIZE && Long.bitCount(value) == 1) {
            throw new CorruptCodeException("the " + what + " must be from 1 to " + largest + ", was " + value);
        }
        return (int) value;
    }

    int terseLength(String what, long largest) throws CorruptCodeException {
        int symbol = choice(BitWriter.TERSE_LENGTHS);
        if (symbol == BitWriter.TERSE_LENGTHS - 1) {
            return length(what, largest);
        }
        boolean power = symbol < BitWriter.TERSE_LENGTHS / 2;
        int bits = power ? symbol + BitWriter.LEAST_TERSE_LENGTH : symbol - BitWriter.TERSE_LENGTHS / 2 + 1;
        long value = 1L << bits | (power ? 0 : in.bits(bits));
        if (value > largest || !power && Long.bitCount(value) == 1) {
            throw new CorruptCodeException("the " + what + " must be from 1 to " + largest + ", was " + value);
        }
        return (int) value;
    }

    long terseSigned(String what, long largest, int lengths) throws CorruptCodeException {
        int length = choice(lengths + 1);
        return length == lengths ? signed(what, largest) : unfolded(ofLength(length));
    }

    double real(String what) throws CorruptCodeException {
        long sign = choice(2);
        long exponent = choice(BitWriter.EXPONENTS);
        int digits = choice(BitWriter.MANTISSA_BITS + 1);
        long mantissa = in.bits(digits) << (BitWriter.MANTISSA_BITS - digits);
        double value = Double.longBitsToDouble(sign << 63 | exponent << BitWriter.MANTISSA_BITS | mantissa);
        if (!Double.isFinite(value)) {
            throw new CorruptCodeException("the " + what + " must be finite, was " + value);
        }
        return value;
    }

    double positive(String what) throws CorruptCodeException {
        double value = real(what);
        if (!(value > 0)) {
            throw new CorruptCodeException("the " + what + " must be > 0, was " + value);
        }
        return value;
    }

    double bound(HeaderTwo.Edition edition) throws CorruptCodeException {
        int likely = edition.isTerse() ? choice(BitWriter.TERSE_POWERS + 1) : BitWriter.TERSE_POWERS;
        int power = likely + BitWriter.LEAST_TERSE_POWER;
        if (likely == BitWriter.TERSE_POWERS) {
            int symbol = choice(BitWriter.POWERS + 2);
            if (symbol > BitWriter.POWERS) {
                return 0;
            }
            power = symbol < BitWriter.POWERS
                    ? symbol + BitWriter.LEAST_POWER
                    : choice(BitWriter.ALL_POWERS) - BitWriter.ALL_POWERS / 2;
        }
        int least = BitWriter.leastDigits(edition.precision());
        int digits = least + choice(9 * least);
        return BitWriter.decimal(digits, power);
    }
}
