package org.epsilonet.families.splines.internal;

/**
 * Cells of equal length, or, on data, of numbers of samples that differ by at most one: cell \(c\) begins at step
 * \(\lfloor cR/n\rfloor\) of the lattice.
 *
 * @param lattice the lattice, of one dimension and at least as many steps as cells
 * @param count the number of cells \(n\)
 */
public record EqualCells(Lattice lattice, int count) implements Cells {
    @Override
    public long from(int c, int axis) {
        return c * lattice.resolution(0) / count;
    }

    @Override
    public long to(int c, int axis) {
        return from(c + 1, axis);
    }

    /** The product is off by one cell at most: rounded across a knot, or a knot was moved to a gap between samples. */
    @Override
    public int locate(double... x) {
        int c = Math.max(0, Math.min(count - 1, (int) (x[0] * count)));
        if (c > 0 && x[0] < start(c)) {
            return c - 1;
        }
        return c + 1 < count && x[0] >= start(c + 1) ? c + 1 : c;
    }

    private double start(int c) {
        return lattice.position(0, from(c, 0));
    }
}
