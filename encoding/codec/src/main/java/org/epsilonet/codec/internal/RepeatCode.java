package org.epsilonet.codec.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.jspecify.annotations.Nullable;

/**
 * The code of indices that are often the same as one before: steps, masks, drawings of few colours. Each is asked for, as
 * mixed decisions, among three candidates: its left neighbour, the one above, and what the left one was different from
 * last. If it is none of them, its difference to the left one is written. What is likely is learned from which of the
 * neighbours equal the left one, as in codes of black and white pictures, from their values, from the length of the run
 * and from the last decisions, from version 7 on in {@linkplain WideContexts wider contexts} too.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.82">ITU-T T.82 (JBIG), 1993</a>
 */
final class RepeatCode {
    private static final int LOG_CONTEXTS = 12;
    private static final int CONTEXTS = 1 << LOG_CONTEXTS;
    private static final int LONGEST_RUN = 63;
    private static final int HISTORY = 1 << 8;
    private static final int CANDIDATES = 3;
    private static final int SLOW = 5;
    private static final long LARGEST_MISS = 1L << 50;
    /** Odd multipliers that spread the values of neighbours over contexts. */
    private static final long[] SPREAD = {
        0x9E3779B97F4A7C15L, 0xC2B2AE3D27D4EB4FL, 0x165667B19E3779F9L, 0x27D4EB2F165667C5L
    };

    private static final int[] SIZES = {
        CANDIDATES * CONTEXTS, CANDIDATES * CONTEXTS, CANDIDATES * 4 * (LONGEST_RUN + 1), CANDIDATES * HISTORY
    };
    private static final int[] LIMITS = {1023, 1023, 400, 250};
    private static final int WIDE_LIMIT = 250;

    private final TwoWayCoder coder;
    private final long[] indices;
    private final int row;
    private final MixedBit same;
    private final @Nullable WideContexts wide;
    private final MixedInteger differences;
    private long size = 1 << MixedInteger.SIZE_BITS;
    private long other;
    private int run;
    private int history;
    private int at;

    private RepeatCode(TwoWayCoder coder, Grid grid, long[] indices, int version) {
        int last = grid.length(grid.dimension() - 1);
        this.coder = coder;
        this.indices = indices;
        this.differences = Rehearsal.before(version);
        this.row = last > 1 && last < indices.length ? last : 0;
        if (version >= HeaderSeven.VERSION) {
            int models = SIZES.length + WideContexts.MODELS;
            int[] sizes = Arrays.copyOf(SIZES, models);
            int[] limits = Arrays.copyOf(LIMITS, models);
            Arrays.fill(sizes, SIZES.length, models, WideContexts.SLOTS);
            Arrays.fill(limits, SIZES.length, models, WIDE_LIMIT);
            this.same = new MixedBit(sizes, limits, WideContexts.SETS);
            this.wide = new WideContexts(indices, row, SIZES.length);
        } else {
            this.same = new MixedBit(SIZES, LIMITS, CANDIDATES);
            this.wide = null;
        }
    }

    /** Writes indices of a lattice. */
    static void write(long[] indices, Grid grid, RangeEncoder sink) {
        try {
            new RepeatCode(new TwoWayCoder.Writer(sink), grid, indices, FileFormat.CURRENT).all();
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("a writer refuses nothing", e);
        }
    }

    /** Reads indices of a lattice; they may be too large for one. */
    static long[] read(Grid grid, RangeDecoder source, int version) throws CorruptCodeException {
        long[] indices = new long[grid.points()];
        new RepeatCode(new TwoWayCoder.Reader(source), grid, indices, version).all();
        return indices;
    }

    private void all() throws CorruptCodeException {
        for (at = 0; at < indices.length; at++) {
            long left = back(1);
            if (wide != null) {
                wide.look(at, left, other);
            }
            indices[at] = next(indices[at], left);
            if (wide != null) {
                wide.learn();
            }
            if (indices[at] == left) {
                run = Math.min(run + 1, LONGEST_RUN);
            } else {
                other = left;
                run = 0;
            }
            history = (history << 1 | (indices[at] == left ? 1 : 0)) & HISTORY - 1;
        }
    }

    private long next(long k, long left) throws CorruptCodeException {
        long above = row > 0 ? back(row) : left;
        int pattern = pattern(left);
        int values = values(left, above);
        int length = 4 * run + (above == left ? 1 : 0) + (row > 0 && back(row - 1) == left ? 2 : 0);
        if (is(k == left, 0, pattern, values, length)) {
            return left;
        }
        if (above != left && is(k == above, 1, pattern, values, length)) {
            return above;
        }
        if (other != left && other != above && is(k == other, 2, pattern, values, length)) {
            return other;
        }
        long miss = differences.code(coder, k - left, size, size, 0, MixedInteger.FRACTIONS / 2);
        size += ((Math.min(Math.abs(miss), LARGEST_MISS) << MixedInteger.SIZE_BITS) - size) >> SLOW;
        return left + miss;
    }

    /** Whether the next index is a candidate. */
    private boolean is(boolean yes, int candidate, int pattern, int values, int length) throws CorruptCodeException {
        same.context(0, candidate * CONTEXTS + pattern);
        same.context(1, candidate * CONTEXTS + values);
        same.context(2, candidate * 4 * (LONGEST_RUN + 1) + length);
        same.context(3, candidate * HISTORY + history);
        int set = wide == null ? candidate : wide.name(same, candidate);
        return same.code(coder, yes ? 1 : 0, set) == 1;
    }

    /** Which of twelve neighbours equal the left one. */
    private int pattern(long left) {
        int pattern = 0;
        for (int k = 2; k <= 4; k++) {
            pattern = 2 * pattern + (back(k) == left ? 1 : 0);
        }
        if (row == 0) {
            for (int k = 5; k <= LOG_CONTEXTS + 1; k++) {
                pattern = 2 * pattern + (back(k) == left ? 1 : 0);
            }
            return pattern;
        }
        for (int k = -2; k <= 2; k++) {
            pattern = 2 * pattern + (back(row + k) == left ? 1 : 0);
        }
        for (int k = -1; k <= 1; k++) {
            pattern = 2 * pattern + (back(2 * row + k) == left ? 1 : 0);
        }
        return 2 * pattern + (back(3 * row) == left ? 1 : 0);
    }

    private int values(long left, long above) {
        long spread = left * SPREAD[0] + above * SPREAD[1];
        spread += row > 0 ? back(row - 1) * SPREAD[2] + back(row + 1) * SPREAD[3] : other * SPREAD[2];
        return (int) (spread * SPREAD[0] >>> Long.SIZE - LOG_CONTEXTS);
    }

    /** The index so many before the next; 0 before the first, and for those that are not yet known (in rows of two). */
    private long back(int k) {
        return k > 0 && k <= at ? indices[at - k] : 0;
    }
}
