package org.epsilonet.api.classes;

import org.epsilonet.api.function.LpNorm;

/**
 * Bounds on the metric entropy \(H(\varepsilon) = \log_2 N(\varepsilon)\) of a class, \(N\) the least number of closed
 * balls of radius \(\varepsilon\), centres anywhere, that cover it. A code of fixed length needs \(\lceil
 * H(\varepsilon)\rceil\) bits to reach the accuracy \(\varepsilon\) on the whole class, and that many are enough.
 *
 * <p>Both bounds are proved and rounded outward. NaN says that no bound with explicit constants is known; +∞ is a statement:
 * finitely many balls do not cover the class.
 *
 * @param epsilon the accuracy \(\varepsilon\), positive and finite
 * @param norm the metric
 * @param bitsLower a lower bound, {@code >= 0}; +∞ where the class is not totally bounded; NaN where none is known
 * @param bitsUpper an upper bound, at least the lower one; +∞ where the lower one is; NaN where none is known
 * @param source why they hold: theorem and paper, or the argument in a sentence
 */
public record EntropyBounds(double epsilon, LpNorm norm, double bitsLower, double bitsUpper, String source) {
    /**
     * @throws IllegalArgumentException if the accuracy is not positive and finite, a bound is negative, the bounds
     *     contradict each other, or the source is blank
     */
    public EntropyBounds {
        requireAccuracy(epsilon);
        if (bitsLower < 0 || bitsUpper < 0 || bitsLower > bitsUpper) {
            throw new IllegalArgumentException(
                    "entropy bounds must be >= 0 and in order, were " + bitsLower + ", " + bitsUpper);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("entropy bounds must have a source");
        }
    }

    /** The entropy of a class that is not totally bounded: infinite. */
    public static EntropyBounds infinite(double epsilon, LpNorm norm, String why) {
        return new EntropyBounds(epsilon, norm, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, why);
    }

    /**
     * Checks an accuracy.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    static void requireAccuracy(double epsilon) {
        if (!(epsilon > 0) || epsilon == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the accuracy must be positive and finite, was " + epsilon);
        }
    }
}
