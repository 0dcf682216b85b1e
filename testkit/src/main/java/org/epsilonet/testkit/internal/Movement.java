package org.epsilonet.testkit.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;

/** A lower bound on \(\|g - h\|\) for two approximants, in the norm of a domain. */
final class Movement {
    /** What the evaluation of functions of size 1 may lose to rounding. */
    private static final double ROUNDING = 1e-13;

    /** A mean over grid points misses up to this share of the mean over the cube, for functions that jump. */
    private static final double SAMPLING = 0.05;

    /** Sides of two grids: one cuts dyadic cells evenly, the other shares no boundary with them. */
    private static final int[] SIDES_2D = {64, 61};

    private static final int[] SIDES_3D = {32, 37};

    private Movement() {}

    /**
     * On a grid the norm over its points; on the cube the supremum over points, a quadrature less its uncertainty in one
     * dimension, in more the smaller of two means over points less five percent. Rounding of the values is taken off.
     */
    static double between(Approximant g, Approximant h, Domain domain, LpNorm norm) {
        double[] values = Values.of(g, domain);
        double seen = norm.of(Values.difference(values, Values.of(h, domain)));
        if (domain instanceof Cube && !norm.isSup()) {
            seen = g.dimension() == 1 ? integrated(g, h, norm) : (1 - SAMPLING) * meant(g, h, norm);
        }
        return seen - ROUNDING * (1 + Values.largest(values));
    }

    private static double meant(Approximant g, Approximant h, LpNorm norm) {
        double smaller = Double.POSITIVE_INFINITY;
        for (int side : g.dimension() == 2 ? SIDES_2D : SIDES_3D) {
            int[] shape = new int[g.dimension()];
            Arrays.fill(shape, side);
            Grid grid = Grid.of(shape);
            smaller = Math.min(smaller, norm.of(Values.difference(g.on(grid), h.on(grid))));
        }
        return smaller;
    }

    private static double integrated(Approximant g, Approximant h, LpNorm norm) {
        Formula formula = Formula.of("moved", g::at, g.breakpoints());
        Distance distance = Distances.between(formula, h, norm);
        return distance.value() - distance.uncertainty() - 1e-6 * distance.value();
    }
}
