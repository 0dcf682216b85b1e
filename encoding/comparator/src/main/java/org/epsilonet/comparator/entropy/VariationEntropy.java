package org.epsilonet.comparator.entropy;

import org.epsilonet.api.function.LpNorm;

/**
 * The entropy of \(\{f : |f| \le 1,\ \mathrm{Var}(f) \le 1\}\) on [0, 1] in \(L^p\), \(p < \infty\).
 *
 * <p><b>Lower bound.</b> The step functions on \(m\) cells: those in the class contain \(|f_1| \le \frac1m\), \(\sum
 * |f_{i+1}-f_i| \le 1-\frac1m\), of volume \(\frac2m(2-\frac2m)^{m-1}/(m-1)!\); a ball of radius \(\varepsilon\) has
 * the volume \((2\varepsilon m^{1/p}\Gamma(1+\frac1p))^m/\Gamma(1+\frac mp)\), and means on the cells bring any centre
 * among them. For large \(\varepsilon\) cells with the value \(\pm\frac1{2(m-1)}\) are better.
 *
 * <p><b>Upper bound.</b> In each of \(n\) columns the middle of the range errs by at most half of the variation there,
 * together by \(\frac12n^{-1/p}\), and the middles vary by no more than 1. They are followed on the lattice \(\mathbb Z/N\)
 * by a value that moves only when it is a full step away: it errs by at most \(1/N\) and moves \(N\) steps at most (every
 * step costs the function a variation of \(1/N\), the first half of that). So \(2N+1\) starts and the vectors of \(n-1\)
 * integers with sum of absolute values at most \(N\) are enough. For {@code p > 1} this exceeds the order \(1/\varepsilon\) by a
 * logarithm.
 *
 * @see "docs/theory.md, F3"
 */
public final class VariationEntropy {
    private static final double LARGEST = 0x1p40;
    private static final double RATIO = 1.02;
    private static final double[] SHARES = {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7};

    private VariationEntropy() {}

    /**
     * A lower bound; +∞ does not occur, the class being compact for {@code p < ∞}.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded down
     */
    public static double lower(double epsilon, LpNorm norm) {
        double best = BumpPacking.lower(epsilon, norm, m -> m == 1 ? 2 : 1.0 / (m - 1) * (1 - 0x1p-50));
        for (double m = 2; m < LARGEST; m = Math.max(m + 1, Math.floor(m * RATIO))) {
            best = Math.max(best, volume(m, epsilon, norm.p()));
        }
        return best;
    }

    private static double volume(double m, double epsilon, double p) {
        return new BitSum()
                .log2(1, 2 / m)
                .log2(m - 1, 2 - 2 / m)
                .factorial(-1, m - 1)
                .log2(-m, 2 * epsilon)
                .log2(-m / p, m)
                .factorial(-m, 1 / p)
                .factorial(1, m / p)
                .lower();
    }

    /**
     * An upper bound.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded up; NaN where more than 2^40 columns or steps would be needed
     */
    public static double upper(double epsilon, LpNorm norm) {
        if (epsilon >= 1) {
            return 0;
        }
        double best = Double.NaN;
        for (double share : SHARES) {
            double columns = Math.ceil(Math.pow(0.5 / (share * epsilon), norm.p()) * (1 + 0x1p-40));
            double steps = Math.ceil(1 / ((1 - share) * epsilon) * (1 + 0x1p-40));
            if (columns < LARGEST && steps < LARGEST) {
                double bits = new BitSum()
                        .log2(1, 2 * steps + 1)
                        .add(LatticePaths.vectors(Math.max(0, columns - 1), steps))
                        .upper();
                best = bits < best || Double.isNaN(best) ? bits : best;
            }
        }
        return best;
    }

    /**
     * A lower bound on \([0,1]^d\), {@code d >= 2}: values \(\pm a\) on \(m^d\) cubes jump by \(2a\) at most across
     * \(dm^{d-1}(m-1)\) faces of measure \(m^{1-d}\), so that \(2a = 1/(d(m-1))\) is allowed.
     *
     * @param dimension \(d \ge 2\)
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded down
     */
    public static double onCubes(int dimension, double epsilon, LpNorm norm) {
        return BumpPacking.onCubes(
                dimension, epsilon, norm, m -> m == 1 ? 2 : 1.0 / (dimension * (m - 1)) * (1 - 0x1p-50));
    }
}
