package org.epsilonet.comparator.entropy;

import org.epsilonet.api.function.LpNorm;

/**
 * The entropy of monotone functions from [0, 1] to [0, 1] in \(L^1\), and in \(L^p\), \(p < \infty\).
 *
 * <p><b>Upper bound.</b> The graph crosses cells of the \(n \times n\) grid along a monotone lattice path, one of
 * \(\binom{2n-2}{n-1}\); the middle height of the cells of each column errs by at most \((2n-1)/(2n^2)\), half of the area
 * of the cells. <b>Lower bound.</b> Staircases with \(n\) steps, the \(j\)-th at height \(j/n\) or \((j+1)/n\): a choice at
 * \(d\) places costs \(d/n^2\), see {@link BumpPacking}.
 *
 * @see "docs/theory.md, F5"
 */
public final class MonotonePath {
    private static final double LARGEST = 0x1p50;

    private MonotonePath() {}

    /**
     * An upper bound.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded up; NaN where the grid is beyond 2^50
     */
    public static double upper(double epsilon) {
        if (epsilon >= 0.5) {
            return 0; // The constant 1/2.
        }
        double n = Math.max(1, Math.ceil(1 / epsilon) - 2);
        while (n < LARGEST && !((2 * n - 1) / (2 * n * n) * (1 + 0x1p-50) <= epsilon)) {
            n++;
        }
        return n < LARGEST ? bits(n) : Double.NaN;
    }

    /**
     * The bits of a path in the \(n \times n\) grid.
     *
     * @param n {@code >= 1}
     * @return \(\log_2\binom{2n-2}{n-1}\), rounded up
     */
    public static double bits(double n) {
        return new BitSum().binomial(1, 2 * n - 2, n - 1).upper();
    }

    /**
     * A lower bound in \(L^1\).
     *
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded down
     */
    public static double lower(double epsilon) {
        return lower(epsilon, LpNorm.L1);
    }

    /**
     * A lower bound: a choice at \(d\) places costs \(\frac1n(d/n)^{1/p}\).
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded down
     */
    public static double lower(double epsilon, LpNorm norm) {
        return BumpPacking.lower(epsilon, norm, n -> 1.0 / n * (1 - 0x1p-50));
    }

    /**
     * An upper bound: monotone functions vary by 1 at most.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded up; NaN where none is known
     * @see VariationEntropy
     */
    public static double upper(double epsilon, LpNorm norm) {
        double variation = VariationEntropy.upper(epsilon, norm);
        // |f - g| <= 1, so that the p-th power of the norm is at most the mean.
        double path = upper(norm.power(epsilon) * (1 - 0x1p-50));
        return path < variation || Double.isNaN(variation) ? path : variation;
    }
}
