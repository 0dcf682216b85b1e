package org.epsilonet.families.relu;

import java.util.Arrays;
import java.util.List;

/**
 * The forward pass in doubles: products and sums rounded one by one, in the order of the inputs, so that it gives the
 * same bits on every machine and in every arrangement of the loops.
 */
final class DoubleForward {
    private final List<AffineMap> maps;
    private final int width;

    /** Two layers of values, one row per neuron. */
    private record Memory(double[][] from, double[][] to) {
        static Memory of(int width, int points) {
            return new Memory(new double[width][points], new double[width][points]);
        }
    }

    DoubleForward(List<AffineMap> maps) {
        this.maps = maps;
        int widest = maps.get(0).columns();
        for (AffineMap map : maps) {
            widest = Math.max(widest, map.rows());
        }
        this.width = widest;
    }

    double[] run(double[] points, int inputs, int outputs) {
        int n = points.length / inputs;
        double[] values = new double[Math.multiplyExact(n, outputs)];
        if (!Tiles.pay(n, width)) {
            for (int p = 0; p < n; p++) {
                double[] value = one(Arrays.copyOfRange(points, p * inputs, (p + 1) * inputs));
                System.arraycopy(value, 0, values, p * outputs, outputs);
            }
        } else {
            Tiles.run(n, width, length -> Memory.of(width, length), (memory, first, count) -> {
                for (int j = 0; j < inputs; j++) {
                    double[] row = memory.from[j];
                    for (int p = 0; p < count; p++) {
                        row[p] = points[(first + p) * inputs + j];
                    }
                }
                double[][] last = pass(memory, count);
                for (int i = 0; i < outputs; i++) {
                    double[] row = last[i];
                    for (int p = 0; p < count; p++) {
                        values[(first + p) * outputs + i] = row[p];
                    }
                }
            });
        }
        return values;
    }

    private double[][] pass(Memory memory, int count) {
        double[][] from = memory.from;
        double[][] to = memory.to;
        for (int l = 0; l < maps.size(); l++) {
            AffineMap map = maps.get(l);
            for (int i = 0; i < map.rows(); i++) {
                Arrays.fill(to[i], 0, count, map.bias(i) + 0.0);
            }
            if (map.weights() instanceof SparseWeights sparse) {
                applySparse(sparse, from, to, count);
            } else {
                applyDense(map, from, to, count);
            }
            double[][] swap = from;
            from = to;
            to = swap;
            if (l + 1 < maps.size()) {
                for (int i = 0; i < map.rows(); i++) {
                    rectify(from[i], count);
                }
            }
        }
        return from;
    }

    private static void applyDense(AffineMap map, double[][] in, double[][] out, int count) {
        double[] weights = map.weights().values();
        int columns = map.columns();
        int j = 0;
        for (; j + 4 <= columns; j += 4) {
            for (int i = 0; i < map.rows(); i++) {
                add(out[i], weights, i * columns + j, in[j], in[j + 1], in[j + 2], in[j + 3], count);
            }
        }
        for (; j < columns; j++) {
            for (int i = 0; i < map.rows(); i++) {
                add(out[i], weights[i * columns + j], in[j], count);
            }
        }
    }

    private static void applySparse(SparseWeights matrix, double[][] in, double[][] out, int count) {
        int[] starts = matrix.starts();
        int[] columns = matrix.indices();
        double[] weights = matrix.values();
        for (int i = 0; i + 1 < starts.length; i++) {
            int k = starts[i];
            for (; k + 4 <= starts[i + 1]; k += 4) {
                double[] a = in[columns[k]];
                double[] b = in[columns[k + 1]];
                add(out[i], weights, k, a, b, in[columns[k + 2]], in[columns[k + 3]], count);
            }
            for (; k < starts[i + 1]; k++) {
                add(out[i], weights[k], in[columns[k]], count);
            }
        }
    }

    private static void add(
            double[] to, double[] weights, int first, double[] a, double[] b, double[] c, double[] d, int count) {
        double u = weights[first];
        double v = weights[first + 1];
        double w = weights[first + 2];
        double z = weights[first + 3];
        for (int p = 0; p < count; p++) {
            to[p] = to[p] + u * a[p] + v * b[p] + w * c[p] + z * d[p];
        }
    }

    private static void add(double[] to, double weight, double[] row, int count) {
        for (int p = 0; p < count; p++) {
            to[p] += weight * row[p];
        }
    }

    private static void rectify(double[] row, int count) {
        for (int p = 0; p < count; p++) {
            row[p] = Math.max(0, row[p]);
        }
    }

    private double[] one(double[] x) {
        double[] y = x;
        for (int l = 0; l < maps.size(); l++) {
            AffineMap map = maps.get(l);
            double[] weights = map.weights().values();
            double[] next = new double[map.rows()];
            for (int i = 0; i < next.length; i++) {
                double sum = map.bias(i) + 0.0;
                if (map.weights() instanceof SparseWeights sparse) {
                    for (int k = sparse.starts()[i]; k < sparse.starts()[i + 1]; k++) {
                        sum += weights[k] * y[sparse.indices()[k]];
                    }
                } else {
                    for (int j = 0; j < y.length; j++) {
                        sum += weights[i * y.length + j] * y[j];
                    }
                }
                next[i] = l + 1 < maps.size() ? Math.max(0, sum) : sum;
            }
            y = next;
        }
        return y;
    }
}
