package org.epsilonet.benchmarks.codec;

import java.util.List;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.benchmarks.BenchmarkSettings;
import org.epsilonet.codec.Decoded;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.Encoding;
import org.epsilonet.codec.FormatException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One family within 1e-3 of the range of the data, in the root mean square. 2^20 doubles are 8.39 MB: 40 MB/s are 210 ms, 100
 * MB/s are 84 ms.
 */
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ThroughputBenchmark extends BenchmarkSettings {
    private static final EncoderOptions WITHIN = EncoderOptions.relative(1e-3, LpNorm.L2);

    /** What is encoded: few coefficients, a thirtieth of all, or all of them. */
    @Param({"doppler", "brownian", "noise"})
    public String signal = "doppler";

    /** The family. */
    @Param("wavelets.cdf97.best")
    public String family = "wavelets.cdf97.best";

    /** The number of samples. */
    @Param("1048576")
    public int samples;

    private Samples data = Signals.of("doppler", 1);
    private byte[] file = {};

    /** Samples the data and encodes them once. */
    @Setup
    public void prepare() {
        data = Signals.of(signal, samples);
        file = encode().bytes();
    }

    /** From samples to a verified file. */
    @Benchmark
    public Encoding encode() {
        return Encoder.encode(data, WITHIN, List.of(Families.named(family)));
    }

    /** Back to samples. */
    @Benchmark
    public Decoded decode() throws FormatException {
        return Decoder.decode(file, Families.installed(), samples);
    }
}
