package org.epsilonet.codec.internal;

/**
 * Recursive least squares with exponential forgetting: after each pair \((u, d)\) the coefficients minimize
 * \(\sum_i \lambda^{n-i} (d_i - w \cdot u_i)^2\) and a small ridge, updated by the matrix inversion lemma. If rounding
 * makes the inverse lose its sense it starts anew.
 *
 * @see "Haykin, Adaptive Filter Theory, 4th edition, table 9.1"
 */
final class LeastSquares {
    private static final double MEMORY = 0.9985;
    private static final double FIRST_VARIANCE = 1;
    private static final double LARGEST = 1e12;

    private final int order;
    private final double[] inverse;
    private final double[] coefficients;
    private final double[] gain;
    private double prediction;
    private double scale;

    LeastSquares(int order) {
        this.order = order;
        this.inverse = new double[order * order];
        this.coefficients = new double[order];
        this.gain = new double[order];
        restart();
    }

    /** \(w \cdot u\). */
    double predict(double[] u) {
        prediction = 0;
        for (int i = 0; i < order; i++) {
            prediction += coefficients[i] * u[i];
        }
        return prediction;
    }

    /** Takes in what \(u\), the argument of the last prediction, should have given. */
    void learn(double[] u, double d) {
        if (scale == 0) {
            // The ridge is relative to the first data that are there.
            scale = Math.abs(d);
            if (!(scale > 0)) {
                return;
            }
            for (int i = 0; i < order; i++) {
                inverse[i * order + i] = FIRST_VARIANCE / (scale * scale);
            }
        }
        double power = MEMORY;
        for (int i = 0; i < order; i++) {
            double sum = 0;
            int line = i * order;
            for (int j = 0; j < order; j++) {
                sum += inverse[line + j] * u[j];
            }
            gain[i] = sum;
            power += sum * u[i];
        }
        double miss = d - prediction;
        double share = miss / power;
        if (!(power >= MEMORY && power < Double.POSITIVE_INFINITY && Math.abs(share) < Double.POSITIVE_INFINITY)) {
            restart();
            return;
        }
        double trace = 0;
        for (int i = 0; i < order; i++) {
            coefficients[i] += gain[i] * share;
            double g = gain[i] / power;
            int line = i * order;
            for (int j = 0; j <= i; j++) {
                double p = (inverse[line + j] - g * gain[j]) / MEMORY;
                inverse[line + j] = p;
                inverse[j * order + i] = p;
            }
            trace += inverse[line + i];
        }
        if (!(trace * scale * scale < LARGEST * order && trace > 0)) {
            restart();
        }
    }

    private void restart() {
        scale = 0;
        java.util.Arrays.fill(inverse, 0);
        java.util.Arrays.fill(coefficients, 0);
    }
}
