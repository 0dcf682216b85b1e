package org.epsilonet.api.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 14, (1 << 15) - 1, 1 << 15, (1 << 17) + 12_345})
    void everyPlaceIsVisitedOnce(int length) {
        AtomicIntegerArray visits = new AtomicIntegerArray(length);
        Stretches.forEach(length, (begin, end) -> {
            for (int i = begin; i < end; i++) {
                visits.incrementAndGet(i);
            }
        });
        for (int i = 0; i < length; i++) {
            assertEquals(1, visits.get(i), "place " + i);
        }
    }

    @Test
    void theFirstOfSeveralFailuresIsThrown() {
        for (int n = 0; n < 20; n++) {
            IllegalArgumentException first = assertThrows(
                    IllegalArgumentException.class,
                    () -> Stretches.forEach(1 << 18, (begin, end) -> {
                        if (end > 100_000) {
                            throw new IllegalArgumentException("place " + Math.max(begin, 100_000));
                        }
                    }));
            assertEquals("place 100000", first.getMessage());
        }
    }
}
