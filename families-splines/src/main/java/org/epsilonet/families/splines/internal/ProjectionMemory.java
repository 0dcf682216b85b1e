package org.epsilonet.families.splines.internal;

/**
 * Projections of one formula onto polynomials of one degree, or its best approximations by them in the supremum norm, as far
 * as they were computed lately.
 *
 * <p>A bisection meets an interval again and again: as a half, quarter, ... of those above it (there a single Gauss rule was
 * enough), as an atom between knots, and with every further budget (there it is the refined projection that comes back).
 * Memory stays below 60 MB. Thread-safe.
 */
public final class ProjectionMemory {
    final IntervalTable direct = new IntervalTable();
    final IntervalTable refined = new IntervalTable();
}
