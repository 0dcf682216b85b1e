package org.epsilonet.families.splines.internal;

/**
 * Nondecreasing sequences near a given one.
 *
 * @see "Barlow, Bartholomew, Bremner, Brunk, Statistical Inference under Order Restrictions, 1972, chapter 1"
 */
final class IsotonicRegression {
    private IsotonicRegression() {}

    /**
     * The nondecreasing sequence with the least \(\sum_j w_j(x_j-y_j)^2\), by pooling adjacent violators: neighbouring
     * blocks in the wrong order become one, with the mean of both. Cost \(O(n)\).
     *
     * @param y the sequence
     * @param weights \(w_j > 0\)
     * @return \(x\), a fresh array
     */
    static double[] leastSquares(double[] y, double[] weights) {
        int n = y.length;
        double[] level = new double[n];
        double[] mass = new double[n];
        int[] end = new int[n];
        int blocks = 0;
        for (int j = 0; j < n; j++) {
            level[blocks] = y[j];
            mass[blocks] = weights[j];
            end[blocks++] = j + 1;
            while (blocks > 1 && level[blocks - 2] > level[blocks - 1]) {
                double both = mass[blocks - 2] + mass[blocks - 1];
                level[blocks - 2] += (level[blocks - 1] - level[blocks - 2]) * (mass[blocks - 1] / both);
                mass[blocks - 2] = both;
                end[blocks - 2] = end[--blocks];
            }
        }
        double[] x = new double[n];
        for (int b = 0, j = 0; b < blocks; b++) {
            for (; j < end[b]; j++) {
                x[j] = level[b];
            }
        }
        return x;
    }

    /**
     * A nondecreasing sequence with the least \(\max_j|x_j-y_j|\): half of the largest value so far and the least one to
     * come.
     *
     * @param y the sequence
     * @return \(x\), a fresh array
     */
    static double[] minimax(double[] y) {
        double[] x = runningMaximum(y);
        double least = Double.POSITIVE_INFINITY;
        for (int j = y.length - 1; j >= 0; j--) {
            least = Math.min(least, y[j]);
            x[j] = 0.5 * x[j] + 0.5 * least;
        }
        return x;
    }

    /** \(\max_{i\le j}y_i\), a fresh array. Comparisons only, hence exact; a nondecreasing sequence stays as it is. */
    static double[] runningMaximum(double[] y) {
        double[] x = y.clone();
        for (int j = 1; j < x.length; j++) {
            x[j] = Math.max(x[j - 1], x[j]);
        }
        return x;
    }
}
