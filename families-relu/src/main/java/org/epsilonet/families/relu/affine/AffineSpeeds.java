package org.epsilonet.families.relu.affine;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.LpNorm;

/**
 * What best \(M\)-term approximation by an affine system of order \(r\) (the degree plus one) attains with search depth
 * \(M^a\): on Besov classes \(\min(s/d, a(s/d-\delta), r/d)\), \(\delta = (1/p-1/q)_+\), and the networks inherit it, up
 * to \(\log M\) weights per term. All deep networks together do not saturate at \(r\); this family, with its degree, does.
 *
 * @param order \(r\)
 * @param largestDimension of the family
 * @param norm the norm of the error
 */
record AffineSpeeds(int order, int largestDimension, LpNorm norm) {
    private static final String SUZUKI = "Suzuki, Adaptivity of deep ReLU network for learning in Besov spaces, 2019"
            + " (after DeVore, Popov, Interpolation of Besov spaces, 1988): the network emulates M B-splines";
    private static final String TRANSFER =
            "; Elbrächter, Perekrestenko, Grohs, Bölcskei, Deep neural network approximation theory, 2021";

    Optional<CitedSpeed> of(Smoothness smoothness) {
        int d = smoothness.dimension();
        if (d > largestDimension) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            return speed(Math.min(hoelder.alpha(), order) / d, SUZUKI);
        }
        if (smoothness instanceof Smoothness.Besov besov) {
            return besov(besov.s() / d, besov.p(), d);
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces) {
            return pieces.jumps() == 0
                    ? speed(Math.min(pieces.order(), order), SUZUKI)
                    : withJumps(Math.min(pieces.order(), order));
        }
        if (smoothness instanceof Smoothness.BoundedVariation) {
            if (d == 1) {
                return withJumps(1);
            }
            return norm.p() == 2
                    ? speed(0.5, "Cohen, DeVore, Petrushev, Xu, Nonlinear approximation and BV(R^2), 1999" + TRANSFER)
                    : Optional.empty();
        }
        if (smoothness instanceof Smoothness.Cartoon cartoon) {
            return norm.p() == 2 && cartoon.beta() >= 1
                    ? speed(0.5, "isotropic atoms along an edge: Donoho, Sparse components of images, 2001" + TRANSFER)
                    : Optional.empty();
        }
        if (smoothness instanceof Smoothness.Analytic) {
            return speed((double) order / d, "saturation at the order of the splines; " + SUZUKI);
        }
        if (smoothness instanceof Smoothness.Singleton single
                && d == 1
                && single.function().equals("takagi")) {
            return speed(1, "all details of level j have size 2^-j: Hata, Yamaguti 1984");
        }
        return Optional.empty();
    }

    private Optional<CitedSpeed> besov(double s, double p, int d) {
        double surplus = s - Math.max(0, 1 / p - 1 / norm.p());
        if (surplus <= 0 || (norm.isSup() && p < norm.p())) {
            return Optional.empty();
        }
        return speed(Math.min(Math.min(s, AtomLattice.DEPTH * surplus), (double) order / d), SUZUKI);
    }

    /** A jump takes a few atoms per scale, and is known to \(M^{-4}\): an error of \(M^{-4/p}\). */
    private Optional<CitedSpeed> withJumps(double smooth) {
        return norm.isSup()
                ? Optional.empty()
                : speed(
                        Math.min(smooth, AtomLattice.DEPTH / norm.p()),
                        "best terms of an affine system, search depth M^4: DeVore, Nonlinear approximation, Acta Numerica"
                                + " 1998, section 7" + TRANSFER);
    }

    private static Optional<CitedSpeed> speed(double speed, String source) {
        return Optional.of(CitedSpeed.of(speed, source));
    }
}
