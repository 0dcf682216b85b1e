package org.epsilonet.api.composite;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Grid;

/** The cell centres of a grid that lie in a cell: a block of rows, of one row in one dimension. */
final class GridWindow {
    private final Grid grid;
    private final Dissection dissection;
    private final Cell cell;
    private final int[] begin;
    private final int[] lengths;

    private GridWindow(Grid grid, Dissection dissection, Cell cell, int[] begin, int[] lengths) {
        this.grid = grid;
        this.dissection = dissection;
        this.cell = cell;
        this.begin = begin;
        this.lengths = lengths;
    }

    static GridWindow of(Grid grid, Dissection dissection, Cell cell) {
        int[] begin = new int[grid.dimension()];
        int[] lengths = new int[grid.dimension()];
        for (int axis = 0; axis < begin.length; axis++) {
            begin[axis] = dissection.firstCentre(axis, cell.from()[axis], grid.length(axis));
            lengths[axis] = dissection.firstCentre(axis, cell.to()[axis], grid.length(axis)) - begin[axis];
        }
        return new GridWindow(grid, dissection, cell, begin, lengths);
    }

    boolean isEmpty() {
        for (int length : lengths) {
            if (length == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isAligned() {
        for (int axis = 0; axis < lengths.length; axis++) {
            if (!dissection.isAligned(cell, axis, grid.length(axis))) {
                return false;
            }
        }
        return true;
    }

    /** Puts the values of the cell's element into those of the grid. */
    void fill(double[] values, Approximant element) {
        int last = lengths.length - 1;
        int rows = last == 0 ? 1 : lengths[0];
        double[] own = isAligned() ? element.on(Grid.of(lengths)) : new double[0];
        for (int row = 0; row < rows; row++) {
            int first = (last == 0 ? 0 : begin[0] + row) * grid.length(last) + begin[last];
            if (own.length > 0) {
                System.arraycopy(own, row * lengths[last], values, first, lengths[last]);
            } else {
                System.arraycopy(row(row, element), 0, values, first, lengths[last]);
            }
        }
    }

    private double[] row(int row, Approximant element) {
        int last = lengths.length - 1;
        double[] t = new double[lengths.length];
        double[] along = new double[lengths[last]];
        for (int i = 0; i < along.length; i++) {
            along[i] = place(last, begin[last] + i);
        }
        if (last == 0) {
            return element.atIncreasing(along);
        }
        t[0] = place(0, begin[0] + row);
        double[] values = new double[along.length];
        for (int i = 0; i < values.length; i++) {
            t[1] = along[i];
            values[i] = element.at(t);
        }
        return values;
    }

    private double place(int axis, int i) {
        return dissection.local(cell, axis, (i + 0.5) / grid.length(axis));
    }
}
