package org.epsilonet.comparator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.comparator.Supremum;
import org.junit.jupiter.api.Test;

/** Bounds that measurements may break: Jackson's, and the number of functions that few bits tell apart. */
class HardFunctionsTest {
    private static final List<Target> LINES =
            List.of(Formula.of("0", x -> 0), Formula.of("1/2", x -> 0.5), Formula.of("1", x -> 1));

    private static Supremum supremum(double lower, double upper) {
        return new Supremum(16, lower, 8, "somewhere", "a function", upper, "a theorem");
    }

    @Test
    void anErrorBeyondAProvenBoundIsAViolation() {
        assertTrue(HardFunctions.violation(supremum(0.5, 0.5)).isEmpty());
        assertTrue(HardFunctions.violation(supremum(0.5, Double.NaN)).isEmpty());
        String text = HardFunctions.violation(supremum(0.5, 0.4)).orElseThrow();
        assertTrue(text.contains("0.5") && text.contains("0.4") && text.contains("a theorem"), text);
    }

    /** Three functions 1/2 apart: one bit cannot tell them apart within 0.2, two bits can, and within 0.3 one serves. */
    @Test
    void fewerBitsThanFunctionsIsAViolation() {
        assertTrue(pigeons(1, 0.2).contains("1 bits tell 3 functions apart"), pigeons(1, 0.2));
        assertEquals("", pigeons(2, 0.2));
        assertEquals("", pigeons(1, 0.3));
        assertEquals("", pigeons(-1, 0.2));
    }

    private static String pigeons(long bits, double error) {
        Measurement coded =
                new Measurement(true, new Distance(error, 0, Distance.Kind.ESTIMATED, LpNorm.L2), error, bits, 1);
        return Pigeonhole.violation(LINES, List.of(coded, coded, coded), LpNorm.L2, 1)
                .orElse("");
    }

    /** Samples come near the seminorms from below. */
    @Test
    void radiiOfBalls() {
        Formula line = Formula.of("3 x", x -> 3 * x);
        assertEquals(3, BallRadius.of(new Smoothness.Hoelder(1, 1), line), 1e-9);
        assertEquals(3, BallRadius.of(new Smoothness.BoundedVariation(1), line), 1e-3);
        Formula root = Formula.of("2 sqrt x", x -> 2 * Math.sqrt(x));
        double radius = BallRadius.of(new Smoothness.Hoelder(1, 0.5), root);
        assertTrue(radius <= 2 && radius > 1.9, "radius " + radius);
        Formula wave = Formula.of("sine", x -> Math.sin(2 * Math.PI * x));
        Smoothness circle = new Smoothness.Periodic(new Smoothness.Besov(1, 1, 2, 2));
        assertEquals(Math.sqrt(2) * Math.PI, BallRadius.of(circle, wave), 1e-5);
        assertFalse(BallRadius.of(new Smoothness.Besov(1, 1, 1, 1), wave) > 0);
    }
}
