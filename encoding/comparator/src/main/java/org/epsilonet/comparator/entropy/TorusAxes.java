package org.epsilonet.comparator.entropy;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongToDoubleFunction;

/**
 * The axes of the Sobolev ball \(\sum_{k\in\mathbb Z^d}\max(1,2\pi|k|)^{2s}|c_k|^2 \le 1\) on the torus of side 1, by length:
 * 1 for the mean, then \((2\pi|k|)^{-s}\). The \(n\)-th frequency by Euclidean length lies within \(\sqrt d/2\) of
 * \((n/\omega_d)^{1/d}\), \(\omega_d\) the volume of the unit ball: the unit cubes around the frequencies within \(\rho\) cover the
 * ball of radius \(\rho-\sqrt d/2\) and are covered by that of radius \(\rho+\sqrt d/2\). Short ones are counted.
 *
 * @see EllipsoidEntropy
 * @see "docs/theory.md, F2"
 */
public final class TorusAxes {
    private static final double[] VOLUME = {1, 2, Math.PI, 4 * Math.PI / 3};

    /** Frequencies with \(|k|^2\) up to this are counted: some hundred thousands. */
    private static final int[] COUNTED = {0, 1 << 10, 1 << 16, 1 << 12};

    private static final Map<Integer, long[]> UP_TO = new ConcurrentHashMap<>();

    private TorusAxes() {}

    /**
     * The axes, those not counted a little too short: for lower bounds.
     *
     * @param dimension \(d\), 1, 2 or 3
     * @param s the order of smoothness, positive
     */
    public static LongToDoubleFunction shortened(int dimension, double s) {
        return axes(dimension, s, 0.5);
    }

    /**
     * The axes, those not counted a little too long: for upper bounds.
     *
     * @param dimension \(d\), 1, 2 or 3
     * @param s the order of smoothness, positive
     */
    public static LongToDoubleFunction lengthened(int dimension, double s) {
        return axes(dimension, s, -0.5);
    }

    private static LongToDoubleFunction axes(int dimension, double s, double shift) {
        if (dimension < 1 || dimension > 3) {
            throw new IllegalArgumentException("frequencies are counted in dimensions 1 to 3, not in " + dimension);
        }
        long[] upTo = UP_TO.computeIfAbsent(dimension, TorusAxes::counted);
        double longest = Math.sqrt(upTo.length - 1);
        double margin = shift * Math.sqrt(dimension);
        return n -> {
            if (n == 1) {
                return 1;
            }
            double length = n <= upTo[upTo.length - 1]
                    ? Math.sqrt(squared(upTo, n))
                    : Math.max(longest, Math.pow(n / VOLUME[dimension], 1.0 / dimension) + margin);
            return Math.pow(2 * Math.PI * length, -s);
        };
    }

    private static int squared(long[] upTo, long n) {
        int found = Arrays.binarySearch(upTo, n);
        int at = found >= 0 ? found : -found - 1;
        while (at > 0 && upTo[at - 1] >= n) { // Where no frequency has that length, the search may find a later one.
            at--;
        }
        return at;
    }

    /** How many frequencies have \(|k|^2 \le q\), for every \(q\): coordinate by coordinate. */
    private static long[] counted(int dimension) {
        long[] counts = new long[COUNTED[dimension] + 1];
        counts[0] = 1;
        for (int coordinate = 0; coordinate < dimension; coordinate++) {
            long[] next = counts.clone();
            for (int k = 1; k * k < counts.length; k++) {
                for (int q = k * k; q < counts.length; q++) {
                    next[q] += 2 * counts[q - k * k];
                }
            }
            counts = next;
        }
        for (int q = 1; q < counts.length; q++) {
            counts[q] += counts[q - 1];
        }
        return counts;
    }
}
