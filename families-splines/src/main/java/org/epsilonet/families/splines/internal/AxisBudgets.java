package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;

/** How a linear family divides a budget among the coordinates. In integers: a decoder needs the same numbers. */
public final class AxisBudgets {
    private AxisBudgets() {}

    /**
     * Numbers \(m_a\) with \(\prod_am_a \le M\). First every axis gets one polynomial of degree \(k\), all alike as
     * long as the budget lasts; then intervals are cut: the axis with the longest intervals, \(N_a/(m_a-k)\) counted in
     * samples on a grid, gets one more.
     *
     * @param domain a cube or a grid
     * @param budget \(M \ge 1\)
     * @param caps the largest number along every axis
     * @param degree the degree \(k\) of splines; 0 where \(m_a\) counts cells
     */
    public static int[] of(Domain domain, int budget, int[] caps, int degree) {
        int d = domain.dimension();
        int[] sizes = new int[d];
        Arrays.fill(sizes, 1);
        long[] equal = new long[d];
        Arrays.fill(equal, 1);
        int[] once = Arrays.stream(caps).map(cap -> Math.min(cap, degree + 1)).toArray();
        grow(sizes, budget, once, equal, 0);
        if (Arrays.equals(sizes, once)) {
            long[] lengths = new long[d];
            Arrays.setAll(lengths, axis -> domain instanceof Grid grid ? grid.length(axis) : 1);
            grow(sizes, budget, caps, lengths, degree);
        }
        return sizes;
    }

    private static void grow(int[] sizes, int budget, int[] caps, long[] lengths, int degree) {
        boolean[] done = new boolean[sizes.length];
        long product = Arrays.stream(sizes).asLongStream().reduce(1, (a, b) -> a * b);
        for (int axis = next(sizes, done, lengths, degree); axis >= 0; axis = next(sizes, done, lengths, degree)) {
            long others = product / sizes[axis];
            // The last axis that can grow takes all that is left at once.
            boolean last =
                    IntStream.range(0, sizes.length).filter(a -> !done[a]).count() == 1;
            long wanted = last ? Math.min(caps[axis], budget / others) : sizes[axis] + 1L;
            if (wanted > caps[axis] || wanted * others > budget || wanted == sizes[axis]) {
                done[axis] = true;
            } else {
                sizes[axis] = (int) wanted;
                product = others * wanted;
            }
        }
    }

    /** The axis with the longest intervals among those not done, the first of equal ones; -1 if all are. */
    private static int next(int[] sizes, boolean[] done, long[] lengths, int degree) {
        int best = -1;
        for (int axis = 0; axis < sizes.length; axis++) {
            if (!done[axis]
                    && (best < 0
                            || lengths[axis] * Math.max(1, sizes[best] - degree)
                                    > lengths[best] * Math.max(1, sizes[axis] - degree))) {
                best = axis;
            }
        }
        return best;
    }
}
