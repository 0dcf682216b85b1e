package org.epsilonet.codec.internal;

import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;

/**
 * Position of the first sample and distance of neighbours, for each axis, as a header tells them.
 *
 * @param origin the positions
 * @param spacing the distances
 */
record Placement(double[] origin, double[] spacing) {
    /** Reads those that do not follow from the kind of place. */
    static Placement read(HeaderKind.Place place, Grid grid, BitReader in) throws CorruptCodeException {
        double[] origin = new double[grid.dimension()];
        double[] spacing = new double[grid.dimension()];
        for (int axis = 0; axis < origin.length; axis++) {
            int n = grid.length(axis);
            origin[axis] = switch (place) {
                case UNIT_CUBE -> 0.5 / n;
                case UNIT_SPACING -> 0;
                case ELSEWHERE -> in.real("origin");
            };
            spacing[axis] = switch (place) {
                case UNIT_CUBE -> 1.0 / n;
                case UNIT_SPACING -> 1;
                case ELSEWHERE -> in.positive("spacing");
            };
        }
        return new Placement(origin, spacing);
    }

    /** Writes those that do not follow from the kind of place. */
    static void write(HeaderKind.Place place, FileHeader h, BitWriter out) {
        for (int axis = 0; axis < h.dimension() && place == HeaderKind.Place.ELSEWHERE; axis++) {
            out.real(h.origin()[axis]);
            out.real(h.spacing()[axis]);
        }
    }
}
