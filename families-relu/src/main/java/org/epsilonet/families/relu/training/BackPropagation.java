package org.epsilonet.families.relu.training;

import java.util.Arrays;

/**
 * The mean loss of a batch and its gradient in all parameters, by the chain rule. Holds the intermediate values, one row
 * per example.
 */
final class BackPropagation {
    private final Parameters parameters;
    private final Loss loss;
    private final double[][] values;
    private final double[][] derivatives;
    private final double[][] transposed;
    private final double[] gradient;

    BackPropagation(Parameters parameters, Loss loss, int batch) {
        int depth = parameters.depth();
        this.parameters = parameters;
        this.loss = loss;
        this.values = new double[depth + 1][];
        this.derivatives = new double[depth + 1][];
        this.transposed = new double[depth + 1][];
        for (int l = 0; l <= depth; l++) {
            values[l] = new double[Math.multiplyExact(batch, parameters.size(l))];
            derivatives[l] = new double[l == 0 ? 0 : values[l].length];
            transposed[l] = new double[l == 0 ? 0 : parameters.size(l) * parameters.size(l - 1)];
        }
        this.gradient = new double[parameters.theta().length];
    }

    /** Where the inputs of a batch belong, one row per example. */
    double[] inputs() {
        return values[0];
    }

    /** The gradient of the mean loss of the last batch; the array itself. */
    double[] gradient() {
        return gradient;
    }

    /**
     * Computes the {@link #gradient} for the {@link #inputs}.
     *
     * @param wanted wanted outputs, one row per example
     * @param n how many examples
     * @return the sum of their losses
     */
    double run(double[] wanted, int n) {
        forward(n);
        int depth = parameters.depth();
        int m = parameters.size(depth);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += loss.of(values[depth], wanted, i * m, i * m, m, derivatives[depth]);
        }
        for (int i = 0; i < n * m; i++) {
            derivatives[depth][i] /= n;
        }
        backward(n);
        return sum;
    }

    private void forward(int n) {
        double[] theta = parameters.theta();
        for (int l = 1; l <= parameters.depth(); l++) {
            int rows = parameters.size(l);
            int columns = parameters.size(l - 1);
            transpose(theta, parameters.weightsAt(l), rows, columns, transposed[l]);
            double[] out = values[l];
            for (int i = 0; i < n; i++) {
                System.arraycopy(theta, parameters.biasesAt(l), out, i * rows, rows);
            }
            MatrixProduct.add(values[l - 1], columns, 1, transposed[l], 0, out, 0, n, columns, rows);
            if (l < parameters.depth()) {
                for (int i = 0; i < n * rows; i++) {
                    out[i] = Math.max(0, out[i]);
                }
            }
        }
    }

    private void backward(int n) {
        double[] theta = parameters.theta();
        Arrays.fill(gradient, 0);
        for (int l = parameters.depth(); l >= 1; l--) {
            int rows = parameters.size(l);
            int columns = parameters.size(l - 1);
            double[] above = derivatives[l];
            MatrixProduct.add(above, 1, rows, values[l - 1], 0, gradient, parameters.weightsAt(l), rows, n, columns);
            int biases = parameters.biasesAt(l);
            for (int p = 0; p < n; p++) {
                for (int i = 0; i < rows; i++) {
                    gradient[biases + i] += above[p * rows + i];
                }
            }
            if (l > 1) {
                double[] below = derivatives[l - 1];
                Arrays.fill(below, 0, n * columns, 0);
                MatrixProduct.add(above, rows, 1, theta, parameters.weightsAt(l), below, 0, n, rows, columns);
                for (int i = 0; i < n * columns; i++) {
                    below[i] = values[l - 1][i] > 0 ? below[i] : 0;
                }
            }
        }
    }

    private static void transpose(double[] from, int at, int rows, int columns, double[] to) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                to[j * rows + i] = from[at + i * columns + j];
            }
        }
    }
}
