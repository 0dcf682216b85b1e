package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;

class RecentTest {
    @Test
    void keepsThoseAskedForLast() {
        Recent<String, Object> recent = new Recent<>(2);
        Object first = recent.get("first", Object::new);
        Object second = recent.get("second", Object::new);
        assertSame(first, recent.get("first", Object::new));
        recent.get("third", Object::new);
        assertSame(first, recent.get("first", Object::new));
        assertNotSame(second, recent.get("second", Object::new));
    }

    /** Families that share transforms of a formula find what they find alone. */
    @Test
    void sharedTransformsGiveTheSameApproximations() {
        WaveletSystem system = WaveletSystem.named("db4");
        for (int dimension = 1; dimension <= 2; dimension++) {
            for (LpNorm norm : new LpNorm[] {LpNorm.L2, LpNorm.SUP}) {
                Formula shared = formula(dimension);
                for (Selection selection : Selection.values()) {
                    WaveletFamily family = new WaveletFamily(system, selection);
                    Approximation expected = family.approximate(formula(dimension), 100, norm);
                    Approximation actual = family.approximate(shared, 100, norm);
                    String message = family + " in dimension " + dimension + ", " + norm;
                    assertEquals(expected.distance(), actual.distance(), message);
                    assertArrayEquals(
                            expected.approximant().parameters(),
                            actual.approximant().parameters(),
                            message);
                }
            }
        }
    }

    private static Formula formula(int dimension) {
        return Formula.of("ramp", dimension, x -> Math.abs(x[0] - 0.3) + (x[x.length - 1] > 0.6 ? 0.5 : 0));
    }
}
