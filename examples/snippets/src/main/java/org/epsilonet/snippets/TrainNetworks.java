package org.epsilonet.snippets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.model.Models;
import org.epsilonet.families.relu.NetworkModel;
import org.epsilonet.families.relu.ReluNetwork;
import org.epsilonet.families.relu.training.Examples;
import org.epsilonet.families.relu.training.Initialization;
import org.epsilonet.families.relu.training.LearningRate;
import org.epsilonet.families.relu.training.Loss;
import org.epsilonet.families.relu.training.SyntheticDigits;
import org.epsilonet.families.relu.training.Trainer;

/**
 * Trains the two networks on which bounds and quantization are shown, and writes them as ONNX: 784-256-256-10, which
 * classifies synthetic digits, and 2-64-64-64-1, which fits a bump and a ridge on \([-1,1]^2\).
 */
public final class TrainNetworks {
    private TrainNetworks() {}

    /**
     * Writes {@code digits.onnx} and {@code function.onnx}; about ten seconds on one core.
     *
     * @param args the directory, which exists
     */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        digits(directory.resolve("digits.onnx"), 4000, 6);
        function(directory.resolve("function.onnx"), 4000, 100);
    }

    /** Trains the classifier and prints the share of 1000 images not seen before that it gets right. */
    static void digits(Path file, int images, int epochs) throws IOException {
        // [train]
        Examples all = SyntheticDigits.of(images + 1000, 1);
        ReluNetwork network = Trainer.of(Loss.CROSS_ENTROPY, epochs)
                .withBatch(50)
                .withRate(LearningRate.cosine(2e-3))
                .train(Initialization.he(1, 784, 256, 256, 10), all.range(0, images));
        System.out.println(
                network + ", accuracy " + all.range(images, images + 1000).accuracy(network));
        try (OutputStream out = Files.newOutputStream(file)) {
            Models.installed(List.of()).formatOf(file.toString()).write(NetworkModel.of(network), out);
        }
        // [end]
    }

    /** Fits the function and prints the root mean square error at 1000 points not seen before. */
    static void function(Path file, int points, int epochs) throws IOException {
        double[] square = new Random(1).doubles(2L * (points + 1000), -1, 1).toArray();
        Examples all = Examples.of(2, square, TrainNetworks::bumpAndRidge);
        ReluNetwork network = Trainer.of(Loss.SQUARE, epochs)
                .withBatch(64)
                .withRate(LearningRate.cosine(3e-3))
                .train(Initialization.spread(1, -1, 1, 2, 64, 64, 64, 1), all.range(0, points));
        double error = Math.sqrt(all.range(points, points + 1000).meanSquare(network));
        System.out.println(network + ", root mean square error " + error);
        try (OutputStream out = Files.newOutputStream(file)) {
            Models.installed(List.of()).formatOf(file.toString()).write(NetworkModel.of(network), out);
        }
    }

    /** A smooth bump at (0.3, -0.2) and a ridge along \(x + y/2 = 0.1\). */
    private static double bumpAndRidge(double[] x) {
        double dx = x[0] - 0.3;
        double dy = x[1] + 0.2;
        return StrictMath.exp(-8 * (dx * dx + dy * dy)) + 0.5 * Math.abs(x[0] + 0.5 * x[1] - 0.1);
    }
}
