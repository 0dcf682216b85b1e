package org.epsilonet.families.relu.internal;

import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;

/**
 * Knots anywhere: at 0 and at every double in \([2^{-62}, 1]\), in their order. They stand for all real numbers, of which
 * there are too many for any code.
 *
 * @param pieces the largest number of pieces
 */
record AllKnots(int pieces) implements KnotLattice {
    private static final long BEFORE_SMALLEST = Double.doubleToRawLongBits(0x1p-62) - 1;
    private static final long LAST = Double.doubleToRawLongBits(1) - BEFORE_SMALLEST;

    /** At most so many pieces as {@code relu.shallow} may have. */
    static AllKnots of(Domain domain, int budget) {
        if (!domain.equals(Cube.INTERVAL) || budget < 1) {
            throw new IllegalArgumentException(
                    "needs the unit interval and a budget >= 1, were " + domain + " and " + budget);
        }
        return new AllKnots(Math.min(budget, EquidistantKnots.LARGEST_BUDGET_ON_CUBE));
    }

    /** {@inheritDoc} Any number: nothing is known. */
    @Override
    public int mostPieces() {
        return 1;
    }

    @Override
    public long last() {
        return LAST;
    }

    @Override
    public double position(long k) {
        return k == 0 ? 0 : Double.longBitsToDouble(k + BEFORE_SMALLEST);
    }

    @Override
    public long atMost(double x) {
        return Math.max(0, Double.doubleToRawLongBits(x) - BEFORE_SMALLEST);
    }

    @Override
    public long middle(long a, long b) {
        return Math.max(a + 1, Math.min(b - 1, atMost(0.5 * position(a) + 0.5 * position(b))));
    }

    @Override
    public double mass(long before, long at, long after) {
        double here = position(at);
        return 0.5 * ((before < 0 ? 0 : here - position(before)) + (after < 0 ? 0 : position(after) - here));
    }

    @Override
    public boolean usesBreakpoints() {
        return true;
    }
}
