package org.epsilonet.families.splines.wedgelet;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.families.splines.DyadicPiecewisePolynomials;

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

    private WedgeletSpeeds() {}

    /**
     * With \(M\) cells along an edge in \(C^\beta\), \(1 \le \beta \le 2\), the slivers have measure \(M^{-\beta}\) in all
     * (higher smoothness does not make a line better); the smooth pieces cost \(M^{-\min(\beta,r)/2}\).
     */
    static Optional<CitedSpeed> of(Smoothness smoothness, LpNorm norm, int order) {
        if (smoothness.dimension() != 2) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Cartoon cartoon) {
            double atEdge = Math.min(cartoon.beta(), 2) / norm.p();
            double between = Math.min(cartoon.beta(), order) / 2;
            return norm.isSup() || cartoon.beta() < 1
                    ? Optional.empty()
                    : Optional.of(CitedSpeed.of(Math.min(atEdge, between), DONOHO));
        }
        if (smoothness instanceof Smoothness.BoundedVariation) {
            return norm.p() == 2 ? Optional.of(new CitedSpeed(0.5, 0.5, VARIATION)) : Optional.empty();
        }
        return DyadicPiecewisePolynomials.ofDegree(order - 1).theoreticalSpeed(smoothness, norm);
    }
}
