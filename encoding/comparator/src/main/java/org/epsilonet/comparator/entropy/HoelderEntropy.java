package org.epsilonet.comparator.entropy;

import org.epsilonet.api.function.LpNorm;

/**
 * The entropy of \(\{f : |f| \le 1,\ |f(x)-f(y)| \le |x-y|^\alpha\}\) on \([0,1]^d\), \(0 < \alpha \le 1\), \(|x|\) the
 * Euclidean norm.
 *
 * <p><b>Lower bound.</b> On each of \(m^d\) cubes the bump \(\pm 2^{\alpha-1}\,\mathrm{dist}(x,\partial)^\alpha\): Hölder
 * across cubes too, since \(a^\alpha+b^\alpha \le 2^{1-\alpha}(a+b)^\alpha\). Different signs are \(m^{-\alpha}\) apart in
 * the supremum norm and \(m^{-\alpha}(\prod_{i\le d}\frac{i}{\alpha p+i})^{1/p}\) on a cube in \(L^p\), as the distance exceeds
 * \(v/(2m)\) on the share \((1-v)^d\) of it. In the supremum norm constants may be added: all bumps vanish at 0.
 *
 * <p><b>Upper bound</b> in the supremum norm, hence in every \(L^p\). On \(m^d\) cubes, \(f\) is known within
 * \(\delta + (\sqrt d/2m)^{\alpha}\) from its values in the middles within \(\delta\). On a path through neighbours the next
 * value is within \(m^{-\alpha}+\delta\) of the last one as sent: one of \(1+\lceil m^{-\alpha}/\delta\rceil\) intervals of
 * length \(2\delta\). For \(d = \alpha = 1\) {@link LipschitzEntropy} is sharper.
 */
public final class HoelderEntropy {
    private static final int MOST_CHOICES = 64;
    private static final double LARGEST_CELLS = 0x1p50;

    private HoelderEntropy() {}

    /**
     * A lower bound on [0, 1].
     *
     * @param alpha \(\alpha\) in (0, 1]
     * @param epsilon \(\varepsilon > 0\)
     * @param norm the norm
     * @return bits, rounded down
     */
    public static double lower(double alpha, double epsilon, LpNorm norm) {
        return lower(1, alpha, epsilon, norm);
    }

    /**
     * A lower bound.
     *
     * @param dimension \(d \ge 1\)
     * @param alpha \(\alpha\) in (0, 1]
     * @param epsilon \(\varepsilon > 0\)
     * @param norm the norm
     * @return bits, rounded down
     */
    public static double lower(int dimension, double alpha, double epsilon, LpNorm norm) {
        if (epsilon >= 1) {
            return 0;
        }
        if (!norm.isSup()) {
            double mean = 1;
            for (int i = 1; i <= dimension; i++) {
                mean *= i / (alpha * norm.p() + i);
            }
            double height = Math.pow(mean, 1 / norm.p()) * (1 - 0x1p-45);
            return BumpPacking.onCubes(dimension, epsilon, norm, m -> height * Math.pow(m, -alpha));
        }
        if (dimension == 1 && alpha == 1) {
            return LipschitzEntropy.lower(1, epsilon);
        }
        double bumps = BumpPacking.onCubes(dimension, epsilon, norm, m -> Math.pow(m, -alpha) * (1 - 0x1p-45));
        double cells = Math.floor(Math.pow(bumps, 1.0 / dimension) * (1 - 0x1p-45));
        double room = 2 - (bumps > 0 ? Math.pow(Math.max(1, cells), -alpha) * (1 + 0x1p-45) : 0);
        double shifts = Math.max(1, Math.floor(room / (2 * epsilon) * (1 - 0x1p-45)));
        return new BitSum().add(bumps).log2(1, shifts).lower();
    }

    /**
     * An upper bound on [0, 1] in the supremum norm.
     *
     * @param alpha \(\alpha\) in (0, 1]
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded up; NaN where the number of cells is beyond 2^50
     */
    public static double upper(double alpha, double epsilon) {
        return upper(1, alpha, epsilon);
    }

    /**
     * An upper bound in the supremum norm.
     *
     * @param dimension \(d \ge 1\)
     * @param alpha \(\alpha\) in (0, 1]
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded up; NaN where the number of cubes is beyond 2^50
     */
    public static double upper(int dimension, double alpha, double epsilon) {
        if (epsilon >= 1) {
            return 0;
        }
        if (dimension == 1 && alpha == 1) {
            return LipschitzEntropy.upper(1, epsilon);
        }
        double radius = Math.pow(0.5 * Math.sqrt(dimension), alpha) * (1 + 0x1p-45);
        double best = Double.POSITIVE_INFINITY;
        for (int choices = 1; choices <= MOST_CHOICES; choices++) {
            // The fewest cells along an axis with m^-alpha <= choices * delta.
            double cells = Math.ceil(Math.pow((1.0 / choices + radius) / epsilon, 1 / alpha));
            best = Math.min(best, bits(dimension, alpha, epsilon, cells, radius));
        }
        return best < LARGEST_CELLS ? best : Double.NaN;
    }

    private static double bits(int dimension, double alpha, double epsilon, double cells, double radius) {
        double width = Math.pow(cells, -alpha) * (1 + 0x1p-45);
        double delta = (epsilon - radius * width) * (1 - 0x1p-45);
        return delta > 0
                ? new BitSum()
                        .log2(1, Math.ceil(1 / delta * (1 + 0x1p-45)))
                        .log2(Math.pow(cells, dimension) - 1, 1 + Math.ceil(width / delta))
                        .upper()
                : Double.POSITIVE_INFINITY;
    }
}
