package org.epsilonet.codec;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.Samples;

/** Data of every character, by name. */
public final class Signals {
    private Signals() {}

    static Map<String, double[]> ofLength(int n, long seed) {
        Random random = new Random(seed);
        Map<String, double[]> signals = new LinkedHashMap<>();
        signals.put("smooth", values(n, x -> Math.sin(7 * x) + x * x));
        signals.put("noise", values(n, x -> random.nextGaussian()));
        signals.put("brownian", brownian(n, random));
        signals.put("blocks", values(n, x -> Math.floor(7 * x) % 3 + (x > 0.3141 ? 2.5 : 0)));
        signals.put("doppler", values(n, x -> Math.sqrt(x * (1 - x)) * Math.sin(2.1 * Math.PI / (x + 0.05))));
        signals.put("spike", values(n, x -> Math.abs(x - 0.37) < 0.6 / n ? 1 : 0));
        signals.put("constant", values(n, x -> 0.1));
        return signals;
    }

    public static double[] of(String name, int n, long seed) {
        double[] values = ofLength(n, seed).get(name);
        if (values == null) {
            throw new IllegalArgumentException("no signal " + name);
        }
        return values;
    }

    private static double[] values(int n, DoubleUnaryOperator f) {
        double[] v = new double[n];
        Arrays.setAll(v, i -> f.applyAsDouble((i + 0.5) / n));
        return v;
    }

    private static double[] brownian(int n, Random random) {
        double[] v = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += random.nextGaussian() / Math.sqrt(n);
            v[i] = sum;
        }
        return v;
    }

    static double[] scaled(double[] values, double factor, double offset) {
        double[] v = new double[values.length];
        Arrays.setAll(v, i -> factor * values[i] + offset);
        return v;
    }

    /** A discontinuity along a circle, and a ramp. */
    static Samples cartoon(int rows, int columns) {
        double[] v = new double[rows * columns];
        for (int i = 0; i < v.length; i++) {
            double y = (i / columns + 0.5) / rows - 0.4;
            double x = (i % columns + 0.5) / columns - 0.5;
            v[i] = Math.rint(60 * (x + 1) + (x * x + y * y < 0.09 ? 130 : 0));
        }
        return Samples.of("cartoon", Grid.of(rows, columns), v);
    }

    /** Haar coefficients of both signs whose sizes fall. */
    public static double[] fading(int n, IntToDoubleFunction size, long seed) {
        Random random = new Random(seed);
        double[] values = new double[n];
        for (int i = 1; i < n; i++) {
            int octave = Integer.highestOneBit(i);
            double c = size.applyAsDouble(i) * (random.nextDouble() + 0.2) * (random.nextBoolean() ? 1 : -1);
            for (int j = 0; j < n; j++) {
                double place = (double) j * octave / n - (i - octave);
                values[j] += place >= 0 && place < 1 ? c * StrictMath.sqrt(octave) * (place < 0.5 ? 1 : -1) : 0;
            }
        }
        return values;
    }
}
