package org.epsilonet.codec;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.internal.Normalization;

/**
 * A decoded file: the samples on their grid, and the function between them.
 *
 * @param header what the file says about itself
 * @param samples the samples, cast to their type: the error promised is theirs
 * @param approximant the function on \([0,1]^d\), before offset and exponent are applied. {@linkplain
 *     FileHeader#corrections() Corrected} samples are not part of it, and may be farther from it than the promise
 */
public record Decoded(FileHeader header, Samples samples, Approximant approximant) {
    /**
     * The function at one point, not cast: the approximant, also at a sample that is corrected.
     *
     * @param userCoordinates one number per coordinate, within the cells of the first and the last sample
     * @return the value
     * @throws IllegalArgumentException if the point is elsewhere or has another dimension
     */
    public double at(double... userCoordinates) {
        Grid grid = header.grid();
        if (userCoordinates.length != grid.dimension()) {
            throw new IllegalArgumentException(
                    "a point needs " + grid.dimension() + " coordinates, given were " + userCoordinates.length);
        }
        double[] x = new double[userCoordinates.length];
        for (int axis = 0; axis < x.length; axis++) {
            x[axis] = unitCoordinate(axis, userCoordinates[axis]);
        }
        return normalization().restored(approximant.at(x));
    }

    /**
     * The function at the cell centres of another grid over the same box, not cast. On the file's own grid, if some of its
     * samples are corrected, these are the samples as they are decoded; elsewhere corrections are left out, as the function
     * is the approximant.
     *
     * @param shape points per coordinate
     * @return one value per point, row-major
     * @throws IllegalArgumentException if the dimension is another
     */
    public double[] onGrid(int... shape) {
        Grid grid = Grid.of(shape);
        if (grid.dimension() != header.dimension()) {
            throw new IllegalArgumentException(
                    "the file has dimension " + header.dimension() + ", the grid " + grid.dimension());
        }
        if (header.corrections() > 0 && grid.equals(header.grid())) {
            return samples.values();
        }
        Normalization normalization = normalization();
        double[] values = approximant.on(grid);
        for (int i = 0; i < values.length; i++) {
            values[i] = normalization.restored(values[i]);
        }
        return values;
    }

    /** Sample i sits at origin + i spacing and at the cell centre (i + 1/2)/N; ends are rounded into the interval. */
    private double unitCoordinate(int axis, double user) {
        double origin = header.origin()[axis];
        double spacing = header.spacing()[axis];
        int points = header.grid().length(axis);
        double x = ((user - origin) / spacing + 0.5) / points;
        double slack = 1e-9;
        if (!(x >= -slack && x <= 1 + slack)) {
            throw new IllegalArgumentException("coordinate " + axis + " must be in [" + (origin - spacing / 2) + ", "
                    + (origin + (points - 0.5) * spacing) + "], was " + user);
        }
        return Math.min(Math.max(x, 0), 1);
    }

    private Normalization normalization() {
        return Normalization.of(header);
    }
}
