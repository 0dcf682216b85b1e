package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;

/** A growing list of increasing numbers. */
final class LongList {
    private long[] values = new long[16];
    private int size;

    void add(long value) {
        values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
        values[size++] = value;
    }

    long get(int i) {
        return values[i];
    }

    int size() {
        return size;
    }

    /** The position of the first number that is not below the given one. */
    int indexFrom(long value) {
        int found = Arrays.binarySearch(values, 0, size, value);
        return found >= 0 ? found : -found - 1;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
