package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Stretches;

/**
 * A pair of filters at every second place, and the transpose of that, block by block: the even and the odd numbers of a
 * block are separated and copied once for each place they are needed at, so that every inner loop runs over arrays at one
 * and the same index. Such loops the compiler turns into vector instructions; with shifted indices (JDK 17) it does not.
 * Every number is the sum of the same products in the same order as by the definition.
 */
final class Polyphase {
    /** Numbers of each parity in a block; all copies together stay in the first-level cache for filters of 8 taps. */
    private static final int BLOCK = 256;

    /** Lines are mostly so short that it would take as long to clear fresh arrays as to filter. */
    private static final ThreadLocal<Polyphase> LAST = new ThreadLocal<>();

    private final double[][] first;
    private final double[][] second;
    private final double[] even;
    private final double[] sums;

    private Polyphase(int half) {
        int block = BLOCK + half;
        this.first = new double[half][block];
        this.second = new double[half][block];
        this.even = new double[block];
        this.sums = new double[block];
    }

    /** The blocks of this thread for filters of so many pairs of taps, with no matter which numbers in them. */
    private static Polyphase ofThread(int half) {
        Polyphase last = LAST.get();
        if (last != null && last.first.length == half) {
            return last;
        }
        Polyphase fresh = new Polyphase(half);
        LAST.set(fresh);
        return fresh;
    }

    /** \(a_k = \sum_i h_i x_{from+2k+i}\) and \(d_k\) with \(g\), for {@code k < count}. */
    static void analyze(
            double[] low,
            double[] high,
            double[] x,
            int from,
            double[] a,
            int aFrom,
            double[] d,
            int dFrom,
            int count) {
        Stretches.forEach(count, (begin, end) -> {
            Polyphase block = ofThread(low.length / 2);
            for (int k = begin; k < end; k += BLOCK) {
                int n = Math.min(BLOCK, end - k);
                block.separate(x, from + 2 * k, n);
                block.filter(low, n);
                System.arraycopy(block.sums, 0, a, aFrom + k, n);
                block.filter(high, n);
                System.arraycopy(block.sums, 0, d, dFrom + k, n);
            }
        });
    }

    /**
     * \(x_{from+2k+p} = \sum_j h_{2j+p} a_{k-j} + g_{2j+p} d_{k-j}\), {@code p} 0 or 1, for \(L/2 - 1 \le k\) {@code <
     * count}: the numbers that only interior filters reach. A few terms leave most blocks without details; to leave those
     * out changes no bit, as a sum that begins with zero is never a negative zero.
     */
    static void synthesize(
            double[] low,
            double[] high,
            double[] a,
            int aFrom,
            double[] d,
            int dFrom,
            double[] x,
            int from,
            int count) {
        int half = low.length / 2;
        Stretches.forEach(Math.max(0, count - half + 1), (begin, end) -> {
            Polyphase block = ofThread(half);
            for (int k = begin + half - 1; k < end + half - 1; k += BLOCK) {
                int n = Math.min(BLOCK, end + half - 1 - k);
                boolean hasDetails = !isZero(d, dFrom + k - half + 1, n + half - 1);
                if (!hasDetails && isZero(a, aFrom + k - half + 1, n + half - 1)) {
                    Arrays.fill(x, from + 2 * k, from + 2 * (k + n), 0);
                    continue;
                }
                for (int j = 0; j < half; j++) {
                    System.arraycopy(a, aFrom + k - j, block.first[j], 0, n);
                    if (hasDetails) {
                        System.arraycopy(d, dFrom + k - j, block.second[j], 0, n);
                    }
                }
                if (hasDetails) {
                    block.combine(0, low, high, block.even, n);
                    block.combine(1, low, high, block.sums, n);
                } else {
                    block.combine(0, low, block.even, n);
                    block.combine(1, low, block.sums, n);
                }
                merge(block.even, block.sums, x, from + 2 * k, n);
            }
        });
    }

    /** Copies of the even and the odd numbers, one for each place. */
    private void separate(double[] x, int from, int n) {
        double[] even = first[0];
        double[] odd = second[0];
        for (int i = 0; i < n + first.length - 1; i++) {
            even[i] = x[from + 2 * i];
            odd[i] = x[from + 2 * i + 1];
        }
        for (int j = 1; j < first.length; j++) {
            System.arraycopy(even, j, first[j], 0, n);
            System.arraycopy(odd, j, second[j], 0, n);
        }
    }

    private static void merge(double[] even, double[] odd, double[] x, int from, int n) {
        for (int i = 0; i < n; i++) {
            x[from + 2 * i] = even[i];
            x[from + 2 * i + 1] = odd[i];
        }
    }

    private void filter(double[] taps, int n) {
        Arrays.fill(sums, 0, n, 0);
        int j = 0;
        for (; j + 1 < first.length; j += 2) {
            addFour(
                    sums,
                    first[j],
                    second[j],
                    first[j + 1],
                    second[j + 1],
                    taps[2 * j],
                    taps[2 * j + 1],
                    taps[2 * j + 2],
                    taps[2 * j + 3],
                    n);
        }
        if (j < first.length) {
            addTwo(sums, first[j], second[j], taps[2 * j], taps[2 * j + 1], n);
        }
    }

    private static void addFour(
            double[] sums,
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            double t0,
            double t1,
            double t2,
            double t3,
            int n) {
        for (int i = 0; i < n; i++) {
            sums[i] = (((sums[i] + t0 * x0[i]) + t1 * x1[i]) + t2 * x2[i]) + t3 * x3[i];
        }
    }

    private static void addTwo(double[] sums, double[] x0, double[] x1, double t0, double t1, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] = (sums[i] + t0 * x0[i]) + t1 * x1[i];
        }
    }

    private static boolean isZero(double[] x, int from, int n) {
        for (int i = from; i < from + n; i++) {
            if (x[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** One parity of the transpose, from the earliest coefficient to the latest. */
    private void combine(int parity, double[] low, double[] high, double[] into, int n) {
        Arrays.fill(into, 0, n, 0);
        int j = first.length - 1;
        for (; j > 0; j -= 2) {
            int tap = 2 * j + parity;
            addPairs(
                    into,
                    first[j],
                    second[j],
                    first[j - 1],
                    second[j - 1],
                    low[tap],
                    high[tap],
                    low[tap - 2],
                    high[tap - 2],
                    n);
        }
        if (j == 0) {
            addPair(into, first[0], second[0], low[parity], high[parity], n);
        }
    }

    /** The same where there are no details. */
    private void combine(int parity, double[] low, double[] into, int n) {
        Arrays.fill(into, 0, n, 0);
        int j = first.length - 1;
        for (; j > 0; j -= 2) {
            int tap = 2 * j + parity;
            addTwo(into, first[j], first[j - 1], low[tap], low[tap - 2], n);
        }
        if (j == 0) {
            addOne(into, first[0], low[parity], n);
        }
    }

    private static void addOne(double[] sums, double[] x, double t, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] += x[i] * t;
        }
    }

    private static void addPairs(
            double[] sums,
            double[] a0,
            double[] d0,
            double[] a1,
            double[] d1,
            double h0,
            double g0,
            double h1,
            double g1,
            int n) {
        for (int i = 0; i < n; i++) {
            sums[i] = (sums[i] + (a0[i] * h0 + d0[i] * g0)) + (a1[i] * h1 + d1[i] * g1);
        }
    }

    private static void addPair(double[] sums, double[] a, double[] d, double h, double g, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] += a[i] * h + d[i] * g;
        }
    }
}
