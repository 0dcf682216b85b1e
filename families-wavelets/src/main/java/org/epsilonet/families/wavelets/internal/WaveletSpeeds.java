package org.epsilonet.families.wavelets.internal;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;

/**
 * Known approximation speeds in \(L^q\) on \([0,1]^d\). With \(\delta = (1/p - 1/q)_+\), search depth \(M^a\), and
 * saturation at the order \(\bar N\) (vanishing moments, and \(a\) times the order of the interpolation between samples):
 * first \(M\): \(\min(s/d - \delta, \bar N/d)\); best \(M\): \(\min(s/d, a(s/d-\delta), \bar N/d)\).
 *
 * <p>The direct estimates need vanishing moments and stability in \(L^q\), not smooth wavelets; converse theorems would.
 *
 * @param system the wavelets
 * @param best best or first M terms
 * @param q the norm of the error
 */
record WaveletSpeeds(WaveletSystem system, boolean best, double q) {
    private static final String DEVORE = "DeVore, Nonlinear approximation, Acta Numerica 1998, ";
    private static final double A = Dictionary.DEPTH_EXPONENT;

    Optional<CitedSpeed> of(Smoothness smoothness) {
        int d = smoothness.dimension();
        if (d > 2 || (isSup() && hasJumps(smoothness))) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            return speed(Math.min(hoelder.alpha(), order()) / d, DEVORE + "section 3");
        }
        if (smoothness instanceof Smoothness.Besov besov) {
            return besov(besov.s() / d, besov.p(), order() / d);
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth piecewise) {
            return piecewise(piecewise);
        }
        if (smoothness instanceof Smoothness.BoundedVariation) {
            return boundedVariation(d);
        }
        if (smoothness instanceof Smoothness.Cartoon cartoon) {
            return q == 2 && cartoon.beta() >= 1
                    ? speed(best ? 0.5 : 0.25, "Donoho, Sparse components of images, 2001; " + DEVORE + "section 7")
                    : Optional.empty();
        }
        if (smoothness instanceof Smoothness.Mixed mixed) {
            return best || q != 2
                    ? Optional.empty()
                    : speed(
                            Math.min(mixed.r(), order()) / d,
                            "isotropic: H^r contains H^r_mix; " + DEVORE + "section 3");
        }
        if (smoothness instanceof Smoothness.Analytic) {
            return speed(order() / d, "saturation at the order of the wavelets; " + DEVORE + "section 3");
        }
        if (smoothness instanceof Smoothness.Singleton singleton) {
            return d == 1 && singleton.function().equals("takagi") ? takagi() : Optional.empty();
        }
        return Optional.empty();
    }

    /** Such classes are not compact in the supremum norm. */
    private static boolean hasJumps(Smoothness smoothness) {
        return smoothness instanceof Smoothness.BoundedVariation
                || (smoothness instanceof Smoothness.PiecewiseSmooth piecewise && piecewise.jumps() > 0);
    }

    /**
     * On a dyadic interval of length \(2^{-j}\) the Takagi function is a linear function plus \(2^{-j}\) times itself. One
     * vanishing moment sees the slopes, a random walk of \(j\) steps: of order \(j^{1/2}\), at most \(j\).
     */
    private Optional<CitedSpeed> takagi() {
        double logPower = system.moments() > 1 ? 0 : isSup() && !best ? 1 : 0.5;
        return Optional.of(new CitedSpeed(1, logPower, "all details of level j have size 2^-j: Hata, Yamaguti 1984"));
    }

    private boolean isSup() {
        return q == Double.POSITIVE_INFINITY;
    }

    /** \(\bar N\). */
    private double order() {
        return Math.min(system.moments(), A * system.interpolationPoints());
    }

    private Optional<CitedSpeed> besov(double s, double p, double saturation) {
        double linear = s - Math.max(0, 1 / p - 1 / q);
        if (linear <= 0 || (best && isSup() && p < q)) {
            return Optional.empty();
        }
        return best
                ? speed(Math.min(Math.min(s, A * linear), saturation), DEVORE + "section 7; search depth M^2")
                : speed(Math.min(linear, saturation), DEVORE + "section 3");
    }

    /** A jump costs \(N^{-1/q}\) on a fine grid of \(N = M^a\) samples, and \(M^{-1/q}\) without choice. */
    private Optional<CitedSpeed> piecewise(Smoothness.PiecewiseSmooth piecewise) {
        double smooth = Math.min(piecewise.order(), order());
        if (piecewise.jumps() == 0) {
            return speed(smooth, DEVORE + "section 3");
        }
        return speed(
                Math.min(smooth, (best ? A : 1) / q),
                DEVORE + (best ? "section 7; the search depth M^2 caps it" : "section 3"));
    }

    private Optional<CitedSpeed> boundedVariation(int d) {
        if (d == 1) {
            return speed(
                    best ? Math.min(1, A / q) : 1 / q, DEVORE + (best ? "section 7; search depth M^2" : "section 3"));
        }
        return q == 2
                ? speed(best ? 0.5 : 0.25, "Cohen, DeVore, Petrushev, Xu, Nonlinear approximation and BV(R^2), 1999")
                : Optional.empty();
    }

    private static Optional<CitedSpeed> speed(double speed, String source) {
        return Optional.of(CitedSpeed.of(speed, source));
    }
}
