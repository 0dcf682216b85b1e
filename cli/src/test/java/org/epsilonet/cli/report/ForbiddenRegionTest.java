package org.epsilonet.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.cli.report.ForbiddenRegion.Slab;
import org.junit.jupiter.api.Test;

/** The shaded region holds no code: every point of it is below the certified entropy at its own error. */
class ForbiddenRegionTest {
    private static final LogAxis BITS = LogAxis.decades(100, 1e5);
    private static final LogAxis ERROR = LogAxis.decades(1e-5, 1);

    @Test
    void everyPointInsideIsBelowTheEntropyAtItsError() {
        Random random = new Random(20221124);
        for (String id : List.of("hoelder.0.5", "bv", "cartoon.2")) {
            FunctionClass c = FunctionClasses.installed().get(id);
            ForbiddenRegion region =
                    ForbiddenRegion.of(c, c.norm(), BITS, ERROR).orElseThrow();
            assertTrue(region.slabs().size() > 5, region::toString);
            for (Slab slab : region.slabs()) {
                double error = slab.low() * Math.pow(slab.high() / slab.low(), random.nextDouble());
                double needed = c.entropy(error, c.norm()).orElseThrow().bitsLower();
                assertTrue(slab.bits() <= needed, () -> id + " at " + error + ": " + slab + ", needs " + needed);
            }
        }
    }

    @Test
    void slabsLieUponEachOtherInsideTheAxes() {
        FunctionClass c = FunctionClasses.installed().get("hoelder.0.5");
        List<Slab> slabs =
                ForbiddenRegion.of(c, c.norm(), BITS, ERROR).orElseThrow().slabs();
        for (int k = 0; k < slabs.size(); k++) {
            assertTrue(slabs.get(k).bits() > BITS.min() && slabs.get(k).bits() <= BITS.max());
            if (k > 0) {
                assertEquals(slabs.get(k - 1).low(), slabs.get(k).high(), 1e-12);
                assertTrue(slabs.get(k).bits() >= slabs.get(k - 1).bits(), "smaller errors need more bits");
            }
        }
        assertEquals(ERROR.min(), slabs.get(slabs.size() - 1).low(), 1e-15);
    }

    @Test
    void whatIsNotKnownIsNotShaded() {
        FunctionClass unknown = FunctionClasses.installed().all().stream()
                .filter(c -> c.entropy(0.01, new LpNorm(3.5)).isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.empty(), ForbiddenRegion.of(unknown, new LpNorm(3.5), BITS, ERROR));
        assertFalse(ForbiddenRegion.of(
                        FunctionClasses.installed().get("hoelder.0.5"),
                        LpNorm.SUP,
                        LogAxis.decades(1e9, 1e12),
                        LogAxis.decades(0.1, 1))
                .isPresent());
    }
}
