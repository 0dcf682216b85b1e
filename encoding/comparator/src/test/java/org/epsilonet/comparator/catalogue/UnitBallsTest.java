package org.epsilonet.comparator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.entropy.CrossAxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class of the catalogue is a definite set, with bounds on its entropy that agree with its encoding speed. */
class UnitBallsTest {
    /** No lower bound with constants is known here: a list that should become shorter. */
    private static final List<String> WITHOUT_BOUNDS = List.of(
            "sobolev.2.1",
            "analytic.2.d2",
            "analytic.2.d3",
            "exponential-type.32",
            "modulation.1",
            "modulation-localized.0.5",
            "cartoon.2.d3",
            "barron.d2",
            "barron.d3",
            "barron-step.d3",
            "spectral-barron.1.d2");

    static List<FunctionClass> classes() {
        return new StandardClasses().classes();
    }

    @ParameterizedTest
    @MethodSource("classes")
    void everyClassIsDefinedAndBoundedFromBelow(FunctionClass c) {
        assertFalse(c.definition().isBlank(), c.id());
        double before = 0;
        if (WITHOUT_BOUNDS.contains(c.id())) {
            assertTrue(
                    c.entropy(0.1, c.norm())
                            .map(EntropyBounds::bitsLower)
                            .orElse(Double.NaN)
                            .isNaN(),
                    c.id());
            return;
        }
        for (double epsilon = 2; epsilon > 1e-5; epsilon /= 2.7) {
            EntropyBounds bounds = c.entropy(epsilon, c.norm()).orElseThrow();
            assertTrue(bounds.bitsLower() >= before * (1 - 1e-9), c.id() + " at " + epsilon + ": " + bounds);
            before = bounds.bitsLower();
        }
        assertEquals(c.smoothness() instanceof Smoothness.Singleton, before == 0, c.id());
    }

    /** In its usual metric, and in all where one is known: an upper bound of the order of the encoding speed. */
    @ParameterizedTest
    @MethodSource("classes")
    void boundsHaveTheOrderOfTheEncodingSpeed(FunctionClass c) {
        for (LpNorm norm : List.of(LpNorm.L1, LpNorm.L2, LpNorm.SUP)) {
            double speed = c.encodingSpeed(norm).map(CitedSpeed::speed).orElse(Double.NaN);
            if (c.entropy(1e-4, norm).isEmpty() || Double.isNaN(speed)) {
                continue;
            }
            EntropyBounds coarse = c.entropy(1e-3, norm).orElseThrow();
            EntropyBounds fine = c.entropy(1e-5, norm).orElseThrow();
            String what = c.id() + " in " + norm + ": " + coarse + ", " + fine;
            if (speed == 0) {
                assertEquals(Double.POSITIVE_INFINITY, fine.bitsLower(), what);
                assertEquals(Double.POSITIVE_INFINITY, fine.bitsUpper(), what);
                assertTrue(fine.source().contains("not compact"), what);
            } else if (Double.isFinite(speed)) {
                // Two decades of the accuracy; the entropy may have logarithms and lower orders.
                double logs = c.encodingSpeed(norm).orElseThrow().logPower();
                double factor = Math.pow(100, 1 / speed) * Math.pow(5.0 / 3, logs);
                if (coarse.bitsLower() > 20) {
                    // Numbers of cubes are cubes: 5^3 stands for all below 6^3.
                    double rounding = c.dimension() < 3 ? 0.3 : 0.4;
                    assertEquals(1, fine.bitsLower() / coarse.bitsLower() / factor, rounding, what);
                }
                if (!Double.isNaN(fine.bitsUpper())) {
                    double ratio = fine.bitsUpper() / coarse.bitsUpper() / factor;
                    assertTrue(ratio > 0.3 && ratio < 2, ratio + " " + what);
                }
            }
        }
    }

