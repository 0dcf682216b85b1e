package org.epsilonet.comparator.catalogue;

import java.util.function.ToDoubleFunction;

/**
 * Random signs at every scale on the cube, the scales on top of each other, as {@link RandomSeries} on the interval:
 * \(\sum_{j\le 8} 2^{-js}\sum_k \omega_{jk}\prod_i\varphi(2^jx_i+o_{ji}-k_i)\) with offsets, so that nothing is aligned
 * with dyadic points. Every level has norm of order 1 in \(B^s_{p,\tau}\), \(s \le 3\), and is \(2^{jd}\) bits of size
 * \(2^{-js}\): for almost every choice of signs no ∞-encodable family is faster than \(M^{-s/d}\), for budgets up to about
 * \(2^{8d}\).
 */
final class RandomLayers implements ToDoubleFunction<double[]> {
    private static final int FINEST = 8;

    private final int dimension;
    private final long seed;
    private final double[] amplitude = new double[FINEST + 1];
    private final double[] scale = new double[FINEST + 1];
    private final double[][] offset = new double[FINEST + 1][];

    /**
     * @param dimension \(d\), at most 3
     * @param smoothness \(s > 0\)
     * @param seed of signs and offsets
     */
    RandomLayers(int dimension, double smoothness, long seed) {
        this.dimension = dimension;
        this.seed = seed;
        for (int j = 0; j <= FINEST; j++) {
            amplitude[j] = Math.pow(2, -j * smoothness);
            scale[j] = Math.scalb(1.0, j);
            offset[j] = new double[dimension];
            for (int i = 0; i < dimension; i++) {
                offset[j][i] = Hash.uniform(seed, j, -2 - i);
            }
        }
    }

    @Override
    public double applyAsDouble(double[] x) {
        double sum = 0;
        for (int j = 0; j <= FINEST; j++) {
            double value = amplitude[j];
            long cell = 0;
            for (int i = 0; i < dimension; i++) {
                double t = x[i] * scale[j] + offset[j][i];
                int k = (int) t;
                value *= Profile.bump(t - k);
                cell = cell << FINEST + 1 | k;
            }
            sum += Hash.sign(seed, j, cell) * value;
        }
        return sum;
    }
}
