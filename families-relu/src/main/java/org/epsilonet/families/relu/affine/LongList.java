package org.epsilonet.families.relu.affine;

import java.util.Arrays;

/** A growing list of numbers. */
final class LongList {
    private long[] values = new long[16];
    private int size;

    void add(long value) {
        values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long get(int i) {
        return values[i];
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** The distinct values, increasing. */
    long[] distinct() {
        long[] sorted = toArray();
        Arrays.sort(sorted);
        int n = 0;
        for (long value : sorted) {
            if (n == 0 || value != sorted[n - 1]) {
                sorted[n++] = value;
            }
        }
        return Arrays.copyOf(sorted, n);
    }
}
