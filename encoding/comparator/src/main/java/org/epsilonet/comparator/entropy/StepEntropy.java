package org.epsilonet.comparator.entropy;

import org.epsilonet.api.function.LpNorm;

/**
 * The entropy of functions on [0, 1] with finitely many parameters, in \(L^p\), \(p < \infty\): of order
 * \(\log\frac1\varepsilon\).
 *
 * <p><b>One jump</b>, \(f = a\) before \(t\) and \(b\) after it, \(|a|,|b| \le 1\). Above: heights within \(\delta\), the place in
 * the middle of one of \(G\) cells, which moves a jump of at most 2 by at most \(1/2G\). Below: \(a\) from \([-1,-\frac12]\),
 * \(b\) from \([\frac12,1]\), \(t\) from \([\frac14,\frac34]\): heights that differ by \(\Delta\) do so on a quarter at least, places
 * that differ by \(\tau\) cost \(\tau^{1/p}\). Both are \((2+p)\log_2\frac1\varepsilon + O(1)\).
 *
 * <p><b>Polynomials</b> of degree \(k\), bounded by 1, between at most \(J\) jumps. Above: the at most \(J\) of \(G\) cells that have
 * jumps are sent as 0, which costs \((J/G)^{1/p}\); on every run of cells between them the function is one polynomial, and its
 * coefficients in the orthonormal Legendre basis of the run are at most 1 and sent within \(\delta\), which costs
 * \(\delta\sum_{i\le k}\sqrt{2i+1}\).
 *
 * @see "docs/theory.md, F7"
 */
public final class StepEntropy {
    private static final double[] SHARES = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};
    private static final double SAFE = 1 + 0x1p-40;

    private StepEntropy() {}

    /**
     * A lower bound for one jump.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded down
     */
    public static double lower(double epsilon, LpNorm norm) {
        double heights = 1 + Math.floor(0.5 / (2 * epsilon * Math.pow(4, 1 / norm.p()) * SAFE));
        double places = 1 + Math.floor(0.5 / (Math.pow(2 * epsilon, norm.p()) * SAFE));
        return new BitSum().log2(2, heights).log2(1, places).lower();
    }

    /**
     * An upper bound for one jump.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded up
     */
    public static double upper(double epsilon, LpNorm norm) {
        double best = epsilon >= 1 ? 0 : Double.POSITIVE_INFINITY;
        for (double share : SHARES) {
            double heights = Math.ceil(1 / (share * epsilon) * SAFE);
            double places = Math.ceil(0.5 * Math.pow(2 / ((1 - share) * epsilon), norm.p()) * SAFE);
            best = Math.min(best, new BitSum().log2(2, heights).log2(1, places).upper());
        }
        return best;
    }

    /**
     * An upper bound for piecewise polynomials.
     *
     * @param degree the degree \(k \ge 0\)
     * @param jumps \(J \ge 0\)
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded up
     */
    public static double polynomials(int degree, int jumps, double epsilon, LpNorm norm) {
        double spread = 0;
        for (int i = 0; i <= degree; i++) {
            spread += Math.sqrt(2 * i + 1);
        }
        double best = epsilon >= 1 ? 0 : Double.POSITIVE_INFINITY;
        for (double share : SHARES) {
            double levels = Math.ceil(spread / (share * epsilon) * SAFE);
            double grid = Math.ceil(jumps * Math.pow((1 - share) * epsilon, -norm.p()) * SAFE);
            BitSum bits = new BitSum().log2((jumps + 1.0) * (degree + 1), levels);
            for (int j = 1; j <= jumps; j++) {
                bits.log2(1, (grid + j) / j);
            }
            best = Math.min(best, bits.upper());
        }
        return best;
    }
}
