package org.epsilonet.families.relu.internal;

import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;

/**
 * Knots at equal distances. On a grid these are the \(N\) sample positions; on the interval the multiples of \(2^{-J}\),
 * \(J(M) = \max(30, \lceil 4\log_2 M\rceil)\), so that \(\log_2\) of the number of choices is \(O(M \log M)\) and slopes
 * are polynomial in \(M\), yet a jump can be bracketed to \(M^{-4}\).
 *
 * @param last index of the last lattice point
 * @param pieces the largest number of pieces, 0 if there is one lattice point only
 * @param sampled whether the lattice is that of samples
 */
record EquidistantKnots(long last, int pieces, boolean sampled) implements KnotLattice {
    /** Knots may be as close as \(M^{-4}\): the analogue of a polynomial search depth. */
    static final int DEPTH = 4;

    /** Beyond, the lattice would be finer than doubles near 1. */
    static final int LARGEST_BUDGET_ON_CUBE = 1 << 13;

    static EquidistantKnots of(Domain domain, int budget) {
        if (domain.dimension() != 1 || budget < 1) {
            throw new IllegalArgumentException(
                    "needs dimension 1 and a budget >= 1, were " + domain.dimension() + " and " + budget);
        }
        if (domain instanceof Grid grid) {
            return new EquidistantKnots(grid.points() - 1, Math.min(budget, grid.points() - 1), true);
        }
        int pieces = Math.min(budget, LARGEST_BUDGET_ON_CUBE);
        return new EquidistantKnots(1L << levels(pieces), pieces, false);
    }

    /** \(J(M)\), in integers: a decoder needs the same one. */
    private static int levels(int pieces) {
        long m = pieces;
        return Math.max(30, Long.SIZE - Long.numberOfLeadingZeros(m * m * m * m - 1));
    }

    @Override
    public int mostPieces() {
        int log = Long.SIZE - Long.numberOfLeadingZeros(last - 1);
        return 1 << Math.min(30, (log + DEPTH - 1) / DEPTH);
    }

    /** {@inheritDoc} Bit for bit that of a sample. */
    @Override
    public double position(long k) {
        return sampled ? (k + 0.5) / (last + 1) : (double) k / last;
    }

    @Override
    public long atMost(double x) {
        return (long) Math.floor(sampled ? x * (last + 1) - 0.5 : x * last);
    }

    @Override
    public long middle(long a, long b) {
        return a + (b - a) / 2;
    }

    @Override
    public double mass(long before, long at, long after) {
        double beyond = sampled ? 1 : 0;
        double twice = (before < 0 ? beyond : at - before) + (after < 0 ? beyond : after - at);
        return twice / (2.0 * (sampled ? last + 1 : last));
    }

    @Override
    public boolean usesBreakpoints() {
        return false;
    }

    /** The choices of at most {@code pieces - 1} inner knots; lattice point 1 is element 0. */
    Subsets innerKnots() {
        return new Subsets(Math.max(0, last - 1), Math.max(0, pieces - 1));
    }
}
