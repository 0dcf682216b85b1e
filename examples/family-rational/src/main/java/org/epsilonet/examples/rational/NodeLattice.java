package org.epsilonet.examples.rational;

import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;

/**
 * Where nodes may lie: at the samples of a grid, or at multiples of \(2^{-J}\), \(J = 30 + \lceil\frac13\lceil\log_2M\rceil^2\rceil\),
 * of the interval. The depth grows faster than every multiple of \(\log M\), so that it bounds no speed, and costs
 * \(O(M\log^2M)\) bits.
 *
 * <p>Everything is computed in the coordinate \(s\) in which nodes are whole numbers \(0, \dots, n-1\).
 *
 * @param budget the budget \(M\), at most {@value #MOST} and the number of places
 * @param levels \(J\), which is also the number of digits of the weights
 * @param samples the number of grid points, 0 on the interval
 */
record NodeLattice(int budget, int levels, int samples) {
    /** More nodes are not worth their search; levels stay below 48. */
    static final int MOST = 128;

    static NodeLattice of(Domain domain, int budget) {
        if (domain.dimension() != 1 || budget < 1) {
            throw new IllegalArgumentException(
                    "needs dimension 1 and a budget >= 1, were " + domain.dimension() + " and " + budget);
        }
        int samples = domain instanceof Grid grid ? grid.points() : 0;
        int m = Math.min(budget, samples == 0 ? MOST : Math.min(MOST, samples));
        int octaves = 32 - Integer.numberOfLeadingZeros(m - 1);
        return new NodeLattice(m, 30 + (octaves * octaves + 2) / 3, samples);
    }

    boolean isGrid() {
        return samples > 0;
    }

    /** How many places there are. */
    long places() {
        return isGrid() ? samples : (1L << levels) + 1;
    }

    /** The coordinate of a point of [0, 1]. */
    double coordinate(double x) {
        return isGrid() ? x * samples - 0.5 : Math.scalb(x, levels);
    }

    /** The point of [0, 1] at a place. */
    double point(long place) {
        return isGrid() ? (place + 0.5) / samples : Math.scalb((double) place, -levels);
    }

    /** The largest \(\Lambda\) that the family allows. */
    double largestLebesgueConstant() {
        return 32.0 * budget;
    }
}
