package org.epsilonet.families.splines.internal;

import java.util.Arrays;

/**
 * Knots anywhere on a lattice, of multiplicity 1 to \(k+1\): a spline of degree \(k\) is \(C^{k-m}\) where a knot is
 * repeated \(m\) times, and jumps where \(m = k+1\).
 */
public final class FreeKnots implements KnotSequence {
    private final Lattice lattice;
    private final int degree;
    private final long[] ends;
    private final int[] multiplicities;
    private final double[] knots;
    private final int[] first;
    private final double[] starts;
    private final double[] inverse;
    private final int[] buckets;

    /**
     * @param lattice the lattice, of one dimension
     * @param degree the degree \(k\)
     * @param ends the distinct knots, strictly increasing from 0 to the resolution; not to be changed afterwards
     * @param multiplicities how often each is repeated, 1 to \(k+1\); those of the two ends do not matter
     */
    public FreeKnots(Lattice lattice, int degree, long[] ends, int[] multiplicities) {
        this.lattice = lattice;
        this.degree = degree;
        this.ends = ends;
        this.multiplicities = multiplicities;
        int intervals = ends.length - 1;
        this.first = new int[intervals];
        this.starts = new double[ends.length];
        for (int i = 0; i <= intervals; i++) {
            starts[i] = lattice.position(0, ends[i]);
        }
        this.inverse = new double[intervals];
        for (int i = 0; i < intervals; i++) {
            inverse[i] = 1 / (starts[i + 1] - starts[i]);
        }
        for (int i = 1; i < intervals; i++) {
            first[i] = first[i - 1] + multiplicities[i];
        }
        this.knots = new double[first[intervals - 1] + 2 * (degree + 1)];
        Arrays.fill(knots, knots.length - degree - 1, knots.length, 1);
        for (int i = 1; i < intervals; i++) {
            Arrays.fill(knots, degree + 1 + first[i - 1], degree + 1 + first[i], starts[i]);
        }
        this.buckets = buckets();
    }

    /** In every one of a power of two of equal intervals, where bisection may begin. */
    private int[] buckets() {
        int count = 2 * Integer.highestOneBit(starts.length);
        int[] begin = new int[count + 1];
        int i = 0;
        for (int b = 0; b <= count; b++) {
            while (i + 1 < first.length && starts[i + 1] <= (double) b / count) {
                i++;
            }
            begin[b] = i;
        }
        return begin;
    }

    /** The lattice. */
    Lattice lattice() {
        return lattice;
    }

    /** Where interval {@code i} begins, in steps of the lattice. */
    long end(int i) {
        return ends[i];
    }

    /** How often the knot where interval {@code i} begins is repeated. */
    int multiplicity(int i) {
        return multiplicities[i];
    }

    @Override
    public int degree() {
        return degree;
    }

    @Override
    public int dimension() {
        return knots.length - degree - 1;
    }

    @Override
    public int intervals() {
        return first.length;
    }

    @Override
    public int first(int i) {
        return first[i];
    }

    @Override
    public double knot(int j) {
        return knots[j];
    }

    @Override
    public double unit() {
        return 1;
    }

    @Override
    public double start(int i) {
        return starts[i];
    }

    @Override
    public int locate(double x) {
        int bucket = Math.max(0, Math.min(buckets.length - 2, (int) (x * (buckets.length - 1))));
        int low = buckets[bucket];
        int high = buckets[bucket + 1];
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public double local(int i, double x) {
        double u = (x - starts[i]) * inverse[i];
        return u < 0 ? 0 : u > 1 ? 1 : u;
    }
}
