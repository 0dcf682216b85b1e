package org.epsilonet.codec.internal;

import org.epsilonet.api.function.Grid;

/**
 * What is known of the place of the next correction: those before it, row-major, and the function that is corrected. Rows are
 * those of the last axis; a grid with a last axis of one point, and one with a single axis, is one row.
 */
final class Surroundings {
    static final int NEIGHBOURS = 1 << 8;
    static final int DISTANCES = 1 << 9;
    static final int STEEPNESSES = 32;

    private static final int CLASSES = 4;
    private static final int DISTANCE_CLASSES = 64;
    private static final int ABOVE_CLASSES = 8;
    /** Steepness below so many octaves under the unit is all the same. */
    private static final int OCTAVES = 10;

    private final double[] function;
    private final double unit;
    private final long[] corrections;
    private final int row;
    /** In each column the row behind the last correction that is not 0. */
    private final int[] above;

    private int at;
    private int last = -1;
    private int pattern;

    Surroundings(Grid grid, double[] function, double unit) {
        int length = grid.length(grid.dimension() - 1);
        this.function = function;
        this.unit = unit;
        this.corrections = new long[function.length];
        this.row = length > 1 ? length : function.length;
        this.above = new int[row < function.length ? row : 0];
    }

    /** Goes on to the next place. */
    void add(long k) {
        corrections[at] = k;
        if (k != 0) {
            last = at;
            if (above.length > 0) {
                above[at % row] = at / row + 1;
            }
        }
        pattern = pattern << 1 | (k != 0 ? 1 : 0);
        at++;
    }

    private long before(int distance) {
        return distance <= at ? corrections[at - distance] : 0;
    }

    private long up(int right) {
        int column = at % row + right;
        return above.length > 0 && at >= row && column >= 0 && column < row ? corrections[at - row + right] : 0;
    }

    private static int sizeOf(long k) {
        return Math.min(Long.SIZE - Long.numberOfLeadingZeros(Math.abs(k)), CLASSES - 1);
    }

    /** The sizes of the neighbours. */
    int neighbours() {
        int other = above.length > 0 ? sizeOf(up(1)) : sizeOf(before(3));
        return ((sizeOf(before(1)) * CLASSES + sizeOf(before(2))) * CLASSES + sizeOf(up(0))) * CLASSES + other;
    }

    /** How many of the two nearest neighbours are not 0. */
    int near() {
        return (before(1) != 0 ? 1 : 0) + ((above.length > 0 ? up(0) : before(2)) != 0 ? 1 : 0);
    }

    /** The largest size around. */
    int largest() {
        return Math.max(Math.max(sizeOf(before(1)), sizeOf(up(0))), Math.max(sizeOf(up(-1)), sizeOf(up(1))));
    }

    /** The distances of the last ones that are not 0, along the rows and down the column. */
    int distance() {
        int down = above.length > 0 ? Math.min(bits(at / row - above[at % row] + 1), ABOVE_CLASSES - 1) : 0;
        return quarters(at - last) * ABOVE_CLASSES + down;
    }

    private static int bits(int x) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(x);
    }

    /** \(4 (\lfloor\log_2 x\rfloor - 1)\) and the quarter of the octave; numbers below 4 themselves. */
    private static int quarters(int x) {
        int b = bits(x);
        int q = b < 3 ? x : 4 * (b - 2) + (x >>> (b - 3) & 3);
        return Math.min(q, DISTANCE_CLASSES - 1);
    }

    /** Which of the last ones are not 0, the last one the lowest bit; in pictures those above, too. */
    int pattern() {
        if (above.length == 0) {
            return pattern;
        }
        int bits = pattern & 7;
        for (int right = -2; right <= 2; right++) {
            bits = bits << 1 | (up(right) != 0 ? 1 : 0);
        }
        return bits;
    }

    /** The signs of the nearest neighbours. */
    int signs() {
        long second = above.length > 0 ? up(0) : before(2);
        return 3 * (Long.signum(before(1)) + 1) + Long.signum(second) + 1;
    }

    /** Whether the function goes down, nowhere, or up. */
    int slope() {
        return (int) Math.signum(value(at + 1) - value(at - 1));
    }

    private double value(int i) {
        return i < 0 || i >= function.length ? function[at] : function[i];
    }

    /** How far the function changes to its neighbours, in half octaves relative to the unit. */
    int steepness() {
        double change = Math.max(Math.abs(value(at + 1) - function[at]), Math.abs(value(at - 1) - function[at]));
        if (above.length > 0) {
            change = Math.max(change, Math.abs(value(at + row) - function[at]));
            change = Math.max(change, Math.abs(value(at - row) - function[at]));
        }
        double ratio = change / unit;
        int octave = Math.getExponent(ratio) + OCTAVES;
        if (!(octave >= 0)) {
            return 0;
        }
        int half = ratio >= 1.5 * Math.scalb(1.0, octave - OCTAVES) ? 1 : 0;
        return Math.min(2 * octave + half, STEEPNESSES - 1);
    }
}
