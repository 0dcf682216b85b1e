package org.epsilonet.comparator.catalogue;

import java.util.function.DoubleUnaryOperator;

/**
 * The sparse element of the Besov space \(B^s_{p,\tau}\): on every level \(j\) one bump of width \(2^{-j}\), height
 * \(2^{-j(s-1/p)}\) and random sign, next to each other towards a point \(t\): on \([t+2^{-j}, t+2^{1-j}]\).
 *
 * <p>Every level has norm of order 1. A linear method of \(M\) parameters cannot look closer at \(t\): it misses the
 * levels beyond \(\log_2 M\) and errs by \(M^{-(s-1/p+1/2)}\) in \(L^2\), the Kolmogorov width of the ball for
 * \(p \le 2\); a nonlinear one needs few parameters a level and errs exponentially little. The bumps lead to each other, so
 * that a method that refines where it sees an error finds them.
 *
 * @see <a href="https://doi.org/10.1017/S0962492900002816">DeVore: Nonlinear approximation, 1998, section 7</a>
 */
final class Chirp implements DoubleUnaryOperator {
    private static final int COARSEST = 2;
    private static final int FINEST = 40;

    private final double point;
    private final double[] height = new double[FINEST + 1];

    /**
     * @param smoothness \(s\)
     * @param p the integrability \(p\)
     * @param point \(t\), at most 1/2
     * @param seed of the signs
     */
    Chirp(double smoothness, double p, double point, long seed) {
        this.point = point;
        for (int j = COARSEST; j <= FINEST; j++) {
            height[j] = Hash.sign(seed, j, 0) * Math.pow(2, -(j - COARSEST) * (smoothness - 1 / p));
        }
    }

    @Override
    public double applyAsDouble(double x) {
        double distance = x - point;
        int j = distance > 0 ? -Math.getExponent(distance) : 0;
        return j < COARSEST || j > FINEST ? 0 : height[j] * Profile.BUMP.at(Math.scalb(distance, j) - 1);
    }
}
