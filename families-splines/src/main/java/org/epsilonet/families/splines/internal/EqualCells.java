package org.epsilonet.families.splines.internal;

import java.util.Arrays;

/**
 * Boxes of equal size, or, on data, of numbers of samples that differ by at most one along every axis: along an axis cut
 * into \(n\), piece \(i\) begins at step \(\lfloor iR/n\rfloor\) of the lattice. Cells are numbered row-major. Immutable.
 */
public final class EqualCells implements Cells {
    private final Lattice lattice;
    private final int[] counts;
    private final int count;

    /**
     * @param lattice the lattice, of at least as many steps as pieces along every axis
     * @param counts into how many pieces every axis is cut
     */
    public EqualCells(Lattice lattice, int... counts) {
        this.lattice = lattice;
        this.counts = counts.clone();
        this.count = Arrays.stream(counts).reduce(1, Math::multiplyExact);
    }

    @Override
    public Lattice lattice() {
        return lattice;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long from(int c, int axis) {
        return begin(piece(c, axis), axis);
    }

    @Override
    public long to(int c, int axis) {
        return begin(piece(c, axis) + 1, axis);
    }

    private int piece(int c, int axis) {
        int rest = c;
        for (int later = counts.length - 1; later > axis; later--) {
            rest /= counts[later];
        }
        return rest % counts[axis];
    }

    private long begin(int piece, int axis) {
        return piece * lattice.resolution(axis) / counts[axis];
    }

    @Override
    public int locate(double... x) {
        int c = 0;
        for (int axis = 0; axis < counts.length; axis++) {
            c = c * counts[axis] + locate(x[axis], axis);
        }
        return c;
    }

    /** The product is off by one piece at most: rounded across a knot, or a knot was moved to a gap between samples. */
    private int locate(double x, int axis) {
        int n = counts[axis];
        int i = Math.max(0, Math.min(n - 1, (int) (x * n)));
        if (i > 0 && x < lattice.position(axis, begin(i, axis))) {
            return i - 1;
        }
        return i + 1 < n && x >= lattice.position(axis, begin(i + 1, axis)) ? i + 1 : i;
    }
}
