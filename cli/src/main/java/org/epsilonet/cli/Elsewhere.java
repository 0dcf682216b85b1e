package org.epsilonet.cli;

import java.util.Arrays;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Decoded;
import org.epsilonet.codec.FileHeader;

/** A decoded function on grids other than that of the data. */
final class Elsewhere {
    private Elsewhere() {}

    /**
     * The function at the cell centres of another grid over the same box, cast to the number type of the data.
     *
     * @param decoded the function
     * @param counts points per coordinate; a single number holds for every coordinate
     * @return the samples, placed in the user's coordinates
     * @throws IllegalArgumentException if the counts do not fit the dimension, or are not allowed
     */
    static Samples onGrid(Decoded decoded, int... counts) {
        FileHeader header = decoded.header();
        int d = header.dimension();
        if (counts.length != 1 && counts.length != d) {
            throw new IllegalArgumentException("--grid needs one number, or one for each of " + d + " coordinates");
        }
        int[] shape = counts.length == d ? counts.clone() : new int[d];
        if (counts.length != d) {
            Arrays.fill(shape, counts[0]);
        }
        Grid grid = Grid.of(shape);
        SampleType type = header.type();
        double[] values =
                Arrays.stream(decoded.onGrid(shape)).map(v -> cast(v, type)).toArray();
        double[] origin = header.origin();
        double[] spacing = header.spacing();
        for (int k = 0; k < d; k++) {
            double ratio = (double) header.shape()[k] / shape[k];
            // The lower end of the box stays where it is: half a cell before the first sample.
            origin[k] += (ratio - 1) * spacing[k] / 2;
            spacing[k] *= ratio;
        }
        return Samples.of("values", grid, values).placedAt(origin, spacing).storedAs(type);
    }

    /** As the decoder casts: the nearest finite number where the type overflows. */
    private static double cast(double value, SampleType type) {
        double cast = type.nearest(value);
        return Double.isInfinite(cast) ? Math.copySign(Float.MAX_VALUE, cast) : cast;
    }
}
