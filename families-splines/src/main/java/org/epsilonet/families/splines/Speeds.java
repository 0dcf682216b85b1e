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
    private static final String EDGES = LINEAR + ": a cell cut by an edge keeps its error";
    private static final String FREE =
            "Kahane 1961; Petrushev 1988; DeVore-Popov; DeVore, Acta Numerica 1998, section 6";
    private static final String TREES =
            "Birman-Solomyak 1967; Cohen-Dahmen-Daubechies-DeVore 2001; BV is inside B^1_{1,inf}";
    private static final int DEPTH = PiecewiseFamily.SEARCH_DEPTH;

    private Speeds() {}

    /**
     * Equal cells: along an edge of dimension \(d-1\) a share \(M^{-1/d}\) of the cells is cut, which costs
     * \(M^{-1/(dq)}\); smoothness \(s\) in \(L^p\) is worth \(M^{-s/d+(1/p-1/q)_+}\).
     */
    static Optional<CitedSpeed> uniform(Smoothness smoothness, LpNorm norm, int order) {
        int d = smoothness.dimension();
        if (d > 3) {
            return Optional.empty();
        }
        double perEdge = 1 / (d * norm.p());
        if (smoothness instanceof Smoothness.Besov besov) {
            double surplus = besov.s() / d - deficit(besov, norm);
            double speed = Math.min(surplus, (double) order / d);
            return surplus > 0 ? cited(speed, LINEAR) : Optional.empty();
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces && pieces.jumps() > 0) {
            return bounded(Math.min(perEdge, Math.min(pieces.order(), order)), norm, EDGES);
        }
        if (smoothness instanceof Smoothness.BoundedVariation) {
            return bounded(perEdge, norm, EDGES);
        }
        if (smoothness instanceof Smoothness.Cartoon cartoon) {
            double pieces = Math.min(cartoon.beta(), order) / d;
            return bounded(Math.min(Math.min(1, cartoon.beta()) * perEdge, pieces), norm, EDGES);
        }
        return smooth(smoothness, norm, order, false, LINEAR);
    }

    /** Free knots. */
    static Optional<CitedSpeed> freeKnots(Smoothness smoothness, LpNorm norm, int order) {
        return smoothness.dimension() == 1 ? adaptive(smoothness, norm, order, FREE) : Optional.empty();
    }

    /** Adaptive dyadic cells: \(M\) of them cover an edge of dimension \(d-1\) with measure \(M^{-1/(d-1)}\). */
    static Optional<CitedSpeed> dyadic(Smoothness smoothness, LpNorm norm, int order) {
        int d = smoothness.dimension();
        if (d > 3) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Cartoon cartoon) {
            double edge = 1 / ((d - 1) * norm.p());
            double speed = Math.min(edge, Math.min(cartoon.beta(), order) / d);
            return cartoon.beta() >= 1
                    ? bounded(speed, norm, TREES + ": M cells along an edge have measure M^(-1/(d-1))")
                    : Optional.empty();
        }
        if (smoothness instanceof Smoothness.BoundedVariation && d == 2 && norm.p() <= 2) {
            return Optional.of(new CitedSpeed(
                    0.5, 0.5, "O(log(1/delta)/delta) cells of variation above delta; Cohen-DeVore-Petrushev-Xu 1999"));
        }
        return adaptive(smoothness, norm, order, TREES);
    }

    /**
     * Cells that are chosen, but none shorter than \(w = M^{-a}\): of a function \(w^{s-d/p}\) on a cube of that side,
     * bounded in \(B^s_{p,\tau}\), no cell takes notice; its norm in \(L^q\) is \(M^{-a(s-d\delta)}\). A jump off the
     * lattice costs \(M^{-a/q}\).
     */
    private static Optional<CitedSpeed> adaptive(Smoothness smoothness, LpNorm norm, int order, String source) {
        int d = smoothness.dimension();
        String limited = source + "; search depth M^" + DEPTH;
        double perJump = DEPTH / norm.p();
        if (smoothness instanceof Smoothness.Besov besov) {
            double surplus = besov.s() - d * deficit(besov, norm);
            double speed = Math.min(Math.min(besov.s(), order) / d, DEPTH * surplus);
            return surplus > 0 ? cited(speed, limited) : Optional.empty();
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces && pieces.jumps() > 0) {
            return bounded(Math.min(perJump, Math.min(pieces.order(), order)), norm, limited);
        }
        if (smoothness instanceof Smoothness.BoundedVariation && d == 1) {
            return bounded(Math.min(perJump, 1), norm, limited);
        }
        return smooth(smoothness, norm, order, true, source);
    }

    /** Classes on which the choice of cells makes no difference, but for a logarithm. */
    private static Optional<CitedSpeed> smooth(
            Smoothness smoothness, LpNorm norm, int order, boolean adaptive, String source) {
        double d = smoothness.dimension();
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            return cited(Math.min(hoelder.alpha(), order) / d, source);
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces) {
            return cited(Math.min(pieces.order(), order), source);
        }
        if (smoothness instanceof Smoothness.Analytic) {
            return cited(order / d, source + ": saturation at the order of the polynomials");
        }
        if (smoothness instanceof Smoothness.Mixed mixed && norm.p() == 2) {
            String alone = source + "; isotropic cells gain nothing on functions of one coordinate";
            return cited(Math.min(mixed.r(), order) / d, alone);
        }
        if (smoothness instanceof Smoothness.Singleton single
                && d == 1
                && single.function().equals("takagi")) {
            return takagi(order, norm.isSup() && !adaptive);
        }
        return Optional.empty();
    }

    /** For classes with jumps, which are not compact in the supremum norm. */
    private static Optional<CitedSpeed> bounded(double speed, LpNorm norm, String source) {
        return norm.isSup() ? Optional.empty() : cited(speed, source);
    }

    /**
     * On a dyadic cell of length \(2^{-n}\) the Takagi function is a linear function plus \(2^{-n}\) times itself: the
     * local error is exactly \(2^{-n}\) times a constant for order 2 and more. Where a spline has continuous derivatives, or
     * ends of cells are not dyadic, the cusps \(h\log_2(1/h)\) at dyadic points bring a logarithm in the supremum norm;
     * chosen cells follow them. For order 1 the local slope, a random walk of \(n\) steps, does: its largest value
     * \(n\) on equal cells in the supremum norm, else \(n^{1/2}\), as all but few of the cells have that slope and the
     * few may be split.
     */
    private static Optional<CitedSpeed> takagi(int order, boolean steepestCounts) {
        String source = "self-affinity of the Takagi function (Allaart-Kawamura 2011)";
        double log = steepestCounts ? 1 : order > 1 ? 0 : 0.5;
        return Optional.of(new CitedSpeed(1, log, source));
    }

    private static double deficit(Smoothness.Besov besov, LpNorm norm) {
        return Math.max(0, 1 / besov.p() - 1 / norm.p());
    }

    private static Optional<CitedSpeed> cited(double speed, String source) {
        return Optional.of(CitedSpeed.of(speed, source));
    }
}
