package org.epsilonet.testkit.internal;

import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.Samples;

/** Chebyshev polynomials of exactly one degree in each variable, of sup norm 1: well scaled, and odd and even alike. */
final class PolynomialSamples {
    private PolynomialSamples() {}

    static Samples of(Grid grid, int degree) {
        return Formula.of("polynomial of degree " + degree, grid.dimension(), x -> {
                    double product = 1;
                    for (double t : x) {
                        product *= chebyshev(degree, 2 * t - 1);
                    }
                    return product;
                })
                .sampledOn(grid.shape());
    }

    private static double chebyshev(int degree, double t) {
        double before = 1;
        double value = degree == 0 ? 1 : t;
        for (int k = 2; k <= degree; k++) {
            double next = 2 * t * value - before;
            before = value;
            value = next;
        }
        return value;
    }
}
