package org.epsilonet.testkit.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;

/** A lower bound on \(\|g - h\|\) for two approximants, in the norm of a domain. */
final class Movement {
    /** What the evaluation of functions of size 1 may lose to rounding. */
    private static final double ROUNDING = 1e-13;

    private Movement() {}

    /**
     * On a grid the norm over its points; on the cube the supremum over points, or a quadrature less its uncertainty.
     * Rounding of the values is taken off.
     */
    static double between(Approximant g, Approximant h, Domain domain, LpNorm norm) {
        double[] values = Values.of(g, domain);
        double seen = norm.of(Values.difference(values, Values.of(h, domain)));
        if (domain instanceof Cube && !norm.isSup()) {
            Formula formula = g.dimension() == 1
                    ? Formula.of("moved", g::at, g.breakpoints())
                    : Formula.of("moved", g.dimension(), g::at);
            Distance distance = Distances.between(formula, h, norm);
            seen = distance.value() - distance.uncertainty() - 1e-6 * distance.value();
        }
        return seen - ROUNDING * (1 + Values.largest(values));
    }
}
