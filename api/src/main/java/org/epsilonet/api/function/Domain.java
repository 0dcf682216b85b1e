package org.epsilonet.api.function;

/**
 * Where functions live: the whole unit cube, or the cell centres of a grid in it.
 *
 * <p>Statements about \(M \to \infty\) (speeds, encodability) belong to {@link Cube}; on a {@link Grid} of \(N\) points
 * every family is finite-dimensional and only statements for one \(M\) are made.
 */
public sealed interface Domain permits Cube, Grid {
    /** The dimension \(d \ge 1\). */
    int dimension();
}
