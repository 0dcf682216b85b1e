package org.epsilonet.examples.fourier;

import java.util.stream.IntStream;
import org.epsilonet.api.function.Stretches;

/**
 * Puts the entry of every index of \(\ell\) binary digits where the digits stand in reverse order. In long arrays the partners of
 * neighbours are a large power of two apart, each in a cache line of its own, and all of these in one place of the cache. So the
 * index is taken apart into head, middle and tail: the entries of one middle make a square of short rows, which trades
 * places with the square of the reversed middle by way of two small buffers (Carter and Gatlin, Towards an optimal
 * bit-reversal permutation program, FOCS 1998).
 */
final class BitReversal {
    /** Digits of head and tail: rows of two cache lines. */
    private static final int SIDE_BITS = 4;

    private static final int SIDE = 1 << SIDE_BITS;
    /** Shorter arrays stay in the cache. */
    private static final int SHORT = 1 << 13;
    /** Squares are taken in so many parts, by all processors where that is worth it. */
    private static final int PARTS = 16;

    private static final int PARALLEL = 1 << 16;

    private BitReversal() {}

    /** Permutes an array, whose length is a power of two, in place. */
    static void apply(double[] x) {
        if (x.length < SHORT) {
            oneByOne(x);
            return;
        }
        int middles = x.length >> 2 * SIDE_BITS;
        IntStream parts = IntStream.range(0, PARTS);
        (x.length >= PARALLEL ? parts.parallel() : parts).forEach(part -> {
            double[] here = new double[SIDE * SIDE];
            double[] there = new double[SIDE * SIDE];
            int end = Stretches.bound(part + 1, PARTS, middles);
            for (int middle = Stretches.bound(part, PARTS, middles); middle < end; middle++) {
                int partner = Integer.reverse(middle) >>> Integer.numberOfLeadingZeros(middles) + 1;
                if (middle <= partner) {
                    copy(x, middle, here);
                    copy(x, partner, there);
                    putReversed(here, x, partner);
                    putReversed(there, x, middle);
                }
            }
        });
    }

    private static void oneByOne(double[] x) {
        int n = x.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double value = x[i];
                x[i] = x[j];
                x[j] = value;
            }
        }
    }

    /** The square of a middle, row by row. */
    private static void copy(double[] x, int middle, double[] square) {
        for (int head = 0; head < SIDE; head++) {
            System.arraycopy(x, head * (x.length >> SIDE_BITS) + middle * SIDE, square, head * SIDE, SIDE);
        }
    }

    private static void putReversed(double[] square, double[] x, int middle) {
        for (int head = 0; head < SIDE; head++) {
            int at = head * (x.length >> SIDE_BITS) + middle * SIDE;
            for (int tail = 0; tail < SIDE; tail++) {
                x[at + tail] = square[reversed(tail) * SIDE + reversed(head)];
            }
        }
    }

    private static int reversed(int digits) {
        return Integer.reverse(digits) >>> Integer.SIZE - SIDE_BITS;
    }
}
