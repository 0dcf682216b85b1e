package org.epsilonet.benchmarks.codec;

import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.benchmarks.BenchmarkSettings;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.Encoding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** Encoding within 1e-3 of the range with whichever family needs the fewest bits; two threads, one call each time. */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class EncodeBenchmark extends BenchmarkSettings {
    private static final EncoderOptions WITHIN = EncoderOptions.relative(1e-3, LpNorm.L2);

    /** What is encoded. */
    @Param("doppler")
    public String signal = "doppler";

    /** The number of samples. */
    @Param({"4096", "1048576"})
    public int samples;

    private Samples data = Signals.of("doppler", 1);

    /** Samples the data. */
    @Setup
    public void prepare() {
        data = Signals.of(signal, samples);
    }

    /** All installed families compete, and the samples themselves. */
    @Benchmark
    public Encoding auto() {
        return Encoder.shortest(data, WITHIN, Families.available());
    }
}
