package org.epsilonet.comparator.entropy;

import org.epsilonet.api.function.LpNorm;

/**
 * The entropy of functions on [0, 1] with at most \(J\) jumps between pieces with \(|f| \le 1\), \(|f'| \le 1\) and \(f'\)
 * Lipschitz with constant 1, in \(L^p\), \(p < \infty\).
 *
 * <p><b>Lower bound.</b> Bumps without any jump: on a cell of length \(w\) the quadratic spline with \(|\varphi''| = 1\)
 * that vanishes with its derivative at both ends, of height \(w^2/16\) and mean \(w^2/32\) (root mean square 0.6191 times
 * the height).
 *
 * <p><b>Upper bound.</b> Jumps go to the nearest point of a grid of \(G\) cells, which disturbs \(f\) by less than
 * {@code 5/2 + ε} on a set of measure \(J/(2G)\). Each piece is followed along cells of length at most \(w\) by value and slope in the
 * middles, within \(aw^2\) and \(bw\): after one of \(\lceil 2/aw^2\rceil\lceil 1/bw\rceil\) starts, Taylor's formula leaves
 * \(\lceil 1+(b+\frac12)/a\rceil\lceil 1+1/b\rceil\) choices a cell, and within a cell an error of
 * \((a+\frac b2+\frac18)w^2\).
 */
public final class PiecewiseSmoothEntropy {
    private static final double ROOT_MEAN_SQUARE = 0.61913;
    private static final double[] SHARES = {0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999};
    private static final double[][] ACCURACIES = {{1.5, 1}, {0.75, 1}, {0.5, 0.5}, {1, 0.5}};
    private static final double SAFE = 1 + 0x1p-40;

    private PiecewiseSmoothEntropy() {}

    /**
     * A lower bound.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param norm the norm; in the supremum norm the bound is that of one piece
     * @return bits, rounded down
     */
    public static double lower(double epsilon, LpNorm norm) {
        double mean = norm.isSup() ? 1 : norm.p() >= 2 ? ROOT_MEAN_SQUARE : 0.5;
        return BumpPacking.lower(epsilon, norm, m -> 2 * mean / (16.0 * m * m) / SAFE);
    }

    /**
     * An upper bound.
     *
     * @param jumps \(J \ge 0\)
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded up; NaN where a number overflows
     */
    public static double upper(int jumps, double epsilon, LpNorm norm) {
        if (epsilon >= 1) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (double share : SHARES) {
            double[] splits = jumps == 0 ? new double[] {1} : new double[] {share};
            for (double split : splits) {
                for (double[] accuracy : ACCURACIES) {
                    double bits = pieces(jumps, split * epsilon, accuracy[0], accuracy[1])
                            + positions(jumps, epsilon, (1 - split) * epsilon, norm);
                    best = Math.min(best, bits);
                }
            }
        }
        return best < Double.POSITIVE_INFINITY ? best : Double.NaN;
    }

    private static double pieces(int jumps, double epsilon, double a, double b) {
        double w = Math.min(1, Math.sqrt(epsilon / (a + 0.5 * b + 0.125)) / SAFE);
        double starts = Math.ceil(2 / (a * w * w) * SAFE) * Math.ceil(1 / (b * w) * SAFE);
        double choices = Math.ceil((1 + (b + 0.5) / a) / SAFE) * Math.ceil((1 + 1 / b) / SAFE);
        return new BitSum()
                .log2(jumps + 1.0, starts)
                .log2(Math.floor(1 / w * SAFE), choices)
                .upper();
    }

    /** Nondecreasing positions on the grid, \(\binom{G+J}{J}\). */
    private static double positions(int jumps, double epsilon, double allowed, LpNorm norm) {
        if (jumps == 0) {
            return 0;
        }
        double grid = Math.ceil(0.5 * jumps * Math.pow((2.5 + epsilon) / allowed, norm.p()) * SAFE);
        BitSum bits = new BitSum();
        for (int j = 1; j <= jumps; j++) {
            bits.log2(1, (grid + j) / j);
        }
        return bits.upper();
    }
}
