package org.epsilonet.comparator.catalogue;

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
    private final double[] scale;
    private final double[] offset;

    /**
     * \(a_j\omega_{jk}\), level by level; in the plane shape by shape, of sides 2^-j and 2^-i with j + i the level, and
     * each row by row. Looked up, as drawing signs at every point takes most of an evaluation.
     */
    private final double[] coefficients;

    private final int[] first;

    /**
     * @param dimension \(d\), 1 or 2
     * @param smoothness \(r\)
     * @param levels \(J\)
     * @param seed of signs and offsets
     */
    PeriodicSeries(int dimension, double smoothness, int levels, long seed) {
        this.dimension = dimension;
        this.levels = levels;
        this.scale = new double[levels + 1];
        this.offset = new double[levels + 1];
        this.first = new int[levels + 2];
        for (int j = 0; j <= levels; j++) {
            scale[j] = Math.scalb(1.0, j);
            offset[j] = Hash.uniform(seed, j, -3);
            first[j + 1] = first[j] + (dimension == 1 ? 1 : j + 1) * (1 << j);
        }
        this.coefficients = new double[first[levels + 1]];
        for (int j = 0; j <= levels; j++) {
            double amplitude = Math.pow(2, -j * smoothness) * Math.pow(j + 1, -0.5 * (dimension - 1));
            for (int k = first[j]; k < first[j + 1]; k++) {
                coefficients[k] = amplitude * Hash.sign(seed, j, k);
            }
        }
    }

    /** The value at a point of \([0,1]^d\). */
    double at(double... x) {
        return dimension == 1 ? atPoint(x[0]) : atPoint(x[0], x[1]);
    }

    private double atPoint(double x) {
        double sum = 0;
        for (int j = 0; j <= levels; j++) {
            double t = x * scale[j] + offset[j];
            int k = (int) t;
            sum += coefficients[first[j] + cell(k, j)] * Profile.bump(t - k);
        }
        return sum;
    }

    private double atPoint(double x, double y) {
        int[] cell = new int[levels + 1];
        double[] bump = new double[levels + 1];
        for (int i = 0; i <= levels; i++) {
            double t = y * scale[i] + offset[i];
            int l = (int) t;
            cell[i] = cell(l, i);
            bump[i] = Profile.bump(t - l);
        }
        double sum = 0;
        for (int j = 0; j <= levels; j++) {
            double t = x * scale[j] + offset[j];
            int k = (int) t;
            int row = cell(k, j);
            double column = 0;
            for (int i = 0; i + j <= levels; i++) {
                int shape = first[i + j] + (j << i + j);
                column += coefficients[shape + (row << i | cell[i])] * bump[i];
            }
            sum += Profile.bump(t - k) * column;
        }
        return sum;
    }

    private static int cell(int k, int level) {
        return k & ((1 << level) - 1);
    }
}
