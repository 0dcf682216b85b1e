package org.epsilonet.api.composite;

import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.Samples;

/**
 * A box of samples. The arrays are not copied and not changed.
 *
 * @param level how many cuts it took
 * @param from where it begins along each axis
 * @param to where it ends
 */
record Cell(int level, int[] from, int[] to) {
    int width(int axis) {
        return to[axis] - from[axis];
    }

    /** It as a grid of its own. */
    Grid grid() {
        int[] widths = new int[from.length];
        for (int axis = 0; axis < widths.length; axis++) {
            widths[axis] = width(axis);
        }
        return Grid.of(widths);
    }

    /** The samples in it, row-major as all of them. */
    Samples of(Samples samples) {
        if (level == 0) {
            return samples;
        }
        int last = from.length - 1;
        int rows = last == 0 ? 1 : width(0);
        int columns = width(last);
        int all = samples.grid().length(last);
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            int row = last == 0 ? 0 : from[0] + i / columns;
            values[i] = samples.value(row * all + from[last] + i % columns);
        }
        return Samples.of(samples.name(), grid(), values);
    }
}
