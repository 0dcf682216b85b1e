package org.epsilonet.benchmarks.codec;

import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.benchmarks.BenchmarkSettings;
import org.epsilonet.codec.Decoded;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.FormatException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Decoding a file that {@link EncodeBenchmark} writes. */
public class DecodeBenchmark extends BenchmarkSettings {
    /** The number of samples. */
    @Param({"16384", "1048576"})
    public int samples;

    private byte[] file = {};

    /** Writes the file. */
    @Setup
    public void prepare() {
        file = Encoder.encode(
                        Signals.of("doppler", samples), EncoderOptions.relative(1e-3, LpNorm.L2), Families.available())
                .bytes();
    }

    /** Back to samples. */
    @Benchmark
    public Decoded decode() throws FormatException {
        return Decoder.decode(file, Families.installed(), samples);
    }
}
