package org.epsilonet.codec.internal;

import java.util.Arrays;

/**
 * What the integers seen so far at a place of the structure say about the size of the next: their mean sizes of late and in
 * the long run, in units of 2^-7, and the row of statistics that follows from both. A place seen for the first time begins
 * with the sizes of the one before.
 */
final class QuickScale {
    /** Half octaves of sizes, and whether it was calmer or livelier of late. */
    private static final int HALVES = 32;

    private static final int TRENDS = 4;
    static final int ROWS = HALVES * TRENDS;
    /** The row where nothing but zeros was seen for long. */
    static final int SILENT_ROW = TRENDS - 1;

    private static final int PLACES = 64;
    private static final int FAST = 2;
    private static final int SLOW = 5;
    private static final int SIZE_BITS = 7;
    private static final int BELOW_EXPECTED = 8;
    /** Where a mean of 4 is expected, hardly an integer is zero. */
    private static final int DENSE_LENGTH = 3;

    private final long[] fasts = new long[PLACES];
    private final long[] slows = new long[PLACES];
    private int place = -1;
    private long fast;
    private long slow;

    QuickScale() {
        Arrays.fill(fasts, -1);
    }

    /** Goes to a place. */
    void at(int next) {
        if (next != place) {
            if (place >= 0) {
                fasts[place] = fast;
                slows[place] = slow;
            }
            if (fasts[next] >= 0) {
                fast = fasts[next];
                slow = slows[next];
            }
            place = next;
        }
    }

    /** Whether nothing but zeros was seen for long; another zero teaches nothing then. */
    boolean isSilent() {
        return (fast | slow) == 0;
    }

    private long size() {
        return fast + slow >>> 1;
    }

    /** The bitlengths coded without escape begin behind this. */
    int least() {
        return Math.max(0, bitLength(size() >>> SIZE_BITS) - BELOW_EXPECTED);
    }

    /** Whether zeros are as rare as other integers. */
    boolean isDense() {
        return size() >>> SIZE_BITS + DENSE_LENGTH - 1 > 0;
    }

    /** The row of statistics, 0..{@link #ROWS}-1. */
    int row(int least) {
        long size = size();
        int bits = bitLength(size);
        int half = bits < 2 ? bits : 2 * bits - 2 + (int) (size >>> (bits - 2) & 1);
        half = Math.min(Math.max(half - 2 * least, 0), HALVES - 1);
        int trend = (fast - slow >= 0 ? 1 : 0) + (2 * fast - slow >= 0 ? 1 : 0) + (fast - 2 * slow >= 0 ? 1 : 0);
        return half * TRENDS + trend;
    }

    /** Learns of the next integer. */
    void add(long magnitude) {
        long size = magnitude << SIZE_BITS;
        fast += size - fast >> FAST;
        slow = Math.min(slow + (size - slow >> SLOW), 16 * fast + (8 << SIZE_BITS));
    }

    static int bitLength(long x) {
        return Long.SIZE - Long.numberOfLeadingZeros(x);
    }
}
