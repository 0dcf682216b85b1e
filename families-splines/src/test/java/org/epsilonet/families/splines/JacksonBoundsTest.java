package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonBoundsTest {
    private static final Smoothness VARIATION = new Smoothness.BoundedVariation(1);

    /** A jump in the middle of a cell attains the bound. */
    @ParameterizedTest
    @ValueSource(ints = {8, 64, 512})
    void aJumpInTheMiddleOfACellAttainsIt(int budget) {
        double jump = (budget / 2 + 0.5) / budget;
        Formula step = Formula.of("step", x -> x < jump ? 0 : 1, jump);
        for (ApproximationFamily family :
                new ApproximationFamily[] {UniformSplines.ofDegree(0), UniformPiecewisePolynomials.ofDegree(0)}) {
            double bound =
                    family.jackson(VARIATION, LpNorm.L2, budget).orElseThrow().error();
            assertEquals(0.5 / Math.sqrt(budget), bound, 1e-12);
            double error =
                    family.approximate(step, budget, LpNorm.L2).distance().value();
            assertEquals(bound, error, 1e-9 * bound);
        }
    }

    /** x^a in sup: the first cell has all of the oscillation allowed. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1})
    void powersStayWithinIt(double alpha) {
        Smoothness smoothness = new Smoothness.Hoelder(1, alpha);
        Formula power = Formula.of("power", x -> Math.pow(x, alpha));
        UniformSplines family = UniformSplines.ofDegree(0);
        for (LpNorm norm : new LpNorm[] {LpNorm.L1, LpNorm.L2, LpNorm.SUP}) {
            double bound = family.jackson(smoothness, norm, 64).orElseThrow().error();
            double error = family.approximate(power, 64, norm).distance().value();
            assertTrue(error <= bound, norm + ": " + error + " against " + bound);
            assertTrue(!norm.isSup() || error >= 0.49 * bound, norm + ": " + error + " against " + bound);
        }
    }

    @Test
    void whereNoConstantIsKnownThereIsNone() {
        assertTrue(UniformSplines.ofDegree(1).jackson(VARIATION, LpNorm.L2, 8).isEmpty());
        assertTrue(UniformSplines.ofDegree(0).jackson(VARIATION, LpNorm.SUP, 8).isEmpty());
        assertTrue(UniformSplines.ofDegree(0)
                .jackson(new Smoothness.Besov(1, 1, 1, 1), LpNorm.L2, 8)
                .isEmpty());
    }
}
