package org.epsilonet.families.splines.internal;

/**
 * The leaves of a bisection tree, each with a degree of its own.
 *
 * @param cells the leaves
 * @param degrees the degree on every leaf; not to be changed afterwards
 */
public record HpCells(Cells cells, byte[] degrees) implements Cells {
    @Override
    public Lattice lattice() {
        return cells.lattice();
    }

    @Override
    public int count() {
        return cells.count();
    }

    @Override
    public long from(int c, int axis) {
        return cells.from(c, axis);
    }

    @Override
    public long to(int c, int axis) {
        return cells.to(c, axis);
    }

    @Override
    public int locate(double... x) {
        return cells.locate(x);
    }

    @Override
    public int degree(int c, int most) {
        return degrees[c];
    }

    /** The degree beyond which a cell has no more polynomials: on the continuum there is none. */
    static int mostUseful(Lattice lattice, long[] from, long[] to, int most) {
        long useful = 0;
        for (int axis = 0; axis < from.length; axis++) {
            useful += to[axis] - from[axis] - 1;
        }
        return lattice.discrete() ? (int) Math.min(useful, most) : most;
    }
}
