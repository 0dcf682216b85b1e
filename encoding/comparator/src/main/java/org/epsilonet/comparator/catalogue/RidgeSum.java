package org.epsilonet.comparator.catalogue;

import java.util.function.ToDoubleFunction;

/**
 * A sum of ridge functions \(\sum_i g_i(\theta_i\cdot x)\) in {@value #DIRECTIONS} directions, each profile piecewise linear:
 * hats of width \(2^{-j}\) and height \(2^{-2j}\) with random signs, on every scale \(j\). A profile has second derivatives
 * of mass of order 1 on each scale, so that the sum is an element of the ReLU variation ball. While \(R\) is below the
 * number of directions, its hats of width \(1/R\) are as many bits as the hardest of the class has; beyond, directions
 * run out, and it is easier than the class.
 *
 * @see <a href="https://arxiv.org/abs/2101.12365">Siegel, Xu: Sharp bounds on the approximation rates, metric entropy, and
 *     n-widths of shallow neural networks, for the lower bound by ridges</a>
 */
final class RidgeSum implements ToDoubleFunction<double[]> {
    private static final int DIRECTIONS = 16;
    private static final int LEVELS = 10;
    private static final int CELLS = 1 << LEVELS + 1;

    private final double[][] direction = new double[DIRECTIONS][];
    private final double[][] profile = new double[DIRECTIONS][];

    /**
     * @param dimension \(d\), 2 or 3
     * @param seed of directions and signs
     */
    RidgeSum(int dimension, long seed) {
        for (int i = 0; i < DIRECTIONS; i++) {
            direction[i] = direction(dimension, i, seed);
            profile[i] = profile(i, seed);
        }
    }

    /** Spread over the half circle, or over the half sphere by equal steps in height and golden turns. */
    private static double[] direction(int dimension, int i, long seed) {
        double share = (i + Hash.uniform(seed, 1, i)) / DIRECTIONS;
        if (dimension == 2) {
            return new double[] {Math.cos(Math.PI * share), Math.sin(Math.PI * share)};
        }
        double turn = Math.PI * (Math.sqrt(5) - 1) * (i + Hash.uniform(seed, 2, i));
        double radius = Math.sqrt(1 - share * share);
        return new double[] {radius * Math.cos(turn), radius * Math.sin(turn), share};
    }

    private static double[] profile(int i, long seed) {
        double[] values = new double[CELLS + 1];
        for (int j = 1; j <= LEVELS; j++) {
            double scale = Math.scalb(1.0, j) / CELLS;
            double height = Math.scalb(1.0, -2 * j);
            double offset = Hash.uniform(seed, 100 + i, j);
            for (int k = 0; k <= CELLS; k++) {
                double t = k * scale + offset;
                int hat = (int) t;
                values[k] += Hash.sign(seed, 1000 + 20 * i + j, hat) * height * Profile.TENT.at(t - hat);
            }
        }
        return values;
    }

    @Override
    public double applyAsDouble(double[] x) {
        double sum = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double[] w = direction[i];
            double projection = 0;
            for (int k = 0; k < w.length; k++) {
                projection += w[k] * (x[k] - 0.5);
            }
            // The cube around its middle has the radius sqrt(d)/2 < 0.87.
            double t = (projection + 0.875) * (CELLS / 1.75);
            int cell = (int) t;
            double[] g = profile[i];
            sum += g[cell] + (t - cell) * (g[cell + 1] - g[cell]);
        }
        return sum;
    }
}
