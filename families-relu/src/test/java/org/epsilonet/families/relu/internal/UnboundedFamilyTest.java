package org.epsilonet.families.relu.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.families.relu.PiecewiseLinear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnboundedFamilyTest {
    private static final int HATS = 200;

    private final UnboundedFamily family = new UnboundedFamily();

    /** The hat at 1/(n+1) of half width 1/(4(n+2)^2) and the given height: four pieces. */
    private static PiecewiseLinear hat(int n, double height) {
        double centre = 1.0 / (n + 1);
        double half = 0.25 / ((n + 2.0) * (n + 2));
        return PiecewiseLinear.of(
                new double[] {0, centre - half, centre, centre + half, 1}, new double[] {0, 0, height, 0, 0});
    }

    /** The proof in the family's comment: elements of norm 1 with four neurons, as many as one likes, at distance 1. */
    @ParameterizedTest
    @ValueSource(strings = {"l1", "l2", "l4", "sup"})
    void infinitelyManyElementsOfNormOneAreFarFromEachOther(String name) {
        LpNorm norm = LpNorm.named(name);
        PiecewiseLinear zero = PiecewiseLinear.of(new double[] {0, 1}, new double[2]);
        PiecewiseLinear[] hats = new PiecewiseLinear[HATS];
        for (int n = 1; n <= HATS; n++) {
            hats[n - 1] = hat(n, 1 / hat(n, 1).distance(zero, norm));
            assertEquals(1, hats[n - 1].distance(zero, norm), 1e-9);
            for (int m = 0; m < n - 1; m++) {
                double expected = norm.isSup() ? 1 : Math.pow(2, 1 / norm.p());
                assertEquals(expected, hats[n - 1].distance(hats[m], norm), 1e-9);
            }
        }
        assertEquals(
                EncodabilityVerdict.Kind.NOT_ENCODABLE,
                family.encodability(Cube.INTERVAL, norm).verdict().kind());
    }

    /** One spike of width 2^-49 and norm 1 takes few kinks; on a lattice of any polynomial depth there is nothing to see. */
    @Test
    void steepSlopesReachWhatALatticeDoesNot() {
        double from = Math.scalb(1.0, -20) + Math.scalb(1.0, -49);
        double half = Math.scalb(1.0, -50);
        double height = Math.pow(2, 24.5);
        Formula spike = Formula.of(
                "spike",
                x -> x < from || x >= from + 2 * half ? 0 : x < from + half ? height : -height,
                from,
                from + half,
                from + 2 * half);
        Approximation unbounded = family.approximate(spike, 8, LpNorm.L2);
        assertEquals(Approximation.Outcome.REACHED, unbounded.outcome());
        // Three ramps of one unit in the last place, 2^-72: each errs by at most its height (2 at most) times its root
        // / 3.
        assertTrue(unbounded.distance().value() < 1e-3, unbounded.distance().toString());
        Approximation shallow = new ShallowFamily().approximate(spike, 1 << 12, LpNorm.L2);
        assertEquals(1, shallow.distance().value(), 1e-9);
    }

    /** Where slopes stay moderate, limits of depth do not matter. */
    @Test
    void smoothFunctionsAreApproximatedAsByBoundedWeights() {
        Formula f = Formula.of("sine", x -> Math.sin(6 * x));
        for (LpNorm norm : new LpNorm[] {LpNorm.L2, LpNorm.SUP}) {
            double unbounded = family.approximate(f, 64, norm).distance().value();
            double shallow =
                    new ShallowFamily().approximate(f, 64, norm).distance().value();
            assertEquals(1, unbounded / shallow, 0.01);
        }
    }
}
