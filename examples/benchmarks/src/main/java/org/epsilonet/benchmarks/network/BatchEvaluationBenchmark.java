package org.epsilonet.benchmarks.network;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.epsilonet.benchmarks.BenchmarkSettings;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;
import org.epsilonet.families.relu.kernel.DenseKernel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The network 2-256-256-256-1 in floats at many points, on all cores: about 263,000 operations a point. */
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx3g", "--add-modules", "jdk.incubator.vector"})
public class BatchEvaluationBenchmark extends BenchmarkSettings {
    private static final int[] SIZES = {2, 256, 256, 256, 1};

    /** What evaluates: our two kernels, or ONNX Runtime with as many threads as there are cores. */
    @Param({"plain", "vector", "onnxruntime"})
    public String engine = "";

    /** The number of points. */
    @Param({"1024", "16384"})
    public int points;

    private float[] input = {};
    private Engine evaluate = new Engine.None();

    /** Draws weights as a trainer would start with, and points. */
    @Setup
    public void prepare() throws OrtException {
        Random random = new Random(1);
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 1; l < SIZES.length; l++) {
            double scale = Math.sqrt(6.0 / SIZES[l - 1]);
            double[] weights = floats(random, SIZES[l] * SIZES[l - 1], scale);
            maps.add(AffineMap.of(weights, SIZES[l - 1], floats(random, SIZES[l], 0.1)));
        }
        ReluNetwork network = ReluNetwork.of(maps);
        input = new float[2 * points];
        for (int i = 0; i < input.length; i++) {
            input[i] = 2 * random.nextFloat() - 1;
        }
        evaluate = switch (engine) {
            case "plain" -> new Engine.Own(network, DenseKernel.plain());
            case "vector" -> new Engine.Own(network, installed());
            default -> new OnnxRuntimeEngine(network, points);
        };
        checkAgainst(new Engine.Own(network, DenseKernel.plain()).run(input));
    }

    /** Numbers that floats hold exactly, so that all engines have the same weights. */
    private static double[] floats(Random random, int count, double scale) {
        return random.doubles(count, -scale, scale).map(w -> (float) w).toArray();
    }

    private static DenseKernel installed() {
        DenseKernel kernel = DenseKernel.installed();
        if (kernel == DenseKernel.plain()) {
            throw new IllegalStateException("the module of the Vector API is not on the path");
        }
        return kernel;
    }

    /** An engine that computes something else is not compared. */
    private void checkAgainst(float[] expected) throws OrtException {
        float[] actual = evaluate.run(input);
        for (int p = 0; p < points; p++) {
            // Sums of 256 terms in another order: 1e-4 is many roundings of floats, and far below any mistake.
            if (!(Math.abs(actual[p] - expected[p]) <= 1e-4 * (1 + Math.abs(expected[p])))) {
                throw new IllegalStateException(
                        engine + " gives " + actual[p] + " at point " + p + " instead of " + expected[p]);
            }
        }
    }

    /** One batch. */
    @Benchmark
    public float[] evaluate() throws OrtException {
        return evaluate.run(input);
    }

    /** Gives native memory back. */
    @TearDown
    public void close() throws OrtException {
        evaluate.close();
    }
}
