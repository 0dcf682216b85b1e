package org.epsilonet.benchmarks;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.benchmarks.family.ApproximateBenchmark;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link ApproximateBenchmark} for every installed family of one variable, with any options of JMH. */
public final class AllFamilies {
    private AllFamilies() {}

    /** Takes the command line of {@code org.openjdk.jmh.Main}. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        String[] ids = Families.available().stream()
                .filter(f -> f.dimensions().contains(1))
                .map(ApproximationFamily::id)
                .toArray(String[]::new);
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .include(ApproximateBenchmark.class.getName())
                        .param("family", ids)
                        .build())
                .run();
    }
}
