package org.epsilonet.families.relu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.families.relu.kernel.DenseKernel;
import org.epsilonet.families.relu.kernel.internal.FloatRows;

/** The forward pass in floats: weights rounded once, fused multiply-adds in the order of the inputs. */
final class FloatForward {
    private final int width;
    private final List<Layer> layers = new ArrayList<>();

    /** An affine map; {@code starts} is empty for a dense one. */
    private record Layer(int columns, int[] starts, int[] indices, float[] weights, float[] biases) {
        boolean isSparse() {
            return starts.length > 0;
        }
    }

    /** Two layers of values, one row per neuron. */
    private record Memory(float[][] from, float[][] to) {
        static Memory of(int width, int points) {
            return new Memory(new float[width][points], new float[width][points]);
        }
    }

    FloatForward(ReluNetwork network) {
        this.width = network.width();
        for (AffineMap map : network.maps()) {
            double[] biases = new double[map.rows()];
            Arrays.setAll(biases, map::bias);
            int[] none = {};
            float[] weights = rounded(map.weights().values());
            layers.add(
                    map.weights() instanceof SparseWeights sparse
                            ? new Layer(map.columns(), sparse.starts(), sparse.indices(), weights, rounded(biases))
                            : new Layer(map.columns(), none, none, weights, rounded(biases)));
        }
    }

    private static float[] rounded(double[] values) {
        float[] floats = new float[values.length];
        for (int k = 0; k < values.length; k++) {
            floats[k] = (float) values[k];
            if (Float.isInfinite(floats[k])) {
                throw new ArithmeticException("the weight " + values[k] + " is too large for a float");
            }
        }
        return floats;
    }

    float[] run(float[] points, int inputs, int outputs, DenseKernel kernel) {
        int n = points.length / inputs;
        float[] values = new float[Math.multiplyExact(n, outputs)];
        if (!Tiles.pay(n, width)) {
            for (int p = 0; p < n; p++) {
                float[] value = one(Arrays.copyOfRange(points, p * inputs, (p + 1) * inputs));
                System.arraycopy(value, 0, values, p * outputs, outputs);
            }
        } else {
            Tiles.run(n, width, length -> Memory.of(width, length), (memory, first, count) -> {
                for (int j = 0; j < inputs; j++) {
                    float[] row = memory.from[j];
                    for (int p = 0; p < count; p++) {
                        row[p] = points[(first + p) * inputs + j];
                    }
                }
                float[][] last = pass(memory, count, kernel);
                for (int i = 0; i < outputs; i++) {
                    float[] row = last[i];
                    for (int p = 0; p < count; p++) {
                        values[(first + p) * outputs + i] = row[p];
                    }
                }
            });
        }
        return values;
    }

    private float[][] pass(Memory memory, int count, DenseKernel kernel) {
        float[][] from = memory.from;
        float[][] to = memory.to;
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            if (layer.isSparse()) {
                applySparse(layer, from, to, count);
            } else {
                kernel.apply(layer.weights, layer.biases, Arrays.copyOf(from, layer.columns), to, count);
            }
            float[][] swap = from;
            from = to;
            to = swap;
            if (l + 1 < layers.size()) {
                for (int i = 0; i < layer.biases.length; i++) {
                    rectify(from[i], count);
                }
            }
        }
        return from;
    }

    private static void applySparse(Layer layer, float[][] in, float[][] out, int count) {
        int[] columns = layer.indices;
        for (int i = 0; i < layer.biases.length; i++) {
            Arrays.fill(out[i], 0, count, layer.biases[i] + 0f);
            int k = layer.starts[i];
            int end = layer.starts[i + 1];
            for (; k + 4 <= end; k += 4) {
                float[] a = in[columns[k]];
                float[] b = in[columns[k + 1]];
                FloatRows.add(out[i], layer.weights, k, a, b, in[columns[k + 2]], in[columns[k + 3]], count);
            }
            for (; k < end; k++) {
                FloatRows.add(out[i], layer.weights[k], in[columns[k]], count);
            }
        }
    }

    private static void rectify(float[] row, int count) {
        for (int p = 0; p < count; p++) {
            row[p] = Math.max(0f, row[p]);
        }
    }

    private float[] one(float[] x) {
        float[] y = x;
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            float[] next = new float[layer.biases.length];
            for (int i = 0; i < next.length; i++) {
                int start = layer.isSparse() ? layer.starts[i] : i * layer.columns;
                int end = layer.isSparse() ? layer.starts[i + 1] : start + layer.columns;
                float sum = layer.biases[i] + 0f;
                for (int k = start; k < end; k++) {
                    sum = Math.fma(y[layer.isSparse() ? layer.indices[k] : k - start], layer.weights[k], sum);
                }
                next[i] = l + 1 < layers.size() ? Math.max(0f, sum) : sum;
            }
            y = next;
        }
        return y;
    }
}
