package org.epsilonet.families.relu.affine;

import java.util.Arrays;

/** Numbers by nonnegative keys, in one open hash table. */
final class LongDoubleMap {
    private long[] keys = new long[64];
    private double[] values = new double[64];
    private int size;

    LongDoubleMap() {
        Arrays.fill(keys, -1);
    }

    /** The value of a key; NaN if there is none. */
    double get(long key) {
        int slot = slot(keys, key);
        return keys[slot] == key ? values[slot] : Double.NaN;
    }

    void put(long key, double value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(keys, key);
        size += keys[slot] == key ? 0 : 1;
        keys[slot] = key;
        values[slot] = value;
    }

    private static int slot(long[] keys, long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        double[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new double[keys.length];
        Arrays.fill(keys, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] >= 0) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
