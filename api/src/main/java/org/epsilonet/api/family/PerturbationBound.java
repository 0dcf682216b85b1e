package org.epsilonet.api.family;

/**
 * A certified bound on \(\|R_s(\theta) - R_s(\theta')\|\) given \(|\theta_i-\theta'_i| \le \delta_i\) for every
 * \(i\). Monotone in each \(\delta_i\), zero for \(\delta = 0\), rounded outward.
 *
 * <p>Factories cover the usual cases; families with more structure (disjoint supports, Hölder dependence, networks)
 * implement {@link #of} themselves.
 */
@FunctionalInterface
public interface PerturbationBound {
    /**
     * The bound.
     *
     * @param deltas \(\delta_i \ge 0\), one per parameter
     * @return the bound; +∞ when it overflows, which is correct
     */
    double of(double[] deltas);

    /**
     * Errors add: \(\sum_i w_i \delta_i\). For example \(w_i = \|\varphi_i\|\) for a linear combination of atoms.
     *
     * @param weights \(w_i \ge 0\), rounded up; copied
     */
    static PerturbationBound sum(double[] weights) {
        double[] w = weights.clone();
        return deltas -> {
            double sum = 0;
            for (int i = 0; i < w.length; i++) {
                sum += product(w[i], deltas[i]);
            }
            return outward(sum, w.length);
        };
    }

    /**
     * Errors add as squares: \(B\,(\sum_i (w_i\delta_i)^2)^{1/2}\). For orthogonal atoms in \(L^2\) with \(w_i =
     * \|\varphi_i\|_2\) and \(B = 1\); for a Riesz system \(B\) is the upper Riesz constant.
     *
     * @param weights \(w_i \ge 0\), rounded up; copied
     * @param constant \(B\), rounded up
     */
    static PerturbationBound rootSumOfSquares(double[] weights, double constant) {
        double[] w = weights.clone();
        return deltas -> {
            double largest = 0;
            for (int i = 0; i < w.length; i++) {
                largest = Math.max(largest, product(w[i], deltas[i]));
            }
            if (largest == 0 || largest == Double.POSITIVE_INFINITY) {
                return largest;
            }
            double sum = 0;
            for (int i = 0; i < w.length; i++) {
                double ratio = product(w[i], deltas[i]) / largest;
                sum += ratio * ratio;
            }
            return outward(constant * largest * Math.sqrt(sum), w.length + 4);
        };
    }

    /**
     * Only the worst counts: \(\max_i w_i\delta_i\). For example B-splines in the supremum norm, which are nonnegative
     * and sum to one, with \(w_i = 1\).
     *
     * @param weights \(w_i \ge 0\), rounded up; copied
     */
    static PerturbationBound largest(double[] weights) {
        double[] w = weights.clone();
        return deltas -> {
            double largest = 0;
            for (int i = 0; i < w.length; i++) {
                largest = Math.max(largest, product(w[i], deltas[i]));
            }
            return outward(largest, 1);
        };
    }

    /**
     * Rounds up a sum of nonnegative terms: the relative error of {@code operations} roundings to nearest is below
     * {@code operations * 2^-52}.
     *
     * @param value the computed value, {@code >= 0}
     * @param operations how many roundings went into it
     * @return a number at least as large as the exact value
     */
    static double outward(double value, int operations) {
        return value == 0 ? 0 : Math.nextUp(value * (1 + (operations + 2.0) * 0x1p-52)) + Double.MIN_NORMAL;
    }

    /** \(w\delta\), where zero times infinity is zero and a product of positive numbers never vanishes. */
    private static double product(double w, double delta) {
        return w == 0 || delta == 0 ? 0 : Math.max(Double.MIN_VALUE, w * delta);
    }
}
