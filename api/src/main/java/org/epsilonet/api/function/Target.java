package org.epsilonet.api.function;

/**
 * A function to be approximated: a {@link Formula} on the unit cube, or {@link Samples} on a grid.
 */
public sealed interface Target permits Formula, Samples {
    /** A short name for tables and messages. */
    String name();

    /** Where the target is known: the cube for a formula, the grid for samples. */
    Domain domain();

    /**
     * The target on the cell centres of a grid.
     *
     * @param shape points per coordinate
     * @return its values; the target itself if it already is on that grid
     * @throws IllegalArgumentException if the target is data on a different grid, which is never interpolated silently
     */
    Samples sampledOn(int... shape);

    /** The dimension \(d\). */
    default int dimension() {
        return domain().dimension();
    }
}
