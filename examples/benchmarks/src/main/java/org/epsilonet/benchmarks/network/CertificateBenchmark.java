package org.epsilonet.benchmarks.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.epsilonet.benchmarks.BenchmarkSettings;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;
import org.epsilonet.families.relu.bounds.ComponentwiseBound;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The certificate of a rounded network by the componentwise recursion: one pass over the weights of both networks. Two
 * networks of ten million weights are 160 MB; the heap of 230 MB is below three times the 80 MB of one.
 */
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx230m"})
public class CertificateBenchmark extends BenchmarkSettings {
    private static final double STEP = 0x1p-12;

    /** Inputs and width of four layers: about ten million weights for 1826. */
    @Param({"577", "1826"})
    public int width;

    private ReluNetwork network = ReluNetwork.of(AffineMap.of(new double[] {0}, 1, new double[] {0}));
    private ReluNetwork rounded = network;

    /** Weights as a trainer would start with, and the same rounded to multiples of 2^-12. */
    @Setup
    public void prepare() {
        network = network(false);
        rounded = network(true);
    }

    private ReluNetwork network(boolean round) {
        Random random = new Random(1);
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 0; l < 3; l++) {
            double[] weights = new double[width * width];
            double scale = Math.sqrt(2.0 / width);
            for (int i = 0; i < weights.length; i++) {
                double w = scale * random.nextGaussian();
                weights[i] = round ? Math.rint(w / STEP) * STEP : w;
            }
            maps.add(AffineMap.of(weights, width, new double[width]));
        }
        return ReluNetwork.of(maps);
    }

    /** The bounds on the difference, output by output. */
    @Benchmark
    public double[] componentwise() {
        return ComponentwiseBound.difference(network, rounded, 1);
    }
}
