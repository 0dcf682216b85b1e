package org.epsilonet.api.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DistanceTest {
    @Test
    void aSumHasTheWeakerKind() {
        Distance proved = Distance.certified(0.25, LpNorm.L2);
        Distance measured = Distance.measured(0.5, LpNorm.L2);
        Distance estimated = Distance.estimated(1, 0.125, LpNorm.L2);
        assertEquals(Distance.Kind.CERTIFIED, proved.plus(proved).kind());
        assertEquals(Distance.Kind.MEASURED, proved.plus(measured).kind());
        assertEquals(Distance.Kind.ESTIMATED, measured.plus(estimated).kind());
        assertEquals(0.125, measured.plus(estimated).uncertainty());
    }

    @Test
    void aSumIsRoundedUp() {
        double sum = Distance.certified(1, LpNorm.SUP)
                .plus(Distance.certified(0x1p-60, LpNorm.SUP))
                .value();
        assertTrue(sum > 1);
    }

    @Test
    void normsDoNotMix() {
        Distance inSup = Distance.measured(1, LpNorm.SUP);
        assertThrows(
                IllegalArgumentException.class,
                () -> Distance.measured(1, LpNorm.L2).plus(inSup));
        assertThrows(IllegalArgumentException.class, () -> Distance.measured(Double.NaN, LpNorm.L2));
    }
}
