package org.epsilonet.comparator.entropy;

/**
 * The entropy of weighted \(\ell^1\) balls \(\sum_i w_i|x_i| \le 1\) in \(\ell^2\): of Besov balls with \(p = \tau = 1\) in
 * terms of their wavelet coefficients, and from below of analytic functions in terms of their Legendre coefficients.
 *
 * <p><b>Lower bound.</b> In \(n\) coordinates the ball has the volume \(2^n/n!\prod 1/w_i\), a ball of radius
 * \(\varepsilon\) that of the Euclidean ball; the best \(n\) counts.
 *
 * <p><b>Upper bound</b> for \(2^j\) coordinates of weight \(2^{ja}\) at each level \(j\), {@code a > 0}. Level \(j\), with
 * \(\ell^1\) norm \(t_j \le \tau_j = 2^{-ja}\), is rounded towards 0 to multiples of \(q_j\): one of as many vectors of
 * integers as have a sum of absolute values at most \(\tau_j/q_j\), and a squared error of at most \(\min(2^jq_j^2, q_jt_j)\).
 * Levels from \(J\) on take \(q_j = E/\tau_j\), together \(E\sum t_j/\tau_j \le E\); those below \(J\) take \(2^jq_j^2\)
 * geometric. Of \(J\) and the ratio the best count.
 *
 * @see "docs/theory.md, F3"
 */
public final class SumBallEntropy {
    private static final double RATIO = 1.03;
    private static final double LARGEST = 0x1p40;
    private static final int LEVELS = 40;
    private static final double[] DECAYS = {0.3, 0.5, 0.7, 1};
    private static final double[] SHARES = {0.2, 0.35, 0.5, 0.65, 0.8};

    private SumBallEntropy() {}

    /**
     * The volume bound in \(n\) coordinates.
     *
     * @param n {@code >= 1}
     * @param log2Weights \(\sum_{i\le n}\log_2 w_i\), rounded up
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded down, at least 0
     */
    static double lower(double n, double log2Weights, double epsilon) {
        return new BitSum()
                .add(n)
                .factorial(-1, n)
                .add(-log2Weights)
                // The volume of the Euclidean unit ball.
                .log2(-0.5 * n, Math.PI)
                .factorial(1, 0.5 * n)
                .log2(-n, epsilon)
                .lower();
    }

    /**
     * A lower bound for the levels: weight 1 twice, then \(2^j\) coordinates of weight \(2^{ja}\), {@code j >= 1}.
     *
     * @param a \(a > 0\)
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded down
     */
    public static double lower(double a, double epsilon) {
        double best = 0;
        for (double n = 1; n < LARGEST; n = Math.max(n + 1, Math.floor(n * RATIO))) {
            // Levels below J are complete: sum over j of j 2^j = (J-2) 2^J + 2.
            int level = Math.getExponent(n);
            double full = level == 0 ? 0 : (level - 2) * Math.scalb(1.0, level) + 2;
            double weights = a * (full + level * (n - Math.scalb(1.0, level)));
            best = Math.max(best, lower(n, weights, epsilon));
        }
        return best;
    }

    /**
     * An upper bound for the same.
     *
     * @param a \(a > 0\)
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded up; NaN where more than 40 levels count
     */
    public static double upper(double a, double epsilon) {
        if (epsilon >= 1) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int from = 0; from <= LEVELS; from++) {
            for (double share : SHARES) {
                for (double decay : DECAYS) {
                    best = Math.min(best, coded(a, epsilon * epsilon * (1 - 0x1p-40), from, share, decay));
                }
            }
        }
        return best < Double.POSITIVE_INFINITY ? best : Double.NaN;
    }

    /**
     * A lower bound for levels on the cube: weight 1 at the first \(2^d\) coordinates, then \(2^{ja}\) at those up to
     * \(2^{d(j+1)}\), {@code j >= 1}.
     *
     * @param dimension \(d \ge 1\)
     * @param a \(a > 0\)
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded down
     */
    public static double onCubesLower(int dimension, double a, double epsilon) {
        double best = 0;
        for (double n = 1; n < LARGEST; n = Math.max(n + 1, Math.floor(n * RATIO))) {
            double levels = 0;
            for (int j = 1; Math.scalb(1.0, dimension * j) < n; j++) {
                levels += n - Math.scalb(1.0, dimension * j); // All beyond count once more on every level.
            }
            best = Math.max(best, lower(n, a * levels * (1 + 0x1p-40), epsilon));
        }
        return best;
    }

    /**
     * An upper bound for the same: the weights are at least \(2^{-a}i^{a/d}\) at the \(i\)-th coordinate.
     *
     * @param dimension \(d \ge 1\)
     * @param a \(a > 0\)
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded up; NaN where more than 40 levels count
     */
    public static double onCubesUpper(int dimension, double a, double epsilon) {
        return epsilon >= 1 ? 0 : upper(a / dimension, epsilon * Math.pow(2, -a) * (1 - 0x1p-40));
    }

    /**
     * A lower bound for the weights \(i^t\), {@code i >= 1}.
     *
     * @param t \(t > 0\)
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded down
     */
    public static double powersLower(double t, double epsilon) {
        double best = 0;
        for (double n = 1; n < LARGEST; n = Math.max(n + 1, Math.floor(n * RATIO))) {
            best = Math.max(best, lower(n, t * Log2.factorial(n) * (1 + 0x1p-40), epsilon));
        }
        return best;
    }

    /**
     * An upper bound for the weights \(i^t\): at least those of the levels with \(a = t\).
     *
     * @param t \(t > 0\)
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded up; NaN where more than 40 levels count
     */
    public static double powersUpper(double t, double epsilon) {
        return upper(t, epsilon);
    }

    private static double coded(double a, double squared, int from, double share, double decay) {
        double below = from == 0 ? 0 : share * squared;
        double above = squared - below;
        BitSum bits = new BitSum();
        for (int j = 0; j < from; j++) {
            double size = j == 0 ? 2 : Math.scalb(1.0, j);
            // The shares of the levels are geometric, with sum 1 were there infinitely many.
            double part = below * (1 - Math.pow(2, -decay)) * Math.pow(2, -decay * (from - 1 - j));
            bits.add(vectors(size, Math.pow(2, -j * a) / Math.sqrt(part / size)));
        }
        for (int j = from; ; j++) {
            double quotient = Math.pow(2, -2 * j * a) / above;
            if (quotient * (1 + 0x1p-40) < 1) {
                return bits.upper();
            }
            if (j >= LEVELS) {
                return Double.POSITIVE_INFINITY;
            }
            bits.add(vectors(j == 0 ? 2 : Math.scalb(1.0, j), quotient));
        }
    }

    private static double vectors(double size, double sum) {
        return LatticePaths.vectors(size, Math.floor(sum * (1 + 0x1p-40)));
    }
}
