package org.epsilonet.families.splines;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.LpNorm;

/**
 * Approximation speeds of piecewise polynomials of order \(r = k+1\), errors in \(L^q\); empty where none is known, and
 * where the class is not compact. With \(\delta = (1/p-1/q)_+\), what a linear method loses on functions that are smooth
 * in \(L^p\) only.
 */
final class Speeds {
    private static final String LINEAR = "DeVore, Nonlinear approximation, Acta Numerica 1998, section 3";
    private static final String FREE = "Petrushev 1988; DeVore-Popov; DeVore, Acta Numerica 1998, section 6";
    private static final String TREES = "Birman-Solomyak 1967; Cohen-Dahmen-Daubechies-DeVore 2001";

    private Speeds() {}

    /** Equal cells, in one dimension. */
    static Optional<CitedSpeed> uniform(Smoothness smoothness, LpNorm norm, int order) {
        double perJump = 1 / norm.p();
        if (smoothness instanceof Smoothness.Besov besov && besov.dimension() == 1) {
            double s = besov.s() - deficit(besov, norm);
            return s > 0 ? cited(Math.min(s, order), LINEAR) : Optional.empty();
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces && pieces.jumps() > 0) {
            double speed = Math.min(perJump, Math.min(pieces.order(), order));
            return norm.isSup() ? Optional.empty() : cited(speed, LINEAR + ": a jump inside a cell costs M^(-1/q)");
        }
        if (smoothness instanceof Smoothness.BoundedVariation && smoothness.dimension() == 1) {
            return norm.isSup() ? Optional.empty() : cited(perJump, LINEAR + ": a jump inside a cell costs M^(-1/q)");
        }
        return smooth(smoothness, norm, order, LINEAR);
    }

    /** Free knots on a dyadic lattice of {@code depth * log2 M} levels: a jump costs M^(-depth/q). */
    static Optional<CitedSpeed> freeKnots(Smoothness smoothness, LpNorm norm, int order, int depth) {
        double perJump = depth / norm.p();
        if (smoothness instanceof Smoothness.Besov besov && besov.dimension() == 1) {
            return besov.s() > deficit(besov, norm) ? cited(Math.min(besov.s(), order), FREE) : Optional.empty();
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces && pieces.jumps() > 0) {
            double speed = Math.min(perJump, Math.min(pieces.order(), order));
            return norm.isSup() ? Optional.empty() : cited(speed, FREE + "; knots are exact to M^-" + depth);
        }
        if (smoothness instanceof Smoothness.BoundedVariation && smoothness.dimension() == 1) {
            return norm.isSup() ? Optional.empty() : cited(Math.min(1, perJump), FREE + " (Kahane 1961)");
        }
        return smooth(smoothness, norm, order, FREE);
    }

    /** Adaptive dyadic cells, in one and two dimensions. */
    static Optional<CitedSpeed> dyadic(Smoothness smoothness, LpNorm norm, int order) {
        int d = smoothness.dimension();
        if (smoothness instanceof Smoothness.Besov besov && d <= 2) {
            boolean compact = besov.s() > d * deficit(besov, norm);
            return compact ? cited(Math.min(besov.s(), order) / d, TREES) : Optional.empty();
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces && pieces.jumps() > 0) {
            double speed = Math.min(pieces.order(), order);
            return norm.isSup() ? Optional.empty() : cited(speed, TREES + ": a jump costs O(log M) cells");
        }
        if (smoothness instanceof Smoothness.BoundedVariation && d == 1) {
            return norm.isSup() ? Optional.empty() : cited(1, TREES + ", as BV is inside B^1_{1,inf}");
        }
        if (smoothness instanceof Smoothness.Cartoon cartoon && d == 2 && cartoon.beta() >= 1) {
            return norm.isSup()
                    ? Optional.empty()
                    : cited(
                            Math.min(1 / norm.p(), Math.min(cartoon.beta(), order) / 2),
                            TREES + ": M cells along an edge have measure 1/M");
        }
        return smooth(smoothness, norm, order, TREES);
    }

    /** Classes on which the choice of cells makes no difference. */
    private static Optional<CitedSpeed> smooth(Smoothness smoothness, LpNorm norm, int order, String source) {
        double d = smoothness.dimension();
        if (d > 2) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            return cited(Math.min(hoelder.alpha(), order) / d, source);
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces) {
            return cited(Math.min(pieces.order(), order), source);
        }
        if (smoothness instanceof Smoothness.Analytic) {
            return cited(order / d, source + ": saturation at the order of the polynomials");
        }
        if (smoothness instanceof Smoothness.Singleton single
                && d == 1
                && single.function().equals("takagi")) {
            return takagi(norm, order);
        }
        return Optional.empty();
    }

    /**
     * On a dyadic cell of length \(2^{-n}\) the Takagi function is a linear function plus \(2^{-n}\) times itself: the
     * local error is exactly \(2^{-n}\) times a constant for order 2 and more, whatever the cells. For order 1 the local
     * slope, a random walk of \(n\) steps, brings a logarithm.
     */
    private static Optional<CitedSpeed> takagi(LpNorm norm, int order) {
        String source = "self-affinity of the Takagi function (Allaart-Kawamura 2011)";
        double log = order > 1 ? 0 : norm.isSup() ? 1 : 0.5;
        return Optional.of(new CitedSpeed(1, log, source));
    }

    private static double deficit(Smoothness.Besov besov, LpNorm norm) {
        return Math.max(0, 1 / besov.p() - 1 / norm.p());
    }

    private static Optional<CitedSpeed> cited(double speed, String source) {
        return Optional.of(CitedSpeed.of(speed, source));
    }
}
