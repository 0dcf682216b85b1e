package org.epsilonet.comparator.entropy;

import org.epsilonet.api.function.LpNorm;

/**
 * The entropy of \(\{f : |f| \le 1,\ |f(x)-f(y)| \le |x-y|^\alpha\}\) on [0, 1], \(0 < \alpha \le 1\).
 *
 * <p><b>Lower bound.</b> On each of \(m\) cells the bump \(\pm 2^{\alpha-1}\,\mathrm{dist}(x,\partial)^\alpha\): Hölder
 * across cells too, since \(a^\alpha+b^\alpha \le 2^{1-\alpha}(a+b)^\alpha\). Different signs are \(m^{-\alpha}\) apart in
 * the supremum norm and \(m^{-\alpha}(\alpha p+1)^{-1/p}\) on a cell in \(L^p\). In the supremum norm constants may be added:
 * all bumps vanish at 0.
 *
 * <p><b>Upper bound</b> in the supremum norm, hence in every \(L^p\). On \(m\) cells, \(f\) is known within
 * \(\delta + (2m)^{-\alpha}\) from its values in the middles within \(\delta\). The next value is within
 * \(m^{-\alpha}+\delta\) of the last one as sent: one of \(1+\lceil m^{-\alpha}/\delta\rceil\) intervals of length
 * \(2\delta\). For \(\alpha = 1\) {@link LipschitzEntropy} is sharper.
 */
public final class HoelderEntropy {
    private static final int MOST_CHOICES = 64;
    private static final double LARGEST_CELLS = 0x1p50;

    private HoelderEntropy() {}

    /**
     * A lower bound.
     *
     * @param alpha \(\alpha\) in (0, 1]
     * @param epsilon \(\varepsilon > 0\)
     * @param norm the norm
     * @return bits, rounded down
     */
    public static double lower(double alpha, double epsilon, LpNorm norm) {
        if (epsilon >= 1) {
            return 0;
        }
        if (!norm.isSup()) {
            double height = Math.pow(alpha * norm.p() + 1, -1 / norm.p()) * (1 - 0x1p-45);
            return BumpPacking.lower(epsilon, norm, m -> height * Math.pow(m, -alpha));
        }
        if (alpha == 1) {
            return LipschitzEntropy.lower(1, epsilon);
        }
        double bumps = BumpPacking.most(epsilon, m -> Math.pow(m, -alpha) * (1 - 0x1p-45));
        double room = 2 - (bumps > 0 ? Math.pow(bumps, -alpha) * (1 + 0x1p-45) : 0);
        double shifts = Math.max(1, Math.floor(room / (2 * epsilon) * (1 - 0x1p-45)));
        return new BitSum().add(bumps).log2(1, shifts).lower();
    }

    /**
     * An upper bound in the supremum norm.
     *
     * @param alpha \(\alpha\) in (0, 1]
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded up; NaN where the number of cells is beyond 2^50
     */
    public static double upper(double alpha, double epsilon) {
        if (epsilon >= 1) {
            return 0;
        }
        if (alpha == 1) {
            return LipschitzEntropy.upper(1, epsilon);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int choices = 1; choices <= MOST_CHOICES; choices++) {
            // The fewest cells with m^-alpha <= choices * delta.
            double cells = Math.ceil(Math.pow((1.0 / choices + Math.pow(2, -alpha)) / epsilon, 1 / alpha));
            best = Math.min(best, bits(alpha, epsilon, cells));
        }
        return best < LARGEST_CELLS ? best : Double.NaN;
    }

    private static double bits(double alpha, double epsilon, double cells) {
        double width = Math.pow(cells, -alpha) * (1 + 0x1p-45);
        double delta = (epsilon - Math.pow(2, -alpha) * width) * (1 - 0x1p-45);
        return delta > 0
                ? new BitSum()
                        .log2(1, Math.ceil(1 / delta * (1 + 0x1p-45)))
                        .log2(cells - 1, 1 + Math.ceil(width / delta))
                        .upper()
                : Double.POSITIVE_INFINITY;
    }
}