    /** Covered by few balls as soon as the accuracy allows: what is not compact is still bounded. */
    @ParameterizedTest
    @CsvSource({"bv, 1, 0", "piecewise-smooth.2, 1, 0", "hoelder.1, 1, 0", "takagi, 0.001, 0"})
    void oneBallIsEnough(String id, double epsilon, double bits) {
        EntropyBounds bounds =
                FunctionClasses.installed().get(id).entropy(epsilon, LpNorm.SUP).orElseThrow();
        assertEquals(bits, bounds.bitsLower());
        assertEquals(bits, bounds.bitsUpper());
    }

    /** Counted one by one: k in the plane by the product, and an axis for each. */
    @Test
    void axesOfTheHyperbolicCross() {
        int[] upTo = new int[31];
        for (int i = -30; i <= 30; i++) {
            for (int j = -30; j <= 30; j++) {
                int product = Math.max(1, Math.abs(i)) * Math.max(1, Math.abs(j));
                for (int p = product; p <= 30; p++) {
                    upTo[p]++;
                }
            }
        }
        for (int p = 1; p < 30; p++) {
            assertEquals(1.0 / p, CrossAxes.shortened(2, 1).applyAsDouble(upTo[p]), 1e-15);
            assertEquals(1.0 / (p + 1), CrossAxes.lengthened(2, 1).applyAsDouble(upTo[p] + 1L), 1e-15);
        }
        double before = 1;
        for (long n = 1; n < 1L << 40; n += 1 + n / 3) {
            double axis = CrossAxes.lengthened(2, 1).applyAsDouble(n);
            assertTrue(axis <= before && CrossAxes.shortened(2, 1).applyAsDouble(n) <= axis, "n = " + n);
            before = axis;
        }
    }

    /** All wavelets are in the ball, sqrt(2) apart: a ball of smaller radius than half of that holds at most one. */
    @Test
    void theCriticalBallHasNoFiniteCover() {
        FunctionClass critical = FunctionClasses.installed().get("besov.critical");
        assertEquals(
                Double.POSITIVE_INFINITY,
                critical.entropy(0.7, LpNorm.L2).orElseThrow().bitsLower());
        assertEquals(0, critical.entropy(0.71, LpNorm.L2).orElseThrow().bitsLower());
        assertEquals(0, critical.entropy(1, LpNorm.L2).orElseThrow().bitsUpper());
        assertTrue(critical.entropy(0.1, LpNorm.L1).isEmpty());
    }

    @Test
    void whatIsNotKnownIsNotInvented() {
        FunctionClass cartoon = FunctionClasses.installed().get("cartoon.2");
        assertTrue(Double.isNaN(cartoon.entropy(0.01, LpNorm.L2).orElseThrow().bitsUpper()));
        assertTrue(cartoon.entropy(0.7, LpNorm.SUP).isEmpty());
        FunctionClass sobolev = FunctionClasses.installed().get("sobolev.2");
        assertTrue(Double.isNaN(sobolev.entropy(0.01, LpNorm.SUP).orElseThrow().bitsUpper()));
        assertTrue(Double.isNaN(sobolev.entropy(0.01, LpNorm.L1).orElseThrow().bitsLower()));
        assertTrue(UnitBalls.entropy(new Smoothness.Mixed(2, 1), 0.1, LpNorm.L2).isEmpty());
        assertEquals("", UnitBalls.definition(new Smoothness.Hoelder(2, 0.5)));
    }

    @Test
    void accuraciesAreChecked() {
        FunctionClass c = FunctionClasses.installed().get("hoelder.1");
        for (double epsilon : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> c.entropy(epsilon, LpNorm.SUP));
        }
        assertThrows(IllegalArgumentException.class, () -> new EntropyBounds(1, LpNorm.L2, 2, 1, "x"));
        assertThrows(IllegalArgumentException.class, () -> new EntropyBounds(1, LpNorm.L2, 0, 1, " "));
    }
}
