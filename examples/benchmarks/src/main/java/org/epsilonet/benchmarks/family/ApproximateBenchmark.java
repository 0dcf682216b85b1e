package org.epsilonet.benchmarks.family;

import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.benchmarks.BenchmarkSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** One call of {@link ApproximationFamily#approximate} with a budget of a sixteenth of the samples. */
public class ApproximateBenchmark extends BenchmarkSettings {
    private static final int SAMPLES_PER_TERM = 16;

    /** The family by id; {@link org.epsilonet.benchmarks.AllFamilies} fills in all that are installed. */
    @Param("relu.shallow")
    public String family = "";

    /** The number of samples: four times as many take about four times as long. */
    @Param({"16384", "65536", "262144", "1048576"})
    public int samples;

    private Samples data = doppler(1);
    private ApproximationFamily chosen = Families.available().get(0);

    /** Looks up the family and samples the data. */
    @Setup
    public void prepare() {
        data = doppler(samples);
        chosen = Families.named(family);
    }

    /** In the root mean square. */
    @Benchmark
    public Approximation rootMeanSquare() {
        return chosen.approximate(data, samples / SAMPLES_PER_TERM, LpNorm.L2);
    }

    /** In the supremum norm. */
    @Benchmark
    public Approximation supremum() {
        return chosen.approximate(data, samples / SAMPLES_PER_TERM, LpNorm.SUP);
    }
}
