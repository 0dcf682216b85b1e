package org.epsilonet.examples.fourier;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.classes.Smoothness.Analytic;
import org.epsilonet.api.classes.Smoothness.Besov;
import org.epsilonet.api.classes.Smoothness.BoundedVariation;
import org.epsilonet.api.classes.Smoothness.Cartoon;
import org.epsilonet.api.classes.Smoothness.Hoelder;
import org.epsilonet.api.classes.Smoothness.Mixed;
import org.epsilonet.api.classes.Smoothness.Periodic;
import org.epsilonet.api.classes.Smoothness.PiecewiseSmooth;
import org.epsilonet.api.classes.Smoothness.Singleton;
import org.epsilonet.api.function.LpNorm;

/**
 * Approximation speeds in \(L^2\) and in the supremum norm.
 *
 * <p>What a function does at the boundary decides how far smoothness helps. Its periodic continuation jumps in general and
 * has coefficients of order \(1/k\), the even one has kinks and coefficients of order \(1/k^2\); Chebyshev's angle makes
 * every smooth function smooth and periodic. Jumps inside have coefficients of order \(1/k\) in every case.
 *
 * @param basis the waves
 * @param selection which atoms are kept
 * @param boundary the speed in \(L^2\), per coordinate, beyond which smoothness does not help
 * @see "docs/theory.md, D6, D7, D13"
 */
record SeriesSpeeds(Basis basis, Selection selection, double boundary) {
    private static final String SOURCE =
            "Jackson's theorem and coefficients of order 1/k for jumps, here also at the ends for Fourier and 1/k^2 for"
                    + " cosines: DeVore, Lorentz, Constructive Approximation 1993; best M terms gain nothing for p >= 1:"
                    + " DeVore, Temlyakov 1995; mixed smoothness: Dung, Temlyakov, Ullrich, Hyperbolic Cross"
                    + " Approximation 2018";

    /** The speed for a class, if it is known. */
    static Optional<CitedSpeed> of(Basis basis, Selection selection, Smoothness smoothness, LpNorm norm) {
        boolean periodic = smoothness instanceof Periodic && basis == Basis.FOURIER;
        double boundary = switch (basis) {
            case FOURIER -> periodic ? Double.POSITIVE_INFINITY : 0.5;
            case COSINE -> 1.5;
            case CHEBYSHEV -> Double.POSITIVE_INFINITY;
        };
        Smoothness inner = smoothness instanceof Periodic p ? p.inner() : smoothness;
        if (!basis.dimensions(selection).contains(inner.dimension())) {
            return Optional.empty();
        }
        SeriesSpeeds speeds = new SeriesSpeeds(basis, selection, boundary);
        if (inner instanceof Singleton one) {
            return speeds.singleton(one.function(), norm);
        }
        return norm.p() == 2 ? speeds.inMean(inner) : norm.isSup() ? speeds.inSup(inner) : Optional.empty();
    }

    private Optional<CitedSpeed> inMean(Smoothness smoothness) {
        int d = smoothness.dimension();
        if (smoothness instanceof Hoelder c) {
            return isotropic(c.alpha(), d);
        }
        if (smoothness instanceof Besov c) {
            double surplus = c.s() - d * c.deficit();
            return surplus > 0 && (selection != Selection.BEST || c.p() >= 1)
                    ? isotropic(surplus, d)
                    : Optional.empty();
        }
        if (smoothness instanceof Mixed c) {
            return selection == Selection.FIRST ? isotropic(c.r(), d) : mixed(c.r(), d);
        }
        if (smoothness instanceof Analytic) {
            return selection == Selection.FIRST
                    ? isotropic(Double.POSITIVE_INFINITY, d)
                    : mixed(Double.POSITIVE_INFINITY, d);
        }
        if (smoothness instanceof PiecewiseSmooth c && c.jumps() == 0) {
            return isotropic(c.order(), d);
        }
        if (smoothness instanceof PiecewiseSmooth || smoothness instanceof BoundedVariation) {
            return edges(d);
        }
        return smoothness instanceof Cartoon c && c.beta() >= 1 ? edges(d) : Optional.empty();
    }

    /** A cross sees frequencies up to \(K^{1/d}\) only, as in {@link #mixed}. */
    private Optional<CitedSpeed> edges(int d) {
        return cited(0.5 / d, selection == Selection.HYPERBOLIC_CROSS ? (d - 1) * 0.5 / d : 0);
    }

    /**
     * The first terms need a ball of frequencies to see \(|k| \le R\); the others lose less at the boundary, and where
     * both cost the same the boundary costs logarithms.
     */
    private Optional<CitedSpeed> isotropic(double s, int d) {
        return selection == Selection.FIRST
                ? cited(Math.min(s, boundary) / d, 0)
                : s / d < boundary || boundary == Double.POSITIVE_INFINITY
                        ? cited(s / d, selection == Selection.BEST ? 0 : (d - 1) * s / d)
                        : mixed(boundary, d);
    }

    /** A cross of \(M\) atoms ends at products of \(K \asymp M(\log M)^{1-d}\). */
    private Optional<CitedSpeed> mixed(double r, int d) {
        return r < boundary || boundary == Double.POSITIVE_INFINITY
                ? cited(r, r == Double.POSITIVE_INFINITY ? 0 : r * (d - 1))
                : cited(boundary, (boundary + 0.5) * (d - 1));
    }

    /** Where periodic continuations jump they are not approximated uniformly, nor are jumps inside. */
    private Optional<CitedSpeed> inSup(Smoothness smoothness) {
        if (boundary == 0.5
                || smoothness instanceof BoundedVariation
                || smoothness instanceof Cartoon
                || (smoothness instanceof PiecewiseSmooth c && c.jumps() > 0)) {
            return cited(0, 0);
        }
        if (smoothness.dimension() > 1) {
            return Optional.empty();
        }
        if (smoothness instanceof Analytic) {
            return cited(boundary - 0.5, 0);
        }
        return smoothness instanceof Hoelder c && selection == Selection.FIRST
                ? cited(Math.min(c.alpha(), boundary - 0.5), 1)
                : Optional.empty();
    }

    /**
     * Takagi's coefficient of frequency \(2^jq\), \(q\) odd, is of order \(2^{-j}q^{-2}\): those above \(\tau\) are
     * \(\tau^{-1/2}\) in number, the others have the square sum \(\tau^{3/2}\) and the sum \(\tau^{1/2}\). Weierstrass's
     * \(2^{-j/2}\) stands at \(2^j\), of which \(M\) best terms see \(2^j \le M^2\).
     */
    private Optional<CitedSpeed> singleton(String function, LpNorm norm) {
        boolean best = selection == Selection.BEST;
        if (norm.p() != 2 && !norm.isSup()) {
            return Optional.empty();
        }
        return switch (function) {
            case "takagi" -> cited(best && norm.p() == 2 ? 1.5 : 1, norm.isSup() && !best ? 1 : 0);
            case "weierstrass" -> cited(best ? 1 : 0.5, norm.isSup() && basis == Basis.CHEBYSHEV ? 1 : 0);
            default -> Optional.empty();
        };
    }

    private static Optional<CitedSpeed> cited(double speed, double logPower) {
        return Optional.of(new CitedSpeed(speed, logPower, SOURCE));
    }
}
