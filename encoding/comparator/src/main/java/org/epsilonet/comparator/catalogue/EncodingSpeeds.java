package org.epsilonet.comparator.catalogue;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.classes.Smoothness.Analytic;
import org.epsilonet.api.classes.Smoothness.Barron;
import org.epsilonet.api.classes.Smoothness.Besov;
import org.epsilonet.api.classes.Smoothness.BoundedVariation;
import org.epsilonet.api.classes.Smoothness.Cartoon;
import org.epsilonet.api.classes.Smoothness.Hoelder;
import org.epsilonet.api.classes.Smoothness.Horizon;
import org.epsilonet.api.classes.Smoothness.Mixed;
import org.epsilonet.api.classes.Smoothness.Periodic;
import org.epsilonet.api.classes.Smoothness.PiecewiseSmooth;
import org.epsilonet.api.classes.Smoothness.Singleton;
import org.epsilonet.api.function.LpNorm;

/**
 * The encoding speed \(\gamma^*_{encod}\) of unit balls on \([0,1]^d\) in \(L^q\): which power of the number of bits the
 * best code attains. The power of the logarithm is that of the entropy, \(H(\varepsilon) \asymp
 * \varepsilon^{-1/\gamma}(\log 1/\varepsilon)^b\). Speed 0: not compact in \(L^q\).
 */
final class EncodingSpeeds {
    private EncodingSpeeds() {}

    /** The speed in a norm, or empty where it is not known. */
    static Optional<CitedSpeed> of(Smoothness smoothness, LpNorm norm) {
        if (smoothness instanceof Hoelder c) {
            return speed(c.alpha() / c.dimension(), "alpha/d: Kolmogorov and Tikhomirov 1959");
        }
        if (smoothness instanceof Besov b) {
            return Optional.of(besov(b, norm));
        }
        if (smoothness instanceof PiecewiseSmooth c) {
            return Optional.of(norm.isSup() && c.jumps() > 0 ? jumps() : piecewiseSmooth(c));
        }
        if (smoothness instanceof BoundedVariation c) {
            return boundedVariation(c, norm);
        }
        if (smoothness instanceof Cartoon c) {
            return Optional.of(norm.isSup() ? jumps() : cartoon(c, norm));
        }
        if (smoothness instanceof Horizon c) {
            return Optional.of(norm.isSup() ? jumps() : horizon(c, norm));
        }
        if (smoothness instanceof Analytic c) {
            return Optional.of(new CitedSpeed(
                    Double.POSITIVE_INFINITY,
                    c.dimension() + 1,
                    "entropy (log 1/eps)^(d+1): Kolmogorov and Tikhomirov 1959"));
        }
        if (smoothness instanceof Periodic c) {
            return of(c.inner(), norm);
        }
        if (smoothness instanceof Mixed c) {
            return mixed(c, norm);
        }
        if (smoothness instanceof Barron c && norm.equals(LpNorm.L2)) {
            return speed(0.5 + 1.5 / c.dimension(), "1/2 + 3/(2d): Siegel and Xu, arXiv 2101.12365");
        }
        if (smoothness instanceof Singleton) {
            return speed(Double.POSITIVE_INFINITY, "a single function has entropy 0");
        }
        return Optional.empty();
    }

    private static CitedSpeed besov(Besov b, LpNorm norm) {
        double embedding = b.dimension() * Math.max(0, 1 / b.p() - 1 / norm.p());
        return b.s() > embedding
                ? CitedSpeed.of(
                        b.s() / b.dimension(),
                        "s/d for s > d(1/p - 1/q)+: Birman and Solomyak 1967; Edmunds and Triebel 1996, chapter 3;"
                                + " Cohen, Dahmen, Daubechies and DeVore 2001")
                : CitedSpeed.of(0, "not compact: s <= d(1/p - 1/q)+");
    }

    /** The power of the logarithm is known in \(L^q\), \(1 < q < \infty\). */
    private static Optional<CitedSpeed> mixed(Mixed c, LpNorm norm) {
        if (c.r() <= Math.max(0, 0.5 - 1 / norm.p())) {
            return Optional.empty();
        }
        boolean known = norm.p() > 1 && !norm.isSup();
        return Optional.of(new CitedSpeed(
                c.r(),
                known ? c.dimension() - 1 : 0,
                "r, entropy eps^(-1/r) (log 1/eps)^(d-1): Dung, Temlyakov and Ullrich, Hyperbolic Cross Approximation"
                        + " 2018, section 6"));
    }

    private static CitedSpeed piecewiseSmooth(PiecewiseSmooth c) {
        return c.order() == Double.POSITIVE_INFINITY
                ? new CitedSpeed(Double.POSITIVE_INFINITY, 1, "finitely many parameters: entropy of order log(1/eps)")
                : CitedSpeed.of(
                        c.order(),
                        "k: entropy of the pieces (Kolmogorov and Tikhomirov 1959) plus O(log 1/eps) for the jumps");
    }

    private static Optional<CitedSpeed> boundedVariation(BoundedVariation c, LpNorm norm) {
        if (norm.isSup()) {
            return Optional.of(jumps());
        }
        if (c.dimension() == 1) {
            return speed(
                    1,
                    "1: Bartlett, Kulkarni and Posner 1997 in L1; B^1_{1,1} < BV < B^1_{1,inf} and Edmunds and Triebel"
                            + " 1996 in Lp, p < inf");
        }
        if (norm.equals(LpNorm.L1)) {
            return speed(1.0 / c.dimension(), "1/d: Dutta and Nguyen, arXiv 1805.09883");
        }
        if (c.dimension() == 2 && norm.equals(LpNorm.L2)) {
            return speed(
                    0.5,
                    "likely: 1/2, up to a logarithm; wavelet coefficients in weak l1 (Cohen, DeVore, Petrushev and Xu"
                            + " 1999) from above, small squares from below");
        }
        return Optional.empty();
    }

    /** An isometry: \(\|1_h-1_g\|_q^q = \|h-g\|_1\). */
    private static CitedSpeed horizon(Horizon c, LpNorm norm) {
        return CitedSpeed.of(
                c.beta() / (norm.p() * (c.dimension() - 1)),
                "beta/(q(d-1)): the q-th power of the distance is that of the horizons in L1; Kolmogorov and Tikhomirov"
                        + " 1959 in d-1 variables");
    }

    /**
     * Pieces of entropy \(\varepsilon^{-d/\beta}\), and an edge: moving it by \(h\) costs \(h^{1/q}\) in \(L^q\), so it
     * needs the entropy of a function of \(d-1\) variables and order \(\beta\) at accuracy \(\varepsilon^q\).
     */
    private static CitedSpeed cartoon(Cartoon c, LpNorm norm) {
        double pieces = c.beta() / c.dimension();
        double edge = c.beta() / (norm.p() * (c.dimension() - 1));
        return CitedSpeed.of(
                Math.min(pieces, edge),
                "min(beta/d, beta/(q(d-1))), in L2 beta/(2(d-1)): Donoho 2001; Grohs, Keiper, Kutyniok and Schaefer,"
                        + " arXiv 1404.1043; Petersen and Voigtlaender 2018");
    }

    private static CitedSpeed jumps() {
        return CitedSpeed.of(
                0, "not compact in the supremum norm: jumps at different places are a fixed distance apart");
    }

    private static Optional<CitedSpeed> speed(double value, String source) {
        return Optional.of(CitedSpeed.of(value, source));
    }
}
