package org.epsilonet.comparator.catalogue;

import java.util.function.DoubleUnaryOperator;

/**
 * Random signs at every scale, the scales on top of each other: \(\sum_{j<J} 2^{-js}(j+1)^{-b}\sum_k
 * \omega_{jk}\varphi(2^jx+o_j-k)\) with independent signs \(\omega_{jk}\) and offsets \(o_j\), so that nothing is aligned
 * with dyadic points.
 *
 * <p>With \(b = 0\) it is hard: level \(j\) is \(2^j\) bits of height \(2^{-js}\), so that (as for {@link Interleaved})
 * for almost every choice of signs no ∞-encodable family is faster than \(M^{-s}\) while \(M\) is well below \(2^J\). Every
 * level has norm of order 1 in \(B^s_{p,\tau}\), the sum at most \(J^{1/\tau}\); Hölder of order \(s < 1\) it is
 * whatever \(J\). Compared with {@code Interleaved} it is equally rough everywhere, which lets the errors of free knots
 * decay evenly. With \(b = 2\) the norm is bounded in every class of order \(s\) whatever \(J\); it is then easier than the
 * class by a power of the logarithm, a typical element.
 */
final class RandomSeries implements DoubleUnaryOperator {
    private final double[] amplitude;
    private final double[] scale;
    private final double[] offset;
    private final Signs[] signs;

    private RandomSeries(double smoothness, int levels, int logarithms, long seed) {
        this.amplitude = new double[levels];
        this.scale = new double[levels];
        this.offset = new double[levels];
        this.signs = new Signs[levels];
        for (int j = 0; j < levels; j++) {
            amplitude[j] = Math.pow(2, -j * smoothness) / Math.pow(j + 1, logarithms);
            scale[j] = Math.scalb(1.0, j);
            offset[j] = Hash.uniform(seed, j, -2);
            // The offset may move the last point into one more cell.
            signs[j] = new Signs(seed, j, (1 << j) + 1);
        }
    }

    /** The hard element of order \(s\): levels down to \(2^{-16}\), and for \(s < 1\) to \(2^{-20}\). */
    static RandomSeries hard(double smoothness, long seed) {
        return new RandomSeries(smoothness, smoothness < 1 ? 21 : 17, 0, seed);
    }

    /** The typical element of order \(s\). */
    static RandomSeries typical(double smoothness, long seed) {
        return new RandomSeries(smoothness, 16, 2, seed);
    }

    @Override
    public double applyAsDouble(double x) {
        double sum = 0;
        for (int j = 0; j < amplitude.length; j++) {
            double t = x * scale[j] + offset[j];
            int k = (int) t;
            sum += signs[j].times(amplitude[j] * Profile.bump(t - k), k);
        }
        return sum;
    }
}
