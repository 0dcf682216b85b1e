package org.epsilonet.api.family;

import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;

/**
 * An element \(R_s(\theta)\) of a family: a function on \([0,1]^d\) that knows its structure and parameters. Immutable
 * and thread-safe. Its {@code toString} says what it costs.
 */
public interface Approximant {
    /** The structure \(s\). */
    Structure structure();

    /** The parameters \(\theta\); a fresh array. */
    double[] parameters();

    /** The dimension \(d\). */
    int dimension();

    /**
     * The value at one point.
     *
     * @param x a point of \([0,1]^d\)
     * @return the value
     */
    double at(double... x);

    /**
     * The values at the cell centres of a grid, row-major. Override it when a transform is faster than point by point;
     * on the grid the approximant was made for it must be bit-exact.
     *
     * @param grid a grid of the same dimension
     * @return one value per point
     */
    default double[] on(Grid grid) {
        double[] values = new double[grid.points()];
        GridPoints.forEach(grid, (i, x) -> values[i] = at(x));
        return values;
    }

    /**
     * For \(d = 1\), the values at increasing points.
     *
     * @param increasing points of [0, 1], sorted
     * @return one value per point
     */
    default double[] atIncreasing(double[] increasing) {
        double[] values = new double[increasing.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(increasing[i]);
        }
        return values;
    }

    /**
     * For \(d = 1\), points of (0, 1) between which the function is smooth, increasing; quadrature splits there. Empty if
     * it is smooth, or if the points are too many to be worth it.
     */
    default double[] breakpoints() {
        return new double[0];
    }

    /**
     * For \(d \ge 2\), whether the function may change abruptly, by a jump or a ramp thinner than about 1/1000;
     * quadrature then looks for the place, which takes several further evaluations for each steep change on a grid.
     */
    default boolean mayJump() {
        return true;
    }
}
