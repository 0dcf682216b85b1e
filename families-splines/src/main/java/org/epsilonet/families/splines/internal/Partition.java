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

    /** Cells of equal length, or, on data, of numbers of samples that differ by at most one. */
    public static Partition uniform(Lattice lattice, int cells) {
        long[] ends = new long[cells + 1];
        for (int i = 0; i <= cells; i++) {
            ends[i] = i * lattice.resolution(0) / cells;
        }
        return new Partition(lattice, ends);
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

    /** Interior knots, increasing; a fresh array. */
    public double[] interiorKnots() {
        return Arrays.copyOfRange(knots, 1, knots.length - 1);
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
