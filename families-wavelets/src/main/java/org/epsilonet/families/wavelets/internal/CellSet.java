package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;

/** Cells of one scale, as disjoint ranges in increasing order. */
final class CellSet {
    private long[] ends = new long[16];
    private int size;

    /** How many ranges there are. */
    int ranges() {
        return size / 2;
    }

    long from(int range) {
        return ends[2 * range];
    }

    /** The first cell behind a range. */
    long to(int range) {
        return ends[2 * range + 1];
    }

    /** The number of cells. */
    long cells() {
        long cells = 0;
        for (int i = 0; i < size; i += 2) {
            cells += ends[i + 1] - ends[i];
        }
        return cells;
    }

    /** Adds a range that does not end before a gap between those that are there. */
    void add(long from, long to) {
        long first = from;
        long last = to;
        while (size > 0 && first <= ends[size - 1]) {
            first = Math.min(first, ends[size - 2]);
            last = Math.max(last, ends[size - 1]);
            size -= 2;
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size++] = first;
        ends[size++] = last;
    }

    /** The two halves of every cell, one scale finer. */
    CellSet halves() {
        CellSet halves = new CellSet();
        for (int i = 0; i < size; i += 2) {
            halves.add(2 * ends[i], 2 * ends[i + 1]);
        }
        return halves;
    }

    /** Finds cells; those asked for one after the other are mostly near each other. For a set that no longer grows. */
    final class Walk {
        private final int[] offsets = offsets();
        private int range;

        /** Whether a cell of {@code from..to-1} is in the set. */
        boolean meets(long from, long to) {
            while (range < ranges() && to(range) <= from) {
                range++;
            }
            while (range > 0 && to(range - 1) > from) {
                range--;
            }
            return range < ranges() && from(range) < to;
        }

        /** The position of a cell among all cells of the set, -1 if it is none. */
        int indexOf(long cell) {
            while (range + 1 < ranges() && from(range + 1) <= cell) {
                range++;
            }
            while (range > 0 && (range >= ranges() || from(range) > cell)) {
                range--;
            }
            boolean inside = size > 0 && from(range) <= cell && cell < to(range);
            return inside ? offsets[range] + (int) (cell - from(range)) : -1;
        }
    }

    /** For each range the number of cells before it. */
    private int[] offsets() {
        int[] offsets = new int[size / 2];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + Math.toIntExact(to(i - 1) - from(i - 1));
        }
        return offsets;
    }
}
