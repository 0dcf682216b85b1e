package org.epsilonet.codec.internal;

import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * The code of signed integers about whose size something is known. An integer is its length in bits (0 for zero), its sign
 * and the digits below the leading one. The length, zero or among the fourteen around the one expected, the sign and the first
 * three digits are decisions of {@linkplain MixedBit mixed models}; what is left is raw. Each model sees the past
 * differently: misses of late, misses in the long run, both together, the last two integers, and where in the structure
 * the integer stands.
 */
final class MixedInteger {
    /** Expected sizes are in units of 2^-7. */
    static final int SIZE_BITS = Trace.MEAN_BITS;
    /** Places in a structure. */
    static final int PLACES = 64;
    /** Classes of what is left of a prediction when it is rounded. */
    static final int FRACTIONS = 8;

    private static final int WINDOW = 15;
    private static final int TREE = 4;
    private static final int SYMBOLS = 1 << TREE;
    private static final int BELOW_EXPECTED = 8;
    private static final int LENGTHS = 7;
    private static final int DIGITS = 3;

    /** Quarters of octaves of sizes, relative to the octave where the window begins: large sizes share statistics. */
    private static final int SIZES = 64;

    private static final int COARSE = SIZES / 2;

    /** The models to which the place in the structure is the context. */
    private static final int LENGTH_BY_PLACE = 0;

    private static final int SIGN_BY_PLACE = 2;
    private static final int DIGIT_BY_PLACE = 2;

    private final MixedBit length;
    private final MixedBit sign;
    private final MixedBit digit;

    private int last;
    private int beforeLast;
    private int signs = 4;

    /** Models that have seen nothing. */
    MixedInteger() {
        this.length = new MixedBit(
                new int[] {
                    PLACES * SYMBOLS,
                    SIZES * SYMBOLS,
                    SIZES * SYMBOLS,
                    COARSE * COARSE * SYMBOLS,
                    SYMBOLS * SYMBOLS * SYMBOLS,
                    SIZES * FRACTIONS / 2 * SYMBOLS
                },
                new int[] {1023, 400, 1023, 400, 250, 1023},
                SYMBOLS);
        this.sign =
                new MixedBit(new int[] {SYMBOLS * FRACTIONS, 9 * SYMBOLS, PLACES}, new int[] {1023, 250, 250}, SYMBOLS);
        this.digit = new MixedBit(
                new int[] {SYMBOLS << DIGITS, SIZES * SYMBOLS << DIGITS, PLACES << DIGITS},
                new int[] {1023, 1023, 400},
                1 << DIGITS);
    }

    private MixedInteger(MixedInteger other) {
        this.length = other.length.copy();
        this.sign = other.sign.copy();
        this.digit = other.digit.copy();
        this.last = other.last;
        this.beforeLast = other.beforeLast;
        this.signs = other.signs;
    }

    /** Models that have seen the same. */
    MixedInteger copy() {
        return new MixedInteger(this);
    }

    /** Begins another stream: places mean something else, and the integers before are as if outside the window. */
    void startAgain() {
        length.forget(LENGTH_BY_PLACE);
        sign.forget(SIGN_BY_PLACE);
        digit.forget(DIGIT_BY_PLACE);
        last = WINDOW;
        beforeLast = WINDOW;
        signs = 4;
    }

    /** Takes what was seen as seen at most so often. */
    void doubt(int seen) {
        length.doubt(seen);
        sign.doubt(seen);
        digit.doubt(seen);
    }

