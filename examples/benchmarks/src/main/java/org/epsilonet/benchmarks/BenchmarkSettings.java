package org.epsilonet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Samples;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The settings that all benchmarks share: milliseconds per call, in a fresh virtual machine, and the data. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@State(Scope.Benchmark)
public abstract class BenchmarkSettings {
    /**
     * The Doppler function of Donoho and Johnstone: smooth on the right, ever faster on the left, so that every kind of
     * family has to work.
     *
     * @param samples how many
     * @return samples of modulus at most 1
     */
    protected static Samples doppler(int samples) {
        return Formula.of("doppler", x -> 2 * Math.sqrt(x * (1 - x)) * Math.sin(2 * Math.PI * 1.05 / (x + 0.05)))
                .sampledOn(samples);
    }
}
