package org.epsilonet.families.splines.wedgelet;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.LpNorm;

/**
 * Speeds of wedgelets of order \(r = k+1\) in \(L^q([0,1]^2)\). They contain the dyadic piecewise polynomials, so they are
 * at least as fast; on isotropic classes no faster.
 */
final class WedgeletSpeeds {
    private static final String DONOHO = "Donoho, Wedgelets: nearly minimax estimation of edges, Annals of Statistics"
            + " 1999; a line leaves h^(1+beta) of an edge in a cell of side h";
    private static final String VARIATION =
            "Cohen, DeVore, Petrushev, Xu, Nonlinear approximation and the space BV(R^2),"
                    + " 1999; trees: cells Q with |Df|(Q) > delta are at most 1/delta on every level";

    private static final String TREES =
            "Birman-Solomyak 1967; Cohen-Dahmen-Daubechies-DeVore 2001; search depth M^4; lines do not help";
    private static final double SEARCH_DEPTH = 4;

    private WedgeletSpeeds() {}

    /**
     * With \(M\) cells along an edge in \(C^\beta\), \(1 \le \beta \le 2\), the slivers have measure \(M^{-\beta}\) in all
     * (higher smoothness does not make a line better); the smooth pieces cost \(M^{-\min(\beta,r)/2}\), and nothing where
     * they are constant, as beside a horizon.
     */
    static Optional<CitedSpeed> of(Smoothness smoothness, LpNorm norm, int order) {
        if (smoothness.dimension() != 2) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Cartoon cartoon) {
            return edge(cartoon.beta(), norm, Math.min(cartoon.beta(), order) / 2);
        }
        if (smoothness instanceof Smoothness.Horizon horizon) {
            return edge(horizon.beta(), norm, Double.POSITIVE_INFINITY);
        }
        if (smoothness instanceof Smoothness.BoundedVariation) {
            return norm.p() == 2 ? Optional.of(new CitedSpeed(0.5, 0.5, VARIATION)) : Optional.empty();
        }
        return isotropic(smoothness, norm, order);
    }

    private static Optional<CitedSpeed> edge(double beta, LpNorm norm, double between) {
        return norm.isSup() || beta < 1
                ? Optional.empty()
                : Optional.of(CitedSpeed.of(Math.min(Math.min(beta, 2) / norm.p(), between), DONOHO));
    }

    /**
     * As for dyadic cells: \(\min(s,r)/2\); cells no shorter than \(M^{-4}\) take no notice of a function of that width,
     * whose norm in \(L^q\) is \(M^{-4(s-2\delta)}\), \(\delta = (1/p-1/q)_+\).
     */
    private static Optional<CitedSpeed> isotropic(Smoothness smoothness, LpNorm norm, int order) {
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            return Optional.of(CitedSpeed.of(Math.min(hoelder.alpha(), order) / 2, TREES));
        }
        if (smoothness instanceof Smoothness.Besov besov) {
            double surplus = besov.s() - 2 * Math.max(0, 1 / besov.p() - 1 / norm.p());
            double speed = Math.min(Math.min(besov.s(), order) / 2, SEARCH_DEPTH * surplus);
            return surplus > 0 ? Optional.of(CitedSpeed.of(speed, TREES)) : Optional.empty();
        }
        return smoothness instanceof Smoothness.Analytic
                ? Optional.of(CitedSpeed.of(0.5 * order, TREES + ": saturation at the order of the polynomials"))
                : Optional.empty();
    }
}
