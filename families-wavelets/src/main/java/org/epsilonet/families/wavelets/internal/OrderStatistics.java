package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;

/** How large the largest numbers of many are, without sorting all of them. */
final class OrderStatistics {
    /** Numbers {@code >= 0} are ordered as their bits; these shifted out leave exponent and four digits. */
    private static final int LEADING_SHIFT = 48;

    private OrderStatistics() {}

    /**
     * The number of which there are so many at least as large: counts numbers by their leading digits and sorts only those
     * that have the same as the result. \(O(n)\) for numbers that differ.
     *
     * @param numbers all {@code >= 0}
     * @param most how many, at least 1 and at most as many as there are
     */
    static double largest(double[] numbers, int most) {
        int[] counts = new int[1 << (Long.SIZE - LEADING_SHIFT - 1)];
        for (double w : numbers) {
            counts[(int) (Double.doubleToRawLongBits(w) >>> LEADING_SHIFT)]++;
        }
        int bin = counts.length;
        int atLeast = 0;
        while (atLeast < most) {
            atLeast += counts[--bin];
        }
        double[] equalLeading = new double[counts[bin]];
        int n = 0;
        for (double w : numbers) {
            if (Double.doubleToRawLongBits(w) >>> LEADING_SHIFT == bin) {
                equalLeading[n++] = w;
            }
        }
        Arrays.sort(equalLeading);
        return equalLeading[atLeast - most];
    }
}
