package org.epsilonet.benchmarks.codec;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.epsilonet.api.function.Samples;

/** One-dimensional data on which codecs are measured. */
final class Signals {
    private Signals() {}

    /**
     * A signal: {@code doppler}, ever faster on the left; {@code brownian}, a random walk; {@code noise}, white and Gaussian;
     * {@code piecewise}, smooth but for two jumps.
     *
     * @param name one of these
     * @param samples how many
     * @return the samples
     */
    static Samples of(String name, int samples) {
        double[] values = switch (name) {
            case "doppler" ->
                sampled(samples, x -> 2 * Math.sqrt(x * (1 - x)) * Math.sin(2 * Math.PI * 1.05 / (x + 0.05)));
            case "piecewise" -> sampled(samples, Signals::piecewise);
            case "noise" -> noise(samples);
            case "brownian" -> summed(noise(samples));
            default -> throw new IllegalArgumentException("no signal " + name);
        };
        return Samples.of(name, values);
    }

    private static double[] sampled(int samples, DoubleUnaryOperator f) {
        double[] values = new double[samples];
        Arrays.setAll(values, i -> f.applyAsDouble((i + 0.5) / samples));
        return values;
    }

    private static double piecewise(double x) {
        if (x < 0.3) {
            return Math.sin(9 * x);
        }
        return x < 0.62 ? x * x - 1 : Math.exp(-3 * x) + 0.5 * Math.cos(14 * x);
    }

    private static double[] noise(int samples) {
        Random random = new Random(7);
        double[] values = new double[samples];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private static double[] summed(double[] steps) {
        double[] values = steps.clone();
        for (int i = 1; i < values.length; i++) {
            values[i] += values[i - 1];
        }
        return values;
    }
}
