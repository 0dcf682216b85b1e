package org.epsilonet.codec.internal;

import java.util.Arrays;

/**
 * Recursive least squares that stay sound on smooth data, where samples differ from what is foretold by a millionth of their
 * range: of the inverse correlations \(P\), which would lose their sense, the factors of \(P = U D U^T\) are kept, \(U\) with a
 * unit diagonal. Forgetting divides \(D\) by \(\lambda\), but no entry grows beyond what it was at first; so whatever the data say
 * nothing about stays near zero, for ever and not just in the beginning. Only \(+ - \times /\) in a fixed order.
 *
 * @see "Bierman, Measurement updating using the U-D factorization, Automatica 12, 1976"
 */
final class FactoredLeastSquares {
    /** The variance of coefficients before anything is known, that of an error being the square of the unit. */
    private static final double VARIANCE = 0x1p-4;
    /** Where there is no unit: how much smaller than the first number an error is. */
    private static final double PRECISION = 0x1p-40;

    private static final double SMALLEST_UNIT = 0x1p-400;
    private static final double LARGEST_UNIT = 0x1p400;

    private final double memory;
    private final double[][] columns;
    private final double[] diagonal;
    private final double[] coefficients;
    private final double[] gain;
    private double largest;
    private double prediction;

    /**
     * @param order the number of coefficients
     * @param memory \(\lambda < 1\)
     * @param unit the size of errors that cannot be foretold; 0 if it is to be that of the first number's last digits
     */
    FactoredLeastSquares(int order, double memory, double unit) {
        this.memory = memory;
        this.columns = new double[order][];
        Arrays.setAll(columns, double[]::new);
        this.diagonal = new double[order];
        this.coefficients = new double[order];
        this.gain = new double[order];
        if (unit > 0) {
            begin(unit);
        }
    }

    private void begin(double unit) {
        double inRange = Math.min(Math.max(unit, SMALLEST_UNIT), LARGEST_UNIT);
        largest = VARIANCE / (inRange * inRange);
        Arrays.fill(diagonal, largest);
    }

    /** \(w \cdot u\); of a longer u only the beginning counts. */
    double predict(double[] u) {
        prediction = product(coefficients, u);
        return prediction;
    }

    /** Takes in what \(u\), the argument of the last prediction, should have given. */
    void learn(double[] u, double d) {
        if (largest == 0) {
            if (d == 0) {
                return;
            }
            begin(Math.abs(d) * PRECISION);
        }
        double power = memory;
        for (int j = 0; j < diagonal.length; j++) {
            double[] column = columns[j];
            double f = u[j] + product(column, u);
            double v = diagonal[j] * f;
            double p = -f / power;
            double next = power + f * v;
            for (int i = 0; i < j; i++) {
                double entry = column[i];
                column[i] = entry + gain[i] * p;
                gain[i] += entry * v;
            }
            gain[j] = v;
            diagonal[j] = Math.min(diagonal[j] * (power / (next * memory)), largest);
            power = next;
        }
        double share = (d - prediction) / power;
        if (!(Math.abs(share) < Double.POSITIVE_INFINITY && power < Double.POSITIVE_INFINITY)) {
            restart();
            return;
        }
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] += gain[i] * share;
        }
    }

    /** Of a, and of b as far as it goes: in four sums, so that none waits for the one before. */
    private static double product(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int whole = a.length & -4;
        for (int i = 0; i < whole; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (int i = whole; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    private void restart() {
        for (double[] column : columns) {
            Arrays.fill(column, 0);
        }
        Arrays.fill(coefficients, 0);
        Arrays.fill(diagonal, largest);
    }
}
