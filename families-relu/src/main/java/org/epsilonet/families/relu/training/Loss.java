package org.epsilonet.families.relu.training;

/** What training minimizes, as a mean over the examples. */
public enum Loss {
    /** \(\ell(z, y) = \sum_j (z_j - y_j)^2\). */
    SQUARE {
        @Override
        double of(double[] z, double[] y, int zFrom, int yFrom, int m, double[] gradient) {
            double sum = 0;
            for (int j = 0; j < m; j++) {
                double difference = z[zFrom + j] - y[yFrom + j];
                sum += difference * difference;
                gradient[zFrom + j] = 2 * difference;
            }
            return sum;
        }
    },

    /**
     * \(\ell(z, y) = -\sum_j y_j \log p_j\) with the softmax \(p_j = e^{z_j}/\sum_k e^{z_k}\); the \(y_j \ge 0\) sum to
     * 1, usually 1 for one class.
     */
    CROSS_ENTROPY {
        @Override
        double of(double[] z, double[] y, int zFrom, int yFrom, int m, double[] gradient) {
            double largest = z[zFrom];
            for (int j = 1; j < m; j++) {
                largest = Math.max(largest, z[zFrom + j]);
            }
            double total = 0;
            for (int j = 0; j < m; j++) {
                double e = StrictMath.exp(z[zFrom + j] - largest);
                gradient[zFrom + j] = e;
                total += e;
            }
            double logTotal = StrictMath.log(total);
            double sum = 0;
            for (int j = 0; j < m; j++) {
                sum += y[yFrom + j] * (logTotal - (z[zFrom + j] - largest));
                gradient[zFrom + j] = gradient[zFrom + j] / total - y[yFrom + j];
            }
            return sum;
        }
    };

    /**
     * The loss of one example, and its gradient in the network's output.
     *
     * @param z outputs; those of this example from {@code zFrom} on
     * @param y wanted outputs; those of this example from {@code yFrom} on
     * @param m how many
     * @param gradient receives \(\partial\ell/\partial z_j\) from {@code zFrom} on
     */
    abstract double of(double[] z, double[] y, int zFrom, int yFrom, int m, double[] gradient);
}
