package org.epsilonet.codec.internal;

import java.util.Arrays;

/**
 * The contexts that version 7 adds to {@link RepeatCode}: three of more neighbours than a table could list, hashed, and one of
 * the {@linkplain ChangePeriod periods} of changes along the row and down the columns. How often the wide contexts were
 * seen before decides with which weights all are mixed: what is new to them is left to the narrow ones.
 *
 * @see "Wu and Memon, Context-based, adaptive, lossless image coding, 1997, on contexts of many neighbours"
 */
final class WideContexts {
    /** How many models these contexts are for, and how many sets of weights. */
    static final int MODELS = 4;

    static final int SETS = 8;
    private static final int LOG_SLOTS = 16;
    static final int SLOTS = 1 << LOG_SLOTS;

    private static final int LONGEST_ALONG = 63;
    private static final int LONGEST_DOWN = 15;
    private static final int MOST_CHANGES = 3;
    /** Wide contexts that were seen more often than this, in sum, are known; well known. */
    private static final int KNOWN = 5;

    private static final int WELL_KNOWN = 40;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long SPREAD_AGAIN = 0xC2B2AE3D27D4EB4FL;
    private static final long SPREAD_OTHER = 0x165667B19E3779F9L;

    private final long[] indices;
    private final int row;
    private final int first;
    private final ChangePeriod along = new ChangePeriod();
    private final ChangePeriod down = new ChangePeriod();
    private final int[] changedDown;
    private final long[] hashes = new long[MODELS];
    private int changedAlong = -1;
    private int changes;
    private boolean due;
    private int at;

    /**
     * @param indices known up to the next one
     * @param row how many of them in a row; 0 if there is only one
     * @param first the first of the models
     */
    WideContexts(long[] indices, int row, int first) {
        this.indices = indices;
        this.row = row;
        this.first = first;
        this.changedDown = new int[row];
        Arrays.fill(changedDown, -1);
    }

    /** Looks around the next index, to whose left is one, and at what the left one was different from last. */
    void look(int next, long left, long other) {
        at = next;
        boolean dueAlong = changes > 0 && along.isDue(at - changedAlong);
        due = dueAlong;
        long key = (along.atMost(LONGEST_ALONG) * 2L + (dueAlong ? 1 : 0)) * (MOST_CHANGES + 1) + changes;
        key *= 8 * (LONGEST_DOWN + 1);
        if (row == 0) {
            hashes[0] = key;
            hashes[1] = equal(2, 20, left, 1);
            hashes[2] = equal(2, 40, left, 1);
            hashes[3] = equal(2, 6, left, 1) + left * SPREAD_AGAIN + other * SPREAD_OTHER;
            return;
        }
        int changed = changedDown[at % row];
        due = changed >= 0 && down.isDue((at - changed) / row);
        int known = (due ? 4 : 0) + (back(row) == left ? 2 : 0) + (back(row - 1) == left ? 1 : 0);
        hashes[0] = key + 8 * down.atMost(LONGEST_DOWN) + known;
        hashes[1] = around(2, 0, left, around(1, 6, left, equal(2, 4, left, 1)));
        hashes[2] = around(3, 1, left, around(2, 4, left, around(1, 4, left, equal(2, 6, left, 1))));
        hashes[3] = around(2, 9, left, around(1, 9, left, equal(2, 3, left, 1)));
    }

    /** Names the contexts of a candidate, and tells with which weights they are mixed. */
    int name(MixedBit same, int candidate) {
        int seen = 0;
        for (int k = 0; k < MODELS; k++) {
            long spread = (3 * hashes[k] + candidate) * SPREAD;
            spread ^= spread >>> 29;
            same.context(first + k, (int) (spread * SPREAD_AGAIN >>> Long.SIZE - LOG_SLOTS));
            seen += k > 0 ? same.seen(first + k) : 0;
        }
        if (candidate > 0) {
            return SETS - 3 + candidate;
        }
        return 2 * (seen > WELL_KNOWN ? 2 : seen > KNOWN ? 1 : 0) + (due ? 1 : 0);
    }

    /** Learns the index that was next. */
    void learn() {
        if (at > 1 && indices[at] != indices[at - 1]) {
            changeAlong();
        }
        if (row > 0 && at >= row && indices[at] != indices[at - row]) {
            int changed = changedDown[at % row];
            if (changed >= 0) {
                down.learn((at - changed) / row);
            }
            changedDown[at % row] = at;
        }
    }

    private void changeAlong() {
        if (changes > 0) {
            along.learn(at - changedAlong);
        }
        changedAlong = at;
        changes = Math.min(changes + 1, MOST_CHANGES);
    }

    /** Appends which of the neighbours in a row above, so many on each side, equal the left one. */
    private long around(int rows, int side, long left, long bits) {
        return equal(rows * (long) row - side, rows * (long) row + side, left, bits);
    }

    /** Appends which of the indices from one to another before the next equal the left one. */
    private long equal(long from, long to, long left, long bits) {
        long appended = bits;
        for (long k = from; k <= to; k++) {
            appended = 2 * appended + (back(k) == left ? 1 : 0);
        }
        return appended;
    }

    /** The index so many before the next; 0 before the first, and for those that are not yet known. */
    private long back(long k) {
        return k > 0 && k <= at ? indices[(int) (at - k)] : 0;
    }
}