    /**
     * Codes an integer.
     *
     * @param coder writes or reads it
     * @param value what to write
     * @param fast its expected size from the last few, in units of 2^-7
     * @param slow its expected size from many
     * @param place where in the structure it stands
     * @param fraction the class of the part that was lost when its prediction was rounded, from below to above
     * @return the integer
     * @throws CorruptCodeException if the stream has ended, or no writer produces such a stream
     */
    long code(TwoWayCoder coder, long value, long fast, long slow, int place, int fraction)
            throws CorruptCodeException {
        long magnitude = Math.abs(value);
        int least = Math.max(0, bitLength(fast / 2 + slow / 2 >>> SIZE_BITS) - BELOW_EXPECTED);
        int fine = quarters(slow, least);
        int bits = bitLength(magnitude);
        boolean near = bits > least && bits < least + WINDOW;
        int symbol = bits == 0 ? 0 : near ? bits - least : WINDOW;
        symbol = symbol(coder, symbol, quarters(fast, least), fine, place, fraction);
        bits = symbol == WINDOW ? (int) coder.bits(bits, LENGTHS) : symbol == 0 ? 0 : least + symbol;
        if (bits > Long.SIZE) {
            throw new CorruptCodeException("an integer has " + bits + " bits");
        }
        beforeLast = last;
        last = symbol;
        if (bits == 0) {
            signs = signs % 3 * 3 + 1;
            return 0;
        }
        int negative = sign(coder, value < 0 ? 1 : 0, symbol, place, fraction);
        signs = signs % 3 * 3 + 2 * negative;
        magnitude = digits(coder, magnitude, bits, symbol, fine, place);
        return negative == 1 ? -magnitude : magnitude;
    }

    /** A slow mean that is not left behind for long where sizes fall by orders of magnitude. */
    static long followed(long slow, long fast) {
        return Math.min(slow, 16 * fast + (8 << SIZE_BITS));
    }

    private int symbol(TwoWayCoder coder, int symbol, int near, int fine, int place, int fraction)
            throws CorruptCodeException {
        int centred = fraction < FRACTIONS / 2 ? fraction : FRACTIONS - 1 - fraction;
        int node = 1;
        for (int level = TREE - 1; level >= 0; level--) {
            length.context(0, place * SYMBOLS + node);
            length.context(1, near * SYMBOLS + node);
            length.context(2, fine * SYMBOLS + node);
            length.context(3, (near / 2 * COARSE + fine / 2) * SYMBOLS + node);
            length.context(4, (last * SYMBOLS + beforeLast) * SYMBOLS + node);
            length.context(5, (fine * FRACTIONS / 2 + centred) * SYMBOLS + node);
            node = 2 * node + length.code(coder, symbol >>> level & 1, node);
        }
        return node - SYMBOLS;
    }

    private int sign(TwoWayCoder coder, int negative, int symbol, int place, int fraction) throws CorruptCodeException {
        sign.context(0, symbol * FRACTIONS + fraction);
        sign.context(1, signs * SYMBOLS + symbol);
        sign.context(2, place);
        return sign.code(coder, negative, symbol);
    }

    /** The digits below the leading one, the highest first. */
    private long digits(TwoWayCoder coder, long magnitude, int bits, int symbol, int fine, int place)
            throws CorruptCodeException {
        int modelled = Math.min(DIGITS, bits - 1);
        int node = 1;
        for (int k = 1; k <= modelled; k++) {
            digit.context(0, symbol << DIGITS | node);
            digit.context(1, (fine * SYMBOLS + symbol) << DIGITS | node);
            digit.context(2, place << DIGITS | node);
            node = 2 * node + digit.code(coder, (int) (magnitude >>> (bits - 1 - k)) & 1, node);
        }
        int rest = bits - 1 - modelled;
        long tail = coder.bits(magnitude & ((1L << rest) - 1), rest);
        return (long) node << rest | tail;
    }

    /** \(4\lfloor\log_2 x\rfloor\) plus the quarter of the octave, counted from an octave. */
    private static int quarters(long x, int octave) {
        int bits = bitLength(x);
        int q = bits < 3 ? (int) x : 4 * (bits - 2) + (int) (x >>> (bits - 3) & 3);
        return Math.min(Math.max(q - 4 * octave, 0), SIZES - 1);
    }

    private static int bitLength(long x) {
        return Long.SIZE - Long.numberOfLeadingZeros(x);
    }
}
