package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
    /** More than enough to hang for ever on two processors, where the first hundred did. */
    private static final int ROUNDS = 500;

    private static final int PIECES = 64;

    /** Takes a few seconds; a hang is what the limit is for. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void resultsComeInTheOrderOfTheThings() {
        List<Integer> squares = new Workers(3).map(List.of(5, 1, 4, 2), i -> i * i);

        assertEquals(List.of(25, 1, 16, 4), squares);
    }

    /** More threads than things, as many, fewer: each thing has its turn. */
    @Test
    void everyThingIsDoneOnce() {
        for (int threads = 1; threads <= 5; threads++) {
            for (int things = 0; things <= 11; things++) {
                List<Integer> all = IntStream.range(0, things).boxed().toList();
                assertEquals(all, new Workers(threads).map(all, i -> i));
            }
        }
    }

    @Test
    void theFirstFailureIsThrownAsItIs() {
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> new Workers(2).map(List.of(1, 2, 3), i -> {
                    if (i > 1) {
                        throw new IllegalArgumentException("thing " + i);
                    }
                    return i;
                }));

        assertEquals("thing 2", thrown.getMessage());
    }

    @Test
    void worksInsideAndAroundParallelStreams() {
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                List<List<Double>> sums = IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(any -> new Workers(2).map(List.of(1, 2), WorkersTest::sumInParallel))
                        .toList();
                sums.forEach(s -> assertEquals(List.of(64.0, 128.0), s));
            }
        });
    }

    private static double sumInParallel(int value) {
        return DoubleStream.generate(() -> value).limit(PIECES).parallel().sum();
    }
}
