package org.epsilonet.benchmarks.family;

import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.benchmarks.BenchmarkSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What a single pass over the samples costs: every approximation measures its distance, so none can be faster. */
public class OnePassBaseline extends BenchmarkSettings {
    /** The number of samples. */
    @Param({"16384", "65536", "262144", "1048576"})
    public int samples;

    private Samples data = doppler(1);

    /** Samples the data. */
    @Setup
    public void prepare() {
        data = doppler(samples);
    }

    /** Copies the samples and takes their norm. */
    @Benchmark
    public double norm() {
        return LpNorm.L2.of(data.values());
    }
}
