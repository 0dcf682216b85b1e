package org.epsilonet.families.relu.internal;

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

class BitExtractionFamilyTest {
    private static final Formula KINK = Formula.of("|x - 1/3|", x -> Math.abs(x - 1.0 / 3), 1.0 / 3);

    private final BitExtractionFamily family = new BitExtractionFamily();

    private double speed(Formula f, LpNorm norm, int from, int to) {
        Approximation first = family.approximate(f, from, norm);
        Approximation last = family.approximate(f, to, norm);
        assertEquals(Outcome.REACHED, first.outcome());
        assertEquals(Outcome.REACHED, last.outcome());
        return Math.log(first.distance().value() / last.distance().value()) / Math.log((double) to / from);
    }

    /** Twice the encoding speed of the class, in the mean; in the supremum norm the ramps cost 1/M. */
    @Test
    void speedIsTwiceTheEncodingSpeed() {
        assertEquals(2, speed(KINK, LpNorm.L2, 8, 64), 0.05);
        assertEquals(2, speed(KINK, LpNorm.L1, 8, 64), 0.05);
        Formula root = Formula.of("sqrt", Math::sqrt);
        assertTrue(speed(root, LpNorm.L2, 8, 64) >= 0.95, "order 1/2: speed 1");
        assertEquals(1, speed(KINK, LpNorm.SUP, 8, 32), 0.3);
    }

    @Test
    void jumpsAreNotReached() {
        Formula jump = Formula.of("jump", x -> x < 0.4 ? 0 : 1.0, 0.4);
        assertEquals(
                Outcome.NOT_REACHED, family.approximate(jump, 32, LpNorm.L2).outcome());
        Formula pole = Formula.of("pole", x -> 1 / (x - 0.5), 0.5);
        assertEquals(Outcome.NOT_REACHED, family.approximate(pole, 3, LpNorm.L2).outcome());
    }

    @Test
    void isAControlThatIsNotEncodable() {
        EncodabilityVerdict verdict =
                family.encodability(Cube.INTERVAL, LpNorm.L2).verdict();
        assertEquals(EncodabilityVerdict.Kind.NOT_ESTABLISHED, verdict.kind());
        assertEquals(1, verdict.h(), 0);
        assertEquals(
                2,
                family.theoreticalSpeed(new Smoothness.Hoelder(1, 1), LpNorm.L2)
                        .orElseThrow()
                        .speed(),
                0);
        assertTrue(family.theoreticalSpeed(new Smoothness.Hoelder(1, 1), LpNorm.SUP)
                .isEmpty());
        assertFalse(family.supports(Grid.of(10)));
        assertTrue(family.title().startsWith("control:"));
        assertEquals(
                BitExtractionFamily.ID, Families.named(BitExtractionFamily.ID).id());
        assertTrue(
                Families.installed().representatives(1).stream().noneMatch(f -> f.id().equals(BitExtractionFamily.ID)));
    }
}
