package org.epsilonet.comparator.entropy;

import org.epsilonet.api.function.LpNorm;

/**
 * Lower bounds from bumps of bounded curvature: \(\varphi(x) = \frac{R^2}4-\frac{|x|^2}2\) for \(|x| \le \frac R2\),
 * \(\frac12(R-|x|)^2\) up to \(R\), 0 beyond. Its second derivative has eigenvalues in [-1, 1], its gradient is at most
 * \(\frac R2\), and it exceeds half of its height on the ball of radius \(\frac R2\), which is the share
 * \(\omega_d4^{-d}\) of the cube around it, \(\omega_d\) the volume of the unit ball.
 *
 * <p><b>Convex functions</b> on \([0,1]^d\), \(d \le 3\), with \(|f| \le 1\) and Lipschitz constant 1: \(\frac14|x-c|^2\), \(c\) the
 * middle, and \(\pm\frac12\varphi\) with \(R = 1/2m\) in each of \(m^d\) cubes. <b>Horizons</b> \(1\{x_d \le h\}\), \(h\) a
 * function of \(d-1\) variables in [0, 1], Lipschitz with its gradient, both constants 1: \(h = \frac12\pm\varphi\);
 * \(\|1_h-1_g\|_p^p = \|h-g\|_1\).
 *
 * @see BumpPacking
 * @see <a href="https://doi.org/10.1007/BF00971679">Bronshtein: ε-entropy of convex sets and functions, 1976, for the
 *     order</a>
 */
public final class CurvatureEntropy {
    private static final double[] VOLUME = {1, 2, Math.PI, 4 * Math.PI / 3};

    private CurvatureEntropy() {}

    /**
     * A lower bound for convex functions.
     *
     * @param dimension \(d\), 1, 2 or 3
     * @param epsilon \(\varepsilon > 0\)
     * @param norm the norm
     * @return bits, rounded down
     */
    public static double convex(int dimension, double epsilon, LpNorm norm) {
        double mean = mean(dimension, norm);
        return BumpPacking.onCubes(dimension, epsilon, norm, m -> mean / (16.0 * m * m));
    }

    /**
     * A lower bound for horizons.
     *
     * @param dimension \(d\), 2 or 3
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded down
     */
    public static double horizons(int dimension, double epsilon, LpNorm norm) {
        double mean = mean(dimension - 1, LpNorm.L1);
        double inMean = 0.5 * Math.pow(2 * epsilon, norm.p()) * (1 + 0x1p-40);
        return BumpPacking.onCubes(dimension - 1, inMean, LpNorm.L1, m -> mean / (8.0 * m * m));
    }

    /**
     * An upper bound for horizons in the plane, \(h\) followed by value and slope.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded up
     * @see PiecewiseSmoothEntropy
     */
    public static double planarHorizons(double epsilon, LpNorm norm) {
        return PiecewiseSmoothEntropy.upper(0, Math.pow(epsilon, norm.p()) * (1 - 0x1p-40), LpNorm.L1);
    }

    /** Of \(\varphi\) over its height, in the mean of the norm on the cube; rounded down. */
    private static double mean(int dimension, LpNorm norm) {
        return norm.isSup()
                ? 1 - 0x1p-40
                : 0.5 * Math.pow(VOLUME[dimension] * Math.pow(4, -dimension), 1 / norm.p()) * (1 - 0x1p-40);
    }
}
