package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepHaarFamilyTest {
    private final DeepHaarFamily family = new DeepHaarFamily();

    private static double haar(int level, long position, double x) {
        double local = Math.scalb(x, level) - position;
        double root = Math.pow(2, 0.5 * level);
        return local < 0 || local >= 1 ? 0 : local < 0.5 ? root : -root;
    }

    private static Formula spike(int level) {
        long position = (1L << level) / 3;
        double from = Math.scalb((double) position, -level);
        return Formula.of(
                "spike",
                x -> haar(level, position, x),
                from,
                from + Math.scalb(0.5, -level),
                from + Math.scalb(1.0, -level));
    }

    /** Orthonormal functions are at distance 1 from what is not among them: a limited search never finds deep ones. */
    @ParameterizedTest
    @ValueSource(ints = {3, 13, 20, 30, 40})
    void oneTermReachesEveryLevel(int level) {
        Approximation unlimited = family.approximate(spike(level), 1, LpNorm.L2);
        assertEquals(Outcome.REACHED, unlimited.outcome());
        assertEquals(0, unlimited.distance().value(), 1e-12);
        assertEquals(1, unlimited.approximant().parameters()[0], 1e-12);
        if (level > 14) {
            double limited = Families.named("wavelets.haar.best")
                    .approximate(spike(level), 64, LpNorm.L2)
                    .distance()
                    .value();
            assertTrue(limited >= 0.99, "limited search: " + limited);
        }
    }

    /** Theory: on a critical Besov ball, s = 1/2 and tau = 1, the speed is s, though the encoding speed is 0. */
    @Test
    void criticalBesovBallsAreApproximatedWithSpeedS() {
        int terms = 128;
        double[] breakpoints = new double[3 * terms];
        for (int n = 1; n <= terms; n++) {
            double from = Math.scalb((double) position(n), -level(n));
            for (int i = 0; i < 3; i++) {
                breakpoints[3 * (n - 1) + i] = from + Math.scalb(0.5 * i, -level(n));
            }
        }
        Formula f = Formula.of(
                "critical",
                x -> {
                    int n = (int) (x * terms) + 1;
                    return n > terms ? 0 : haar(level(n), position(n), x) / n;
                },
                breakpoints);
        for (int m : new int[] {1, 4, 16, 64}) {
            double tail = 0;
            for (int n = terms; n > m; n--) {
                tail += 1.0 / n / n;
            }
            Approximation a = family.approximate(f, m, LpNorm.L2);
            assertEquals(Outcome.REACHED, a.outcome());
            assertEquals(Math.sqrt(tail), a.distance().value(), 1e-9, "M " + m);
        }
        Smoothness critical = new Smoothness.Besov(1, 0.5, 1, 1);
        assertEquals(
                0.5, family.theoreticalSpeed(critical, LpNorm.L2).orElseThrow().speed(), 0);
    }

    private static int level(int n) {
        return 20 + n * 7 % 19;
    }

    /** The n-th of 128 equal intervals holds the n-th spike. */
    private static long position(int n) {
        return ((n - 1L) << (level(n) - 7)) + n;
    }

    @Test
    void jumpsAreFollowedToTheEnd() {
        Formula jump = Formula.of("jump", x -> x < 1.0 / 3 ? 1 : 0, 1.0 / 3);
        // A level takes one term and halves the interval where the function is a half or so.
        double error = family.approximate(jump, 40, LpNorm.L2).distance().value();
        assertTrue(error <= Math.pow(2, -19), "error " + error);
    }

    @Test
    void isAControlWithoutEncoding() {
        assertEquals(
                EncodabilityVerdict.Kind.NOT_ENCODABLE,
                family.encodability(Cube.INTERVAL, LpNorm.L2).verdict().kind());
        assertEquals(
                EncodabilityVerdict.Kind.NOT_ESTABLISHED,
                family.encodability(Cube.INTERVAL, LpNorm.L1).verdict().kind());
        assertFalse(family.supports(Grid.of(8)));
        assertEquals(DeepHaarFamily.ID, Families.named(DeepHaarFamily.ID).id());
        assertTrue(Families.installed().representatives(1).stream().noneMatch(f -> f.id().equals(DeepHaarFamily.ID)));
    }
}
