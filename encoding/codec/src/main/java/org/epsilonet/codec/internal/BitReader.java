package org.epsilonet.codec.internal;

import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.quantization.Steps;

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

    static long unfolded(long folded) {
        return folded >>> 1 ^ -(folded & 1);
    }

    /** The number of so many bits whose lower ones follow. */
    long ofLength(int length) throws CorruptCodeException {
        return length < 2 ? length : 1L << (length - 1) | in.bits(length - 1);
    }

    int length(String what, long largest) throws CorruptCodeException {
        int symbol = choice(2 * Integer.SIZE);
        return length(what, symbol < Integer.SIZE, symbol % Integer.SIZE, largest);
    }

    /** The number of so many bits whose lower ones follow. */
    long ofLength(String what, int length, long largest) throws CorruptCodeException {
        long value = ofLength(length);
        if (value > largest) {
            throw new CorruptCodeException("the " + what + " must be at most " + largest + ", was " + value);
        }
        return value;
    }

    /** How the length of an axis is read; what it is, and the largest allowed. */
    interface Length {
        int read(String what, long largest) throws CorruptCodeException;
    }

    /** The grid of so many axes, of at most so many points. */
    Grid grid(int axes, long maxSamples, Length length) throws CorruptCodeException {
        int[] shape = new int[axes];
        long left = Math.min(maxSamples, Integer.MAX_VALUE - 8);
        for (int axis = 0; axis < axes; axis++) {
            shape[axis] = length.read("number of samples along axis " + axis, left);
            left /= shape[axis];
        }
        return Grid.of(shape);
    }

    /** A power of two, or another number, with so many bits below the leading one. */
    int length(String what, boolean power, int bits, long largest) throws CorruptCodeException {
        long value = 1L << bits | (power ? 0 : in.bits(bits));
        if (value > largest || !power && Long.bitCount(value) == 1) {
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
        return length(what, power, bits, largest);
    }

    long terseSigned(String what, long largest, int lengths) throws CorruptCodeException {
        int length = choice(lengths + 1);
        return length == lengths ? signed(what, largest) : unfolded(ofLength(length));
    }

    double real(String what) throws CorruptCodeException {
        long sign = choice(2);
        long exponent = choice(BitWriter.EXPONENTS);
        int digits = choice(BitWriter.MANTISSA_BITS + 1);
        return finite(
                what, Double.longBitsToDouble(sign << 63 | exponent << BitWriter.MANTISSA_BITS | mantissa(digits)));
    }

    private long mantissa(int digits) throws CorruptCodeException {
        return in.bits(digits) << (BitWriter.MANTISSA_BITS - digits);
    }

    /** A number {@code > 0} of a known exponent, with so many digits of its mantissa. */
    double mantissa(String what, int exponent, int digits) throws CorruptCodeException {
        if (exponent < Double.MIN_EXPONENT || exponent > Double.MAX_EXPONENT) {
            throw new CorruptCodeException("the " + what + " has the exponent " + exponent);
        }
        long biased = (long) exponent + Double.MAX_EXPONENT;
        return Double.longBitsToDouble(biased << BitWriter.MANTISSA_BITS | mantissa(digits));
    }

    double finite(String what, double value) throws CorruptCodeException {
        if (!Double.isFinite(value)) {
            throw new CorruptCodeException("the " + what + " must be finite, was " + value);
        }
        return value;
    }

    /** The step of a quantizer with a code. */
    double step(long code) throws CorruptCodeException {
        if (code < 0 || code >= Steps.COUNT) {
            throw new CorruptCodeException("the code of the step must be below " + Steps.COUNT + ", was " + code);
        }
        return Steps.of((int) code);
    }

    Lattice lattice() throws CorruptCodeException {
        double divisor = 1;
        for (int decimals = choice(Lattice.MOST_DECIMALS + 1); decimals > 0; decimals--) {
            divisor *= 10;
        }
        double step = positive("step");
        return new Lattice(real("offset"), step, divisor);
    }

    double positive(String what) throws CorruptCodeException {
        double value = real(what);
        if (!(value > 0)) {
            throw new CorruptCodeException("the " + what + " must be > 0, was " + value);
        }
        return value;
    }

    double decimal(HeaderTwo.Edition edition) throws CorruptCodeException {
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
