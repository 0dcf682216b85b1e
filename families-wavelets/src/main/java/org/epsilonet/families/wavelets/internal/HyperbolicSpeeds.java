package org.epsilonet.families.wavelets.internal;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;

/**
 * Known approximation speeds in \(L^2\) of tensor products of wavelets on \([0,1]^d\) with a scale for each axis. The
 * cross \(j_1 + \dots + j_d \le J\) has \(M \sim J^{d-1}2^J\) atoms. On \(H^r_{mix}\), \(r < N\), what is beyond
 * has norm \(2^{-rJ}\): the error is \((M^{-1}\log^{d-1}M)^r\), and a choice of the largest coefficients has no better
 * worst case. Beyond \(N\) all \(J^{d-1}\) bands of one \(J\) have norm \(2^{-NJ}\).
 *
 * @param system the wavelets
 * @param selection which M terms
 * @param q the norm of the error
 */
record HyperbolicSpeeds(WaveletSystem system, Selection selection, double q) {
    private static final String CROSSES = "hyperbolic crosses: DeVore, Konyagin, Temlyakov, Hyperbolic wavelet"
            + " approximation, 1998; Dung, Temlyakov, Ullrich, Hyperbolic cross approximation, 2018";

    Optional<CitedSpeed> of(Smoothness smoothness) {
        int d = smoothness.dimension();
        if (q != 2) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Mixed mixed) {
            return d > 2 ? onTheGrid(d, mixed.r()) : mixed.r() < order() ? speed(d, mixed.r(), 0) : saturated(d);
        }
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            double alpha = hoelder.alpha();
            if (d > 2 && alpha >= Dictionary.DEPTH_EXPONENT * order()) {
                return onTheGrid(d, alpha);
            }
            return alpha < d * order() ? isotropic(d, alpha / d) : saturated(d);
        }
        if (smoothness instanceof Smoothness.Analytic) {
            return d > 2 ? onTheGrid(d, order()) : saturated(d);
        }
        // An edge crosses 2^max(j1,j2) supports of a band: the bands j1 = j2 = J/2 hold most, as with one scale.
        return smoothness instanceof Smoothness.Cartoon cartoon && cartoon.beta() >= 1 && selection.isLinear()
                ? isotropic(d, 0.5 / d)
                : Optional.empty();
    }

    /** Bands of one \(J\) decay away from \(j_1 = \dots = j_d\), where they are as with one scale for all axes. */
    private Optional<CitedSpeed> isotropic(int d, double speed) {
        return speed(d, speed, 0);
    }

    private Optional<CitedSpeed> saturated(int d) {
        return speed(d, order(), system.moments() <= system.interpolationPoints() ? 0.5 * (d - 1) : 0);
    }

    /** About \(M^2\) samples on the cube are \(M^{2/d}\) along an axis: finer waves along one axis are not there. */
    private Optional<CitedSpeed> onTheGrid(int d, double smoothness) {
        double speed = Dictionary.DEPTH_EXPONENT * Math.min(smoothness, order()) / d;
        return Optional.of(CitedSpeed.of(speed, "a grid of M^2 samples; " + CROSSES));
    }

    /** In the plane functions are interpolated between samples about \(M^{-1}\) apart, which saturates as moments do. */
    private int order() {
        return Math.min(system.moments(), system.interpolationPoints());
    }

    private static Optional<CitedSpeed> speed(int d, double speed, double further) {
        return Optional.of(new CitedSpeed(speed, (d - 1) * speed + further, CROSSES));
    }
}
