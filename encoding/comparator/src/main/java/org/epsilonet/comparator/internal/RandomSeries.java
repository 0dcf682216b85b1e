package org.epsilonet.comparator.internal;

import java.util.function.DoubleUnaryOperator;

/**
 * A typical element of smoothness \(s\): \(\sum_{j<16} 2^{-js}(j+1)^{-2}\sum_k \xi_{jk}\varphi(2^jx+o_j-k)\) with
 * independent coefficients \(\xi_{jk}\) uniform on [-1, 1] and offsets \(o_j\), so that nothing is aligned with dyadic
 * points. The factor \((j+1)^{-2}\) keeps the norm bounded in every Hölder and Besov class of order \(s\); it also makes
 * the element easier than the class by a logarithm.
 */
final class RandomSeries implements DoubleUnaryOperator {
    private static final int LEVELS = 16;

    private final long seed;
    private final double[] amplitude = new double[LEVELS];
    private final double[] offset = new double[LEVELS];

    /**
     * @param smoothness \(s > 0\)
     * @param seed of the coefficients and offsets
     */
    RandomSeries(double smoothness, long seed) {
        this.seed = seed;
        for (int j = 0; j < LEVELS; j++) {
            amplitude[j] = Math.pow(2, -j * smoothness) / ((j + 1) * (j + 1));
            offset[j] = Hash.uniform(seed, j, -2);
        }
    }

    @Override
    public double applyAsDouble(double x) {
        double sum = 0;
        for (int j = 0; j < LEVELS; j++) {
            double t = x * (1 << j) + offset[j];
            long k = (long) t;
            double coefficient = 2 * Hash.uniform(seed, j, k) - 1;
            sum += amplitude[j] * coefficient * Profile.BUMP.at(t - k);
        }
        return sum;
    }
}
