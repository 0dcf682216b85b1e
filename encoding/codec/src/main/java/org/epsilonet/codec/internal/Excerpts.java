package org.epsilonet.codec.internal;

import java.util.List;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.Samples;

/**
 * Small data that stand for large ones while families are compared. Data thinned out over the whole domain show the
 * function that is there; a dense piece from the middle shows how its neighbours hang together. Families are ranked on
 * both.
 */
final class Excerpts {
    /** Data of at most so many samples stand for themselves. */
    static final int SMALL = 1 << 14;

    private Excerpts() {}

    /**
     * The thinned and the dense excerpt.
     *
     * @param data more samples than that
     * @param samples about how many samples an excerpt has at most
     */
    static List<Samples> of(Samples data, int samples) {
        int[] shape = data.grid().shape();
        int[] small = new int[shape.length];
        int[] thinned = new int[shape.length];
        int[] dense = new int[shape.length];
        int[] none = new int[shape.length];
        int[] middle = new int[shape.length];
        double factor = Math.pow((double) samples / data.size(), 1.0 / shape.length);
        for (int axis = 0; axis < shape.length; axis++) {
            small[axis] = Math.max(1, (int) (shape[axis] * factor));
            thinned[axis] = shape[axis] / small[axis];
            dense[axis] = 1;
            none[axis] = thinned[axis] / 2;
            middle[axis] = (shape[axis] - small[axis]) / 2;
        }
        return List.of(part(data, small, none, thinned), part(data, small, middle, dense));
    }

    /** The samples {@code start + stride i}. */
    private static Samples part(Samples data, int[] shape, int[] start, int[] stride) {
        Grid grid = Grid.of(shape);
        double[] values = new double[grid.points()];
        int[] index = new int[shape.length];
        for (int i = 0; i < values.length; i++) {
            int position = 0;
            for (int axis = 0; axis < shape.length; axis++) {
                position = position * data.grid().length(axis) + start[axis] + stride[axis] * index[axis];
            }
            values[i] = data.value(position);
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                index[axis] = index[axis] + 1 == shape[axis] ? 0 : index[axis] + 1;
                if (index[axis] != 0) {
                    break;
                }
            }
        }
        return Samples.of(data.name(), grid, values).storedAs(data.type());
    }
}
