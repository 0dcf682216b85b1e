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
        return dimension == 1 ? atPoint(x[0]) : atPoint(x[0], x[1]);
    }

    private double atPoint(double x) {
        double sum = 0;
        for (int j = 0; j <= levels; j++) {
            double t = x * (1 << j) + offset[j];
            double floor = Math.floor(t);
            sum += Hash.signed(amplitude[j] * Profile.bump(t - floor), seed, j, cell(floor, j));
        }
        return sum;
    }

    private double atPoint(double x, double y) {
        long[] cell = new long[levels + 1];
        double[] bump = new double[levels + 1];
        for (int i = 0; i <= levels; i++) {
            double t = y * (1 << i) + offset[i];
            double floor = Math.floor(t);
            cell[i] = cell(floor, i);
            bump[i] = Profile.bump(t - floor);
        }
        double sum = 0;
        for (int j = 0; j <= levels; j++) {
            double t = x * (1 << j) + offset[j];
            double floor = Math.floor(t);
            long k = cell(floor, j);
            double column = 0;
            for (int i = 0; i + j <= levels; i++) {
                column += Hash.signed(amplitude[i + j] * bump[i], seed, j * 64 + i, k << i | cell[i]);
            }
            sum += Profile.bump(t - floor) * column;
        }
        return sum;
    }

    private static long cell(double floor, int level) {
        return (long) floor & ((1L << level) - 1);
    }
}
