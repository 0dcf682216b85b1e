package org.epsilonet.comparator.catalogue;

import java.util.function.DoubleUnaryOperator;

/**
 * A random element of the Besov space \(B^s_{p,\infty}\) with coefficients of all sizes: on each level \(j < 16\) the
 * wavelet-like bumps \(2^{j/2}\varphi(2^jx-k)\) (two vanishing moments) have the coefficients \(\pm
 * 2^{-j(s+1/2-1/p)}n^{-1/p}\), \(n = 1..2^j\), in random order and with random signs. The order is an affine map modulo
 * \(2^j\), so that nothing is stored.
 */
final class SparseSeries implements DoubleUnaryOperator {
    private static final int LEVELS = 16;

    private final double decay;
    private final double[] amplitude = new double[LEVELS];
    private final double[] offset = new double[LEVELS];
    private final int[] factor = new int[LEVELS];
    private final int[] shift = new int[LEVELS];
    private final Signs[] signs = new Signs[LEVELS];

    /**
     * @param smoothness \(s > 0\)
     * @param p the integrability \(p > 0\)
     * @param seed of order, signs and offsets
     */
    SparseSeries(double smoothness, double p, long seed) {
        this.decay = -1 / p;
        for (int j = 0; j < LEVELS; j++) {
            amplitude[j] = Math.pow(2, -j * (smoothness - 1 / p));
            offset[j] = Hash.uniform(seed, j, -2);
            factor[j] = 2 * (int) (Hash.uniform(seed, j, -3) * (1 << LEVELS)) + 1;
            shift[j] = (int) (Hash.uniform(seed, j, -4) * (1 << LEVELS));
            signs[j] = new Signs(seed, j, (1 << j) + 1);
        }
    }

    @Override
    public double applyAsDouble(double x) {
        double sum = 0;
        for (int j = 0; j < LEVELS; j++) {
            double t = x * (1 << j) + offset[j];
            int k = (int) t;
            int rank = factor[j] * k + shift[j] & (1 << j) - 1;
            sum += signs[j].times(amplitude[j] * Math.pow(rank + 1, decay) * Profile.bump(t - k), k);
        }
        return sum;
    }
}
