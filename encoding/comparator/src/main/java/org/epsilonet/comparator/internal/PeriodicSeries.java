package org.epsilonet.comparator.internal;

/**
 * Random signs at every scale on the torus, as {@link RandomSeries} on the interval: \(\sum_j a_j\sum_k
 * \omega_{jk}\prod_i\varphi(2^{j_i}x_i+o_{j_i}-k_i)\) over \(|j|_1 \le J\), with \(k_i\) taken modulo \(2^{j_i}\).
 *
 * <p>In \(d\) variables there are of order \(\ell^{d-1}\) shapes of cells with \(|j|_1 = \ell\); with \(a_j =
 * 2^{-r\ell}(\ell+1)^{-(d-1)/2}\) each \(\ell\) has mixed norm of order 1 and is \(\ell^{d-1}2^\ell\) bits of size
 * \(2^{-r\ell}\) in \(L^2\): for almost every choice of signs no ∞-encodable family is faster than \((M/\log^{d-1}M)^{-r}\).
 */
final class PeriodicSeries {
    private final int dimension;
    private final int levels;
    private final long seed;
    private final double[] amplitude;
    private final double[] offset;

    /**
     * @param dimension \(d\), 1 or 2
     * @param smoothness \(r\)
     * @param levels \(J\)
     * @param seed of signs and offsets
     */
    PeriodicSeries(int dimension, double smoothness, int levels, long seed) {
        this.dimension = dimension;
        this.levels = levels;
        this.seed = seed;
        this.amplitude = new double[levels + 1];
        this.offset = new double[levels + 1];
        for (int j = 0; j <= levels; j++) {
            amplitude[j] = Math.pow(2, -j * smoothness) * Math.pow(j + 1, -0.5 * (dimension - 1));
            offset[j] = Hash.uniform(seed, j, -3);
        }
    }

    double at(double... x) {
        double sum = 0;
        for (int j = 0; j <= levels; j++) {
            double t = x[0] * (1 << j) + offset[j];
            double floor = Math.floor(t);
            double bump = Profile.BUMP.at(t - floor);
            long k = (long) floor & ((1L << j) - 1);
            if (dimension == 1) {
                sum += amplitude[j] * Hash.sign(seed, j, k) * bump;
            } else if (bump != 0) {
                sum += bump * column(j, k, x[1]);
            }
        }
        return sum;
    }

    private double column(int j, long k, double y) {
        double sum = 0;
        for (int i = 0; i + j <= levels; i++) {
            double t = y * (1 << i) + offset[i];
            double floor = Math.floor(t);
            long l = (long) floor & ((1L << i) - 1);
            sum += amplitude[i + j] * Hash.sign(seed, j * 64 + i, k << i | l) * Profile.BUMP.at(t - floor);
        }
        return sum;
    }
}
