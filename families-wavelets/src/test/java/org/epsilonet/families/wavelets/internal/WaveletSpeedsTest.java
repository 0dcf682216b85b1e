package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;

/** Cited speeds: those of the theory, and none where there is none. */
class WaveletSpeedsTest {
    @Test
    void citedSpeedsAreThoseOfTheTheory() {
        assertSpeed(0.5, "haar.first", new Smoothness.PiecewiseSmooth(2, 1), LpNorm.L2);
        assertSpeed(1, "haar.best", new Smoothness.PiecewiseSmooth(2, 1), LpNorm.L2);
        assertSpeed(4, "db4.best", new Smoothness.PiecewiseSmooth(7, 3), LpNorm.L2);
        // A jump at the depth M^8 costs M^(-8/4) in L4.
        assertSpeed(2, "db4.best", new Smoothness.PiecewiseSmooth(7, 3), new LpNorm(4));
        assertSpeed(0.5, "db4.first", new Smoothness.BoundedVariation(1), LpNorm.L2);
        assertSpeed(1, "db4.best", new Smoothness.BoundedVariation(1), LpNorm.L2);
        assertSpeed(1.5, "db4.first", new Smoothness.Besov(1, 2, 1, 1), LpNorm.L2);
        assertSpeed(2, "db4.best", new Smoothness.Besov(1, 2, 1, 1), LpNorm.L2);
        assertSpeed(4, "cdf97.best", new Smoothness.Hoelder(1, 7), LpNorm.SUP);
        assertSpeed(0.25, "cdf97.first", new Smoothness.Cartoon(2, 2), LpNorm.L2);
        assertSpeed(0.5, "cdf97.best", new Smoothness.Cartoon(2, 2), LpNorm.L2);
        assertSpeed(0.5, "haar.best", new Smoothness.Singleton(1, "weierstrass"), LpNorm.SUP);
        assertSpeed(2, "db4.tree", new Smoothness.Besov(1, 2, 1, 1), LpNorm.L2);
        assertSpeed(0.5, "db4.tree", new Smoothness.Cartoon(2, 2), LpNorm.L2);
        assertNoSpeed("db4.tree", new Smoothness.BoundedVariation(2), LpNorm.L2);
        assertNoSpeed("db2.best", new Smoothness.Barron(2), LpNorm.L2);
        assertSpeed(1.0 / 3, "db2.best", new Smoothness.Hoelder(3, 1), LpNorm.L2);
        assertNoSpeed("db2.best", new Smoothness.Hoelder(4, 1), LpNorm.L2);
    }

    private static void assertSpeed(double expected, String id, Smoothness smoothness, LpNorm norm) {
        assertEquals(expected, cited(id, smoothness, norm).orElseThrow().speed(), 1e-12, id + " on " + smoothness);
    }

    private static void assertNoSpeed(String id, Smoothness smoothness, LpNorm norm) {
        assertEquals(Optional.empty(), cited(id, smoothness, norm), id + " on " + smoothness);
    }

    private static Optional<CitedSpeed> cited(String id, Smoothness smoothness, LpNorm norm) {
        return Families.named("wavelets." + id).theoreticalSpeed(smoothness, norm);
    }

    /** In the supremum norm functions with jumps are no compact class. */
    @Test
    void jumpsHaveNoSpeedInTheSupremumNorm() {
        for (String id : new String[] {"db4.best", "db4.first"}) {
            assertNoSpeed(id, new Smoothness.PiecewiseSmooth(2, 1), LpNorm.SUP);
            assertNoSpeed(id, new Smoothness.BoundedVariation(1), LpNorm.SUP);
            assertSpeed(2, id, new Smoothness.PiecewiseSmooth(2, 0), LpNorm.SUP);
        }
    }

    /** One vanishing moment sees the slopes; the steepest counts in the supremum norm, without choice. */
    @Test
    void logarithmOfTakagi() {
        assertEquals(1, takagi("haar.first", LpNorm.SUP));
        assertEquals(0.5, takagi("haar.best", LpNorm.SUP));
        assertEquals(0.5, takagi("haar.first", LpNorm.L2));
        assertEquals(1, takagi("db2.first", LpNorm.SUP));
        assertEquals(0, takagi("db2.best", LpNorm.SUP));
        assertEquals(0, takagi("db2.first", LpNorm.L2));
        assertNoSpeed("haar.best", new Smoothness.Singleton(2, "takagi"), LpNorm.L2);
    }

    private static double takagi(String id, LpNorm norm) {
        Smoothness takagi = new Smoothness.Singleton(1, "takagi");
        assertSpeed(1, id, takagi, norm);
        return cited(id, takagi, norm).orElseThrow().logPower();
    }
}
