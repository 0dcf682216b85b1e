package org.epsilonet.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearAxisTest {
    private static List<String> labels(double largest) {
        return LinearAxis.fromZero(largest).ticks().stream()
                .map(Axis.Tick::label)
                .toList();
    }

    @Test
    void ticksAreRoundNumbers() {
        assertEquals(List.of("0", "10", "20", "30", "40", "50", "60"), labels(64));
        assertEquals(List.of("0", "20", "40", "60", "80"), labels(87));
        assertEquals(List.of("0", "1", "2", "3", "4", "5"), labels(5));
    }

    @Test
    void everyAxisHasAFewTicksInside() {
        for (double largest = 1e-6; largest < 1e6; largest *= 1.37) {
            LinearAxis axis = LinearAxis.fromZero(largest, largest / 2);
            assertTrue(axis.ticks().size() >= 3 && axis.ticks().size() <= 9, "ticks of " + largest + ": " + axis);
            assertTrue(axis.ticks().stream().allMatch(t -> t.value() <= axis.max()), axis.toString());
            assertEquals(1 / 1.04, axis.position(largest), 1e-12);
        }
        assertEquals(1, LinearAxis.fromZero().max());
    }
}
