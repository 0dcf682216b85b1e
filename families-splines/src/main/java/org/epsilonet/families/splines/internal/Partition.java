package org.epsilonet.families.splines.internal;

import java.util.Arrays;

/** A partition of the interval. */
public final class Partition implements Cells {
    private final Lattice lattice;
    private final long[] ends;
    private final double[] knots;

    /**
     * @param lattice the lattice
     * @param ends strictly increasing, from 0 to the resolution; not to be changed afterwards
     */
    public Partition(Lattice lattice, long[] ends) {
        this.lattice = lattice;
        this.ends = ends;
        this.knots = new double[ends.length];
        for (int i = 0; i < ends.length; i++) {
            knots[i] = lattice.position(0, ends[i]);
        }
    }

    @Override
    public Lattice lattice() {
        return lattice;
    }

    @Override
    public int count() {
        return ends.length - 1;
    }

    @Override
    public long from(int c, int axis) {
        return ends[c];
    }

    @Override
    public long to(int c, int axis) {
        return ends[c + 1];
    }

    /** At once if the cells are nearly equal, else by bisection. */
    @Override
    public int locate(double... x) {
        int guess = Math.max(0, Math.min(count() - 1, (int) (x[0] * count())));
        if (knots[guess] <= x[0] && x[0] < knots[guess + 1]) {
            return guess;
        }
        int found = Arrays.binarySearch(knots, x[0]);
        return Math.max(0, Math.min(count() - 1, found >= 0 ? found : -found - 2));
    }
}
