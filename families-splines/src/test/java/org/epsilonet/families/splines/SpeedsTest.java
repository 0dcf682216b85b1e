package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;

/** What limits the cited speeds: the order, the search depth, the dimension, and classes that are not compact. */
class SpeedsTest {
    private static final ApproximationFamily FREE = FreeKnotPiecewisePolynomials.ofDegree(2);
    private static final ApproximationFamily DYADIC = DyadicPiecewisePolynomials.ofDegree(2);
    private static final LpNorm L8 = new LpNorm(8);

    private static double speed(ApproximationFamily family, Smoothness smoothness, LpNorm norm) {
        return family.theoreticalSpeed(smoothness, norm).orElseThrow().speed();
    }

    private static Smoothness besov(int dimension, double s, double p) {
        return new Smoothness.Besov(dimension, s, p, p);
    }

    /** Bumps of width M^-4 are not seen. */
    @Test
    void surplusOfBesovClassesCountsFourTimes() {
        for (ApproximationFamily family : List.of(FREE, DYADIC)) {
            assertEquals(0.4, speed(family, besov(1, 0.6, 1), LpNorm.L2), 1e-12);
            assertEquals(1, speed(family, besov(1, 1, 1), LpNorm.L2));
            assertEquals(3, speed(family, besov(1, 5, 1), LpNorm.L2));
            assertEquals(Optional.empty(), family.theoreticalSpeed(besov(1, 0.5, 1), LpNorm.L2));
        }
        assertEquals(0.4, speed(DYADIC, besov(2, 1.1, 1), LpNorm.L2), 1e-12);
        assertEquals(1, speed(DYADIC, besov(2, 2, 1), LpNorm.L2));
    }

    @Test
    void aJumpCostsTheSmallestCell() {
        for (ApproximationFamily family : List.of(FREE, DYADIC)) {
            assertEquals(2, speed(family, new Smoothness.PiecewiseSmooth(3, 1), LpNorm.L2));
            assertEquals(0.5, speed(family, new Smoothness.PiecewiseSmooth(3, 1), L8));
            assertEquals(3, speed(family, new Smoothness.PiecewiseSmooth(3, 0), L8));
            assertEquals(1, speed(family, new Smoothness.BoundedVariation(1), LpNorm.L2));
            assertEquals(0.5, speed(family, new Smoothness.BoundedVariation(1), L8));
        }
    }

    /** On one cell in n the slope is n; adaptive cells are smaller there. */
    @Test
    void logarithmOfTakagiByConstants() {
        Smoothness takagi = new Smoothness.Singleton(1, "takagi");
        assertEquals(Optional.of(1.0), logPower(UniformSplines.ofDegree(0), takagi, LpNorm.SUP));
        assertEquals(Optional.of(0.5), logPower(UniformPiecewisePolynomials.ofDegree(0), takagi, LpNorm.L2));
        assertEquals(Optional.of(0.5), logPower(FreeKnotPiecewisePolynomials.ofDegree(0), takagi, LpNorm.SUP));
        assertEquals(Optional.of(0.5), logPower(DyadicPiecewisePolynomials.ofDegree(0), takagi, LpNorm.SUP));
        assertEquals(Optional.of(0.0), logPower(DYADIC, takagi, LpNorm.SUP));
        assertEquals(Optional.of(1.0), logPower(UniformSplines.ofDegree(3), takagi, LpNorm.SUP));
    }

    private static Optional<Double> logPower(ApproximationFamily family, Smoothness smoothness, LpNorm norm) {
        return family.theoreticalSpeed(smoothness, norm).map(CitedSpeed::logPower);
    }

    @Test
    void otherDimensionsHaveNoSpeed() {
        for (ApproximationFamily family : new SplineFamilies().families()) {
            // Controls and global polynomials cite fewer speeds; ControlsTest is about them.
            boolean everySpeed = family.id().matches("splines\\.(uniform|piecewise|free-knot|dyadic).*");
            if (!everySpeed) {
                continue;
            }
            for (int d = 1; d <= 3; d++) {
                boolean exists = family.dimensions().contains(d);
                assertEquals(
                        exists,
                        family.theoreticalSpeed(new Smoothness.Hoelder(d, 1), LpNorm.L2)
                                .isPresent());
                assertEquals(
                        exists,
                        family.theoreticalSpeed(new Smoothness.Analytic(d, 2), LpNorm.L2)
                                .isPresent());
                assertEquals(
                        exists,
                        family.theoreticalSpeed(besov(d, 3, 2), LpNorm.L2).isPresent());
            }
        }
    }
}
