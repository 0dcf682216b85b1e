package org.epsilonet.benchmarks.wavelet;

import java.util.Random;
import org.epsilonet.benchmarks.BenchmarkSettings;
import org.epsilonet.families.wavelets.Wavelet;
import org.epsilonet.families.wavelets.WaveletTransform;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The transform of {@code samples} numbers and its inverse, by one thread, and of a square of four times as many, by all
 * processors; all levels. Filters are computed beforehand, arrays for the results are reused.
 */
public class WaveletTransformBenchmark extends BenchmarkSettings {
    private static final long SEED = 1;

    /** The wavelet. */
    @Param("db4")
    public String wavelet = "";

    /** The number of samples, a power of four. */
    @Param("1048576")
    public int samples;

    private double[] line = {};
    private double[] lineResult = {};
    private double[] square = {};
    private double[] squareResult = {};
    private WaveletTransform onLine = WaveletTransform.of(Wavelet.named("db1"), 1);
    private WaveletTransform onSquare = onLine;

    /** Draws the samples. */
    @Setup
    public void prepare() {
        int side = 2 * (int) Math.sqrt(samples);
        onLine = WaveletTransform.of(Wavelet.named(wavelet), samples);
        onSquare = WaveletTransform.of(Wavelet.named(wavelet), side, side);
        line = new Random(SEED).doubles(samples).toArray();
        lineResult = new double[samples];
        square = new Random(SEED).doubles((long) side * side).toArray();
        squareResult = new double[side * side];
    }

    /** One axis, forward. */
    @Benchmark
    public double[] forward() {
        onLine.forward(line, lineResult);
        return lineResult;
    }

    /** One axis, inverse. */
    @Benchmark
    public double[] inverse() {
        onLine.inverse(line, lineResult);
        return lineResult;
    }

    /** Two axes, forward. */
    @Benchmark
    public double[] forwardSquare() {
        onSquare.forward(square, squareResult);
        return squareResult;
    }

    /** Two axes, inverse. */
    @Benchmark
    public double[] inverseSquare() {
        onSquare.inverse(square, squareResult);
        return squareResult;
    }
}
