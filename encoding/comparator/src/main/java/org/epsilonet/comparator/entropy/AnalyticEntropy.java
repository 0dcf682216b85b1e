package org.epsilonet.comparator.entropy;

/**
 * The entropy of functions on [0, 1] that, moved to [-1, 1], are real and continue analytically to the Bernstein ellipse of
 * parameter \(\rho\) (foci ±1, sum of half axes \(\rho\)) with \(|f| \le 1\) there.
 *
 * <p><b>Upper bound</b> in the supremum norm, hence in every \(L^p\): the Chebyshev coefficients satisfy \(|c_0| \le 1\) and
 * \(|c_k| \le 2\rho^{-k}\) (Bernstein); those up to \(n\) are rounded to multiples of \(2\delta\), the rest is at most
 * \(2\rho^{-n}/(\rho-1)\).
 *
 * <p><b>Lower bound</b> in \(L^2\), hence in \(L^q\) for \(q \ge 2\): on the ellipse \(|P_k| \le P_k(\frac12(\rho+1/\rho))\)
 * (the Legendre polynomials are nonnegative combinations of Chebyshev's), so the class contains a weighted \(\ell^1\) ball of
 * Legendre coefficients. Both are \(\frac12(\log_2 1/\varepsilon)^2/\log_2\rho\) in the limit.
 *
 * @see SumBallEntropy
 * @see "docs/theory.md, F6"
 */
public final class AnalyticEntropy {
    private static final int MOST_COEFFICIENTS = 20_000;

    private AnalyticEntropy() {}

    /**
     * A lower bound in \(L^2\).
     *
     * @param rho \(\rho > 1\)
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded down
     */
    public static double lower(double rho, double epsilon) {
        double x = 0.5 * (rho + 1 / rho);
        double before = 0;
        double legendre = 1;
        double weights = 0;
        double best = 0;
        for (int n = 1; n <= MOST_COEFFICIENTS && legendre < 0x1p1000; n++) {
            int k = n - 1;
            weights += (Log2.of(legendre) + 0.5 * Log2.of(2 * k + 1)) * (1 + 0x1p-40);
            double bits = SumBallEntropy.lower(n, weights, epsilon);
            if (bits == 0 && best > 0) {
                break;
            }
            best = Math.max(best, bits);
            double next = ((2 * k + 1) * x * legendre - k * before) / (k + 1);
            before = legendre;
            legendre = next;
        }
        return best;
    }

    /**
     * An upper bound in the supremum norm.
     *
     * @param rho \(\rho > 1\)
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded up; NaN where more than 20,000 coefficients would be needed
     */
    public static double upper(double rho, double epsilon) {
        if (epsilon >= 1) {
            return 0;
        }
        double first = Math.max(0, Math.ceil(Math.log(2 / ((rho - 1) * epsilon)) / Math.log(rho)) - 1);
        if (!(first < MOST_COEFFICIENTS)) {
            return Double.NaN;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int n = (int) first; n < first + 20; n++) {
            best = Math.min(best, bits(rho, epsilon, n));
        }
        return best;
    }

    /**
     * An upper bound in the supremum norm on [0, 1] for functions with \(|f| \le 1\) on the line that continue to entire
     * functions of exponential type \(\sigma\): \(|f(x+iy)| \le e^{\sigma|y|}\) (Bernstein), so that divided by
     * \(e^{\sigma(\rho-1/\rho)/4}\) they are bounded by 1 on the ellipse of parameter \(\rho\). The best \(\rho\) counts.
     *
     * @param type \(\sigma > 0\)
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded up; NaN where more than 20,000 coefficients would be needed
     */
    public static double exponentialType(double type, double epsilon) {
        if (epsilon >= 1) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (double rho = 1.25; rho < 1e9; rho *= 1.25) {
            double growth = Math.exp(-0.25 * type * (rho - 1 / rho)) * (1 - 0x1p-40);
            double bits = growth > 0x1p-900 ? upper(rho, epsilon * growth) : Double.NaN;
            best = bits < best ? bits : best;
        }
        return best < Double.POSITIVE_INFINITY ? best : Double.NaN;
    }

    private static double bits(double rho, double epsilon, int n) {
        double rest = 2 * Math.pow(rho, -n) / (rho - 1) * (1 + 0x1p-40);
        double delta = (epsilon - rest) / (n + 1) * (1 - 0x1p-40);
        if (!(delta > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        BitSum bits = new BitSum().log2(1, Math.ceil(1 / delta * (1 + 0x1p-40)));
        for (int k = 1; k <= n; k++) {
            bits.log2(1, Math.max(1, Math.ceil(2 * Math.pow(rho, -k) / delta * (1 + 0x1p-40))));
        }
        return bits.upper();
    }
}
