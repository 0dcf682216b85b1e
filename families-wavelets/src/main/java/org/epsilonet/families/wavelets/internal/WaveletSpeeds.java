package org.epsilonet.families.wavelets.internal;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;

/**
 * Known approximation speeds in \(L^q\) on \([0,1]^d\). With \(\delta = (1/p - 1/q)_+\), search depth \(M^a\), and
 * saturation at the order \(\bar N\) (vanishing moments; on squares also \(a\) times the order of the interpolation
 * between samples): first \(M\): \(\min(s/d - \delta, \bar N/d)\); best \(M\): \(\min(s/d, a(s/d-\delta), \bar N/d)\);
 * trees: as best \(M\), but not on the critical line \(s/d = \delta\).
 *
 * <p>The direct estimates need vanishing moments and stability in \(L^q\), not smooth wavelets; converse theorems would.
 *
 * @param system the wavelets
 * @param selection which M terms
 * @param q the norm of the error
 */
record WaveletSpeeds(WaveletSystem system, Selection selection, double q) {
    private static final String DEVORE = "DeVore, Nonlinear approximation, Acta Numerica 1998, ";
    private static final String TREES =
            "Cohen, Dahmen, Daubechies, DeVore, Tree approximation and optimal encoding, 2001";

    Optional<CitedSpeed> of(Smoothness smoothness) {
        int d = smoothness.dimension();
        if (isSup() && hasJumps(smoothness)) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            return speed(Math.min(hoelder.alpha(), order(d)) / d, DEVORE + "section 3");
        }
        if (smoothness instanceof Smoothness.Besov besov) {
            return besov(d, besov.s() / d, besov.p());
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth piecewise) {
            return piecewise(piecewise);
        }
        if (smoothness instanceof Smoothness.BoundedVariation) {
            return boundedVariation(d);
        }
        if (smoothness instanceof Smoothness.Cartoon cartoon) {
            return cartoon(d, cartoon.beta());
        }
        if (smoothness instanceof Smoothness.Mixed mixed) {
            return linear() && q == 2
                    ? speed(
                            Math.min(mixed.r(), order(d)) / d,
                            "isotropic: H^r contains H^r_mix; " + DEVORE + "section 3")
                    : Optional.empty();
        }
        if (smoothness instanceof Smoothness.Analytic) {
            return speed(order(d) / d, "saturation at the order of the wavelets; " + DEVORE + "section 3");
        }
        if (smoothness instanceof Smoothness.Singleton singleton) {
            return d == 1 ? single(singleton.function()) : Optional.empty();
        }
        return Optional.empty();
    }

    private boolean linear() {
        return selection.isLinear();
    }

    /** Such classes are not compact in the supremum norm. */
    private static boolean hasJumps(Smoothness smoothness) {
        return smoothness instanceof Smoothness.BoundedVariation
                || smoothness instanceof Smoothness.Cartoon
                || (smoothness instanceof Smoothness.PiecewiseSmooth piecewise && piecewise.jumps() > 0);
    }

    /** Weierstrass's function of order 1/2 has details of size \(2^{-j/2}\) all over level j. */
    private Optional<CitedSpeed> single(String function) {
        return switch (function) {
            case "takagi" -> takagi();
            case "weierstrass" -> speed(0.5, "all details of level j have size 2^(-j/2): Hardy 1916");
            default -> Optional.empty();
        };
    }

    /**
     * On a dyadic interval of length \(2^{-j}\) the Takagi function is a linear function plus \(2^{-j}\) times itself. One
     * vanishing moment sees the slopes, a random walk of \(j\) steps: of order \(j^{1/2}\), at most \(j\). More moments
     * see the cusps at dyadic points: on scale \(j\) that of a point of scale \(i\) has size \((j-i)2^{-j}\), up to
     * \(j2^{-j}\); but few are so large.
     */
    private Optional<CitedSpeed> takagi() {
        double logPower = isSup() && linear() ? 1 : system.moments() > 1 ? 0 : 0.5;
        return Optional.of(new CitedSpeed(1, logPower, "all details of level j have size 2^-j: Hata, Yamaguti 1984"));
    }

    private boolean isSup() {
        return q == Double.POSITIVE_INFINITY;
    }

    /** The exponent of the search depth. */
    private double a(int d) {
        return d == 1 ? SearchDepth.of(system).exponent() : Dictionary.DEPTH_EXPONENT;
    }

    /** \(\bar N\). */
    private double order(int d) {
        return d == 1 ? system.moments() : Math.min(system.moments(), a(d) * system.interpolationPoints());
    }

    private Optional<CitedSpeed> besov(int d, double s, double p) {
        double linearSpeed = s - Math.max(0, 1 / p - 1 / q);
        if (linearSpeed <= 0 || (!linear() && isSup() && p < q)) {
            return Optional.empty();
        }
        double saturation = order(d) / d;
        return linear()
                ? speed(Math.min(linearSpeed, saturation), DEVORE + "section 3")
                : speed(Math.min(Math.min(s, a(d) * linearSpeed), saturation), nonlinear(d));
    }

    private String nonlinear(int d) {
        return (selection == Selection.BEST ? DEVORE + "section 7" : TREES) + "; search depth M^" + Math.round(a(d));
    }

    /** A jump costs \(2^{-J/q} = M^{-a/q}\) at the search depth, and \(M^{-1/q}\) without choice. */
    private Optional<CitedSpeed> piecewise(Smoothness.PiecewiseSmooth piecewise) {
        double smooth = Math.min(piecewise.order(), order(1));
        if (piecewise.jumps() == 0) {
            return speed(smooth, DEVORE + "section 3");
        }
        return speed(Math.min(smooth, (linear() ? 1 : a(1)) / q), linear() ? DEVORE + "section 3" : nonlinear(1));
    }

    /** In two dimensions BV lies on the critical line, where only its weak \(\ell^1\) coefficients help best terms. */
    private Optional<CitedSpeed> boundedVariation(int d) {
        if (d == 1) {
            return linear() ? speed(1 / q, DEVORE + "section 3") : speed(Math.min(1, a(1) / q), nonlinear(1));
        }
        return d == 2 && q == 2 && selection != Selection.TREE
                ? speed(
                        linear() ? 0.25 : 0.5,
                        "Cohen, DeVore, Petrushev, Xu, Nonlinear approximation and BV(R^2), 1999")
                : Optional.empty();
    }

    /** On scale j the \(2^{(d-1)j}\) wavelets that meet the edge count; they are trees. */
    private Optional<CitedSpeed> cartoon(int d, double beta) {
        double edge = linear() ? 0.5 / d : 0.5 / (d - 1);
        return q == 2 && beta >= 1 && Math.min(beta, order(d)) / d >= edge
                ? speed(edge, "Donoho, Sparse components of images, 2001; " + DEVORE + "section 7")
                : Optional.empty();
    }

    private static Optional<CitedSpeed> speed(double speed, String source) {
        return Optional.of(CitedSpeed.of(speed, source));
    }
}
