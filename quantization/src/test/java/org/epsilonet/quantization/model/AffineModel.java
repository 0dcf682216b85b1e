package org.epsilonet.quantization.model;

import java.util.List;
import java.util.SplittableRandom;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ParameterBlock;

/** \(x \mapsto W x + b\): a kind of model whose differences are known exactly. */
record AffineModel(ParameterBlock weights, ParameterBlock biases) implements Model {
    static AffineModel of(int inputs, double[] weights, double... biases) {
        return new AffineModel(
                ParameterBlock.of("W", new int[] {biases.length, inputs}, weights),
                ParameterBlock.of("b", new int[] {biases.length}, biases));
    }

    /** Gaussian weights of the given size, biases a hundred times as large. */
    static AffineModel random(int inputs, int outputs, double size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = random.doubles((long) inputs * outputs)
                .map(u -> size * (2 * u - 1) * (2 * u - 1) * (2 * u - 1))
                .toArray();
        double[] biases =
                random.doubles(outputs).map(u -> 100 * size * (u - 0.5)).toArray();
        return of(inputs, weights, biases);
    }

    @Override
    public int inputs() {
        return weights.shape()[1];
    }

    @Override
    public int outputs() {
        return biases.size();
    }

    @Override
    public List<ParameterBlock> blocks() {
        return List.of(weights, biases);
    }

    @Override
    public AffineModel with(List<ParameterBlock> blocks) {
        return new AffineModel(blocks.get(0), blocks.get(1));
    }

    @Override
    public double[] atAll(double[] points) {
        int d = inputs();
        int m = outputs();
        double[] values = new double[points.length / d * m];
        for (int p = 0; p < points.length / d; p++) {
            for (int j = 0; j < m; j++) {
                double sum = biases.value(j);
                for (int i = 0; i < d; i++) {
                    sum += weights.value(j * d + i) * points[p * d + i];
                }
                values[p * m + j] = sum;
            }
        }
        return values;
    }
}
