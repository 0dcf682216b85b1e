package org.epsilonet.comparator.entropy;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongToDoubleFunction;

/**
 * The axes of the ball of mixed smoothness \(\sum_{k\in\mathbb Z^d}\prod_i\max(1,|k_i|)^{2r}|c_k|^2 \le 1\) on the
 * torus, by length: \(P^{-r}\) as often as there are \(k\) with \(\prod_i\max(1,|k_i|) = P\). In one dimension these are
 * 3 for \(P = 1\) and 2 for every other \(P\); another coordinate is a Dirichlet convolution with the same. Up to \(P\) there
 * are at most \(3P(3+2\ln P)^{d-1}\), by induction on \(d\): \(\sum_{k_1} 3\frac P{\max(1,|k_1|)}(3+2\ln P)^{d-2}\).
 *
 * @see EllipsoidEntropy
 */
public final class CrossAxes {
    /** Products up to here are counted exactly. */
    private static final int COUNTED = 1 << 20;

    private static final Map<Integer, long[]> UP_TO = new ConcurrentHashMap<>();

    private CrossAxes() {}

    /**
     * The axes, none beyond the products counted: for lower bounds.
     *
     * @param dimension \(d\), 1, 2 or 3
     * @param r the order of mixed smoothness, positive
     */
    public static LongToDoubleFunction shortened(int dimension, double r) {
        long[] upTo = upTo(dimension);
        return n -> n > upTo[COUNTED] ? 0 : Math.pow(product(upTo, n), -r);
    }

    /**
     * The axes, a little too long beyond the products counted: for upper bounds.
     *
     * @param dimension \(d\), 1, 2 or 3
     * @param r the order of mixed smoothness, positive
     */
    public static LongToDoubleFunction lengthened(int dimension, double r) {
        long[] upTo = upTo(dimension);
        return n -> Math.pow(n > upTo[COUNTED] ? Math.max(COUNTED, atLeast(n, dimension)) : product(upTo, n), -r);
    }

    private static int product(long[] upTo, long n) {
        int found = Arrays.binarySearch(upTo, n);
        return found >= 0 ? found : -found - 1;
    }

    /** A number below the \(P\) with \(3P(3+2\ln P)^{d-1} = n\): every other iterate is, when the first is too large. */
    private static double atLeast(long n, int dimension) {
        double p = n;
        for (int i = 0; i < 5; i++) {
            p = n / (3 * Math.pow(3 + 2 * Math.log(p), dimension - 1));
        }
        return p * (1 - 0x1p-40);
    }

    private static long[] upTo(int dimension) {
        if (dimension < 1 || dimension > 3) {
            throw new IllegalArgumentException("crosses are counted in dimensions 1 to 3, not in " + dimension);
        }
        return UP_TO.computeIfAbsent(dimension, CrossAxes::counted);
    }

    private static long[] counted(int dimension) {
        long[] counts = new long[COUNTED + 1];
        counts[1] = 1;
        for (int coordinate = 0; coordinate < dimension; coordinate++) {
            long[] next = new long[COUNTED + 1];
            for (int i = 1; i <= COUNTED; i++) {
                int frequencies = i == 1 ? 3 : 2;
                for (int j = 1; (long) i * j <= COUNTED; j++) {
                    next[i * j] += frequencies * counts[j];
                }
            }
            counts = next;
        }
        for (int p = 1; p <= COUNTED; p++) {
            counts[p] += counts[p - 1];
        }
        return counts;
    }
}
