package org.epsilonet.families.relu.internal;

import org.epsilonet.api.function.Domain;

/**
 * Where knots may sit: at the points 0..last of a lattice in [0, 1], the first and the last always being knots. {@link
 * EquidistantKnots} are few enough for an encoding, {@link AllKnots} are not.
 */
sealed interface KnotLattice permits EquidistantKnots, AllKnots {
    /** The equidistant lattice of a domain and budget. */
    static KnotLattice of(Domain domain, int budget) {
        return EquidistantKnots.of(domain, budget);
    }

    /** Index of the last lattice point. */
    long last();

    /** The largest number of pieces, 0 if there is one lattice point only. */
    int pieces();

    /** The largest number of pieces of any lattice with the same places, as far as it is known: a power of two. */
    int mostPieces();

    /** The position of lattice point {@code k} in [0, 1], strictly increasing. */
    double position(long k);

    /** The last lattice point that is not right of {@code x}. */
    long atMost(double x);

    /** A lattice point about half way between two that are no neighbours, in between. */
    long middle(long a, long b);

    /**
     * The integral (on samples: the mean) of the hat function at a knot with the given neighbours; -1 where there is none.
     * All masses sum to one.
     */
    double mass(long before, long at, long after);

    /** Whether a jump is bracketed where the formula says that it is, instead of where it is seen. */
    boolean usesBreakpoints();
}
