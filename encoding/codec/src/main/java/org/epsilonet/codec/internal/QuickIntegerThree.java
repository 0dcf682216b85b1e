package org.epsilonet.codec.internal;

import java.util.Arrays;
import org.epsilonet.api.symbol.CorruptCodeException;

/** The integers of a block of version 3, which is read and no longer written: as {@link QuickInteger}, but more decisions. */
final class QuickIntegerThree implements CodedBlock.Source {
    private static final int PLACES = 64;
    private static final int FAST = 2;
    private static final int SLOW = 5;
    private static final int SIZE_BITS = 7;
    private static final long LARGEST = 1L << 52;

    /** Half octaves of sizes, and whether it was calmer or livelier of late. */
    private static final int HALVES = 32;

    private static final int TRENDS = 4;
    private static final int ROWS = HALVES * TRENDS;

    private static final int WINDOW = 15;
    private static final int TREE = 4;
    private static final int SYMBOLS = 1 << TREE;
    private static final int BELOW_EXPECTED = 8;
    private static final int LENGTHS = 7;

    private static final int COUNT_BITS = 10;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
    private static final int PRECISION = 22;
    private static final int LIMIT = 500;
    private static final int HALF = 1 << (PRECISION - 1) << COUNT_BITS;
    /** {@code 2^16 / (n + 3/2)}: the weight of the next bit after n bits. */
    private static final int[] SHARE = new int[LIMIT + 1];

    static {
        for (int n = 0; n <= LIMIT; n++) {
            SHARE[n] = (1 << 17) / (2 * n + 3);
        }
    }

    private final RangeDecoder coder;
    private final int[] zeros = fresh(ROWS);
    private final int[] lengths = fresh(ROWS * SYMBOLS);
    private final int[] digits = fresh(4 * SYMBOLS);
    private final long[] fast = new long[PLACES];
    private final long[] slow = new long[PLACES];
    private int latest = -1;

    QuickIntegerThree(RangeDecoder coder) {
        this.coder = coder;
        Arrays.fill(fast, -1);
    }

    private static int[] fresh(int size) {
        int[] states = new int[size];
        Arrays.fill(states, HALF);
        return states;
    }

    @Override
    public long next(int place) throws CorruptCodeException {
        if (fast[place] < 0) {
            fast[place] = latest < 0 ? 0 : fast[latest];
            slow[place] = latest < 0 ? 0 : slow[latest];
        }
        latest = place;
        long near = fast[place];
        long far = slow[place];
        int least = Math.max(0, bitLength((near + far) >>> (SIZE_BITS + 1)) - BELOW_EXPECTED);
        long magnitude = magnitude(row(near, far, least), least);
        boolean negative = magnitude > 0 && coder.bits(1) == 1;
        fast[place] = near + (((magnitude << SIZE_BITS) - near) >> FAST);
        slow[place] = Math.min(far + (((magnitude << SIZE_BITS) - far) >> SLOW), 16 * fast[place] + (8 << SIZE_BITS));
        return negative ? -magnitude : magnitude;
    }

    private long magnitude(int row, int least) throws CorruptCodeException {
        if (decision(zeros, row) == 0) {
            return 0;
        }
        int node = 1;
        for (int level = TREE - 1; level >= 0; level--) {
            node = 2 * node + decision(lengths, row * SYMBOLS + node);
        }
        int symbol = node - SYMBOLS;
        int length = symbol == WINDOW ? (int) coder.bits(LENGTHS) : least + symbol;
        if (length < 1 || length > Long.SIZE - 12) {
            throw new CorruptCodeException("an integer of a block has " + length + " bits");
        }
        int modelled = Math.min(2, length - 1);
        long head = 1;
        for (int k = 1; k <= modelled; k++) {
            head = 2 * head + decision(digits, 4 * symbol + (int) head);
        }
        int rest = length - 1 - modelled;
        return rest == 0 ? head : head << rest | coder.bits(rest);
    }

    private int decision(int[] states, int slot) throws CorruptCodeException {
        int state = states[slot];
        int p = state >>> COUNT_BITS;
        int coded = coder.decision(Math.max(p >>> (PRECISION - 16), 1));
        int n = state & COUNT_MASK;
        int target = coded - 1 & (1 << PRECISION) - 1;
        p += (int) ((long) (target - p) * SHARE[n] >> 16);
        states[slot] = p << COUNT_BITS | Math.min(n + 1, LIMIT);
        return coded;
    }

    private static int row(long near, long far, int octave) {
        long size = (near + far) >>> 1;
        int bits = bitLength(size);
        int half = bits < 2 ? bits : 2 * bits - 2 + (int) (size >>> (bits - 2) & 1);
        half = Math.min(Math.max(half - 2 * octave, 0), HALVES - 1);
        int trend = 2 * near < far ? 0 : near < far ? 1 : near < 2 * far ? 2 : 3;
        return half * TRENDS + trend;
    }

    private static int bitLength(long x) {
        return Long.SIZE - Long.numberOfLeadingZeros(x);
    }

    @Override
    public void finish() throws CorruptCodeException {
        coder.finish();
    }
}
