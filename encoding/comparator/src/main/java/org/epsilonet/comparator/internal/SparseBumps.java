package org.epsilonet.comparator.internal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The sparse element of the Besov space \(B^s_{p,\tau}\): on every level \(1 \le j \le\) {@value #LEVELS} one bump of
 * width \(2^{-j}\) and height \(2^{-j(s-1/p)}\) at a random place.
 *
 * <p>Every level has norm of order 1. A linear method of \(M\) parameters that does not know the places misses the
 * levels beyond \(\log_2 M\) and errs by \(M^{-(s-1/p+1/2)}\) in \(L^2\), the Kolmogorov width of the ball for
 * \(p \le 2\); a nonlinear one needs few parameters a level and errs exponentially little.
 *
 * @see <a href="https://doi.org/10.1017/S0962492900002816">DeVore: Nonlinear approximation, 1998, section 7</a>
 */
final class SparseBumps implements DoubleUnaryOperator {
    static final int LEVELS = 16;

    /** Bumps finer than this are narrower than a few panels of the quadrature, which must be told of them. */
    private static final int FINE = 8;

    private final double[] left = new double[LEVELS + 1];
    private final double[] height = new double[LEVELS + 1];

    /**
     * @param smoothness \(s\)
     * @param p the integrability \(p\)
     * @param seed of the places
     */
    SparseBumps(double smoothness, double p, long seed) {
        for (int j = 1; j <= LEVELS; j++) {
            left[j] = Hash.uniform(seed, j, 0) * (1 - width(j));
            height[j] = Math.pow(2, -j * (smoothness - 1 / p));
        }
    }

    @Override
    public double applyAsDouble(double x) {
        double sum = 0;
        for (int j = 1; j <= LEVELS; j++) {
            double t = (x - left[j]) * (1 << j);
            if (t > 0 && t < 1) {
                sum += height[j] * Profile.BUMP.at(t);
            }
        }
        return sum;
    }

    /** The centres of the narrow bumps. */
    double[] centres() {
        double[] centres = new double[LEVELS - FINE];
        Arrays.setAll(centres, i -> left[FINE + 1 + i] + 0.5 * width(FINE + 1 + i));
        return centres;
    }

    private static double width(int level) {
        return 1.0 / (1 << level);
    }
}
