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
    private final double[] amplitude;
    private final double[] scale;
    private final double[] offset;

    /** In the plane those of the shape with sides 2^-j and 2^-i are at [j][i], row by row. */
    private final Signs[][] signs;

    /**
     * @param dimension \(d\), 1 or 2
     * @param smoothness \(r\)
     * @param levels \(J\)
     * @param seed of signs and offsets
     */
    PeriodicSeries(int dimension, double smoothness, int levels, long seed) {
        this.dimension = dimension;
        this.levels = levels;
        this.amplitude = new double[levels + 1];
        this.scale = new double[levels + 1];
        this.offset = new double[levels + 1];
        this.signs = new Signs[levels + 1][];
        for (int j = 0; j <= levels; j++) {
            amplitude[j] = Math.pow(2, -j * smoothness) * Math.pow(j + 1, -0.5 * (dimension - 1));
            scale[j] = Math.scalb(1.0, j);
            offset[j] = Hash.uniform(seed, j, -3);
            signs[j] = new Signs[dimension == 1 ? 1 : levels + 1 - j];
            for (int i = 0; i < signs[j].length; i++) {
                signs[j][i] = new Signs(seed, dimension == 1 ? j : j * 64 + i, 1 << (i + j));
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
            sum += signs[j][0].times(amplitude[j] * Profile.bump(t - k), cell(k, j));
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
            double column = 0;
            for (int i = 0; i + j <= levels; i++) {
                column += signs[j][i].times(amplitude[i + j] * bump[i], cell(k, j) << i | cell[i]);
            }
            sum += Profile.bump(t - k) * column;
        }
        return sum;
    }

    private static int cell(int k, int level) {
        return k & ((1 << level) - 1);
    }
}
