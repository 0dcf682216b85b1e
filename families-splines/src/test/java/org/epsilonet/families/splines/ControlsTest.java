package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;

/** Families whose sets are easy and whose parametrizations are not, or the other way round. */
class ControlsTest {
    private static final Formula ANALYTIC = Formula.of("1/(1.25 - u)", x -> 1 / (1.25 - (2 * x - 1)));
    private static final Formula KINK = Formula.of("|x - 1/3|", x -> Math.abs(x - 1.0 / 3), 1.0 / 3);
    private static final Formula JUMP = Formula.of("jump", x -> x < 1.0 / 3 ? x : 1 - 0.5 * x, 1.0 / 3);

    private static double error(ApproximationFamily family, Formula f, int budget, LpNorm norm) {
        Approximation a = family.approximate(f, budget, norm);
        assertEquals(Outcome.REACHED, a.outcome(), family.id() + " with " + budget);
        return a.distance().value();
    }

    /** 1.25 = (2 + 1/2)/2: analytic in the ellipse of parameter 2, so the error of M terms falls like 2^-M. */
    @Test
    void chebyshevSumsOfAnalyticFunctionsConvergeGeometrically() {
        ApproximationFamily family = Families.named("splines.chebyshev");
        for (int m = 5; m <= 30; m += 5) {
            // c_k = (8/3) 2^-k for k > 0, all of one sign: the tail is largest at u = 1.
            assertEquals(
                    8.0 / 3 * Math.scalb(1.0, 1 - m),
                    error(family, ANALYTIC, m, LpNorm.SUP),
                    1e-3 * Math.scalb(1.0, -m) + 1e-14);
        }
        double slope =
                Math.log(error(family, KINK, 16, LpNorm.SUP) / error(family, KINK, 512, LpNorm.SUP)) / Math.log(32);
        assertEquals(1, slope, 0.15, "a kink: order 1");
        double jump = Math.log(error(family, JUMP, 16, LpNorm.L2) / error(family, JUMP, 512, LpNorm.L2)) / Math.log(32);
        assertEquals(0.5, jump, 0.1, "a jump in the square mean");
    }

    /** Bounded coefficients in one basis; in the other they have M bits more, and nothing is established. */
    @Test
    void powersAreTheSamePolynomialsWithHugeCoefficients() {
        ParametrizedFamily chebyshev = (ParametrizedFamily) Families.named("splines.chebyshev");
        ParametrizedFamily powers = (ParametrizedFamily) Families.named("splines.monomials");
        for (int m : new int[] {1, 2, 7, 16, 24}) {
            Approximation a = chebyshev.approximate(KINK, m, LpNorm.SUP);
            Approximation b = powers.approximate(KINK, m, LpNorm.SUP);
            double lost = Math.pow(1 + Math.sqrt(2), m) * 0x1p-52;
            for (double x = 0; x <= 1; x += 1.0 / 64) {
                assertEquals(a.approximant().at(x), b.approximant().at(x), lost, "M " + m);
            }
        }
        assertEquals(
                EncodabilityVerdict.Kind.ENCODABLE,
                chebyshev.encodability(Cube.INTERVAL, LpNorm.SUP).verdict().kind());
        EncodabilityVerdict verdict =
                powers.encodability(Cube.INTERVAL, LpNorm.SUP).verdict();
        assertEquals(EncodabilityVerdict.Kind.NOT_ENCODABLE, verdict.kind());
        assertEquals(1, verdict.h(), 0);
        double bits = Math.log(powers.parametrization(Cube.INTERVAL, 24).radius()
                        / powers.parametrization(Cube.INTERVAL, 12).radius())
                / Math.log(2);
        assertEquals(12 * 1.2716, bits, 0.01, "log2(1 + sqrt 2) more bits with every degree");
    }

    /** In the supremum norm real knots put jumps where they are; knots on a lattice stay half a jump away. */
    @Test
    void realKnotsFollowJumps() {
        ApproximationFamily real = Families.named("splines.real-knots.degree0");
        ApproximationFamily lattice = Families.named("splines.free-knot.degree0");
        double first = error(real, JUMP, 8, LpNorm.SUP);
        double last = error(real, JUMP, 128, LpNorm.SUP);
        assertEquals(1, Math.log(first / last) / Math.log(16), 0.15, "speed 1 where the class is not compact");
        // The jump at 1/3 is from 1/3 to 5/6.
        assertTrue(error(lattice, JUMP, 128, LpNorm.SUP) >= 0.24);
        assertEquals(
                1, Math.log(error(real, JUMP, 8, LpNorm.L2) / error(real, JUMP, 128, LpNorm.L2)) / Math.log(16), 0.15);
    }

    @Test
    void verdictsOnRealKnotsDependOnTheNorm() {
        ApproximationFamily real = Families.named("splines.real-knots.degree0");
        assertEquals(
                EncodabilityVerdict.Kind.ENCODABLE,
                real.encodability(Cube.INTERVAL, LpNorm.L1).verdict().kind());
        assertEquals(
                EncodabilityVerdict.Kind.ENCODABLE,
                real.encodability(Cube.INTERVAL, LpNorm.L2).verdict().kind());
        assertEquals(
                EncodabilityVerdict.Kind.NOT_ENCODABLE,
                real.encodability(Cube.INTERVAL, LpNorm.SUP).verdict().kind());
        assertEquals(
                1,
                real.theoreticalSpeed(new Smoothness.PiecewiseSmooth(2, 3), LpNorm.SUP)
                        .orElseThrow()
                        .speed(),
                0);
    }

    @Test
    void controlsAreNoRepresentativesAndLiveOnTheInterval() {
        for (String id : List.of("splines.chebyshev", "splines.monomials", "splines.real-knots.degree0")) {
            assertTrue(Families.installed().representatives(1).stream().noneMatch(f -> f.id().equals(id)));
            assertFalse(Families.named(id).supports(Grid.of(10)));
        }
    }
}
