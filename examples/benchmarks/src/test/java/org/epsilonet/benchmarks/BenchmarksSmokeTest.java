package org.epsilonet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs for an instant on little data; what it measures then means nothing. */
class BenchmarksSmokeTest {
    private static final int BENCHMARKS = 23;

    @Test
    void everyBenchmarkRuns() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("org.epsilonet.benchmarks")
                        .param("samples", "256")
                        .param("points", "256")
                        .param("knots", "20")
                        .param("width", "64")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(5))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        assertEquals(BENCHMARKS, results.size());
        for (RunResult result : results) {
            double time = result.getPrimaryResult().getScore();
            assertTrue(time > 0 && time < 60_000, () -> result.getParams() + ": " + time + " ms");
        }
    }
}
