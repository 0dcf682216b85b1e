package org.epsilonet.families.relu.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Formula;

/**
 * Samples a formula where a chord misses it most: dyadic cells are halved in the order of \(|f(m) - \tfrac12(f(a) +
 * f(b))|\) (to a factor of two), down to neighbouring lattice points. Where the chord meets the middle far better than that
 * of the cell before its halving did, it is compared beside the middle, on both sides and near the ends too: so neither
 * waves with zeros at dyadic points nor what oscillates in a corner of the cell are taken for nothing. A jump is thereby
 * bracketed within one lattice cell, and points gather where \(f\) bends. Deterministic; the breakpoints that a formula may
 * name are used only if {@linkplain KnotLattice#usesBreakpoints() the lattice says so}: both sides of each are then points
 * of the curve.
 */
final class AdaptiveSampling {
    private static final int UNIFORM_CELLS = 1 << 13;
    private static final int MOST_CELLS = 1 << 17;

    /** On rough functions a piece cannot be better than what is known of it. */
    private static final int CELLS_PER_PIECE = 1 << 7;

    /** The golden section, of all numbers the least like a dyadic one, and that of its parts. */
    private static final double[] BESIDE = {
        0.3819660112501051, 0.6180339887498949, 0.8541019662496845, 0.1458980337503155
    };

    /** Halving a cell leaves a quarter of the miss where a function is smooth, and more where it is not: so little is a zero. */
    private static final double SUSPICIOUS = 0x1p-20;

    private static final int BUCKETS = 2 * (Double.MAX_EXPONENT + 52);

    private final KnotLattice lattice;
    private final Formula formula;
    private final int most;

    /** Cells by number: ends, values there, value in the middle; a cell that was halved points to its halves. */
    private final long[] left;

    private final long[] right;
    private final double[] atLeft;
    private final double[] atMiddle;
    private final double[] atRight;
    private final double[] missOf;
    private final int[] firstHalf;
    private int cells;

    /** Cells yet to be halved, as one stack per binary exponent of the miss. */
    private final int[] top = new int[BUCKETS];

    private final int[] below;
    private int highest;

    private AdaptiveSampling(KnotLattice lattice, Formula formula) {
        this.lattice = lattice;
        this.formula = formula;
        this.most = Math.max(MOST_CELLS, CELLS_PER_PIECE * lattice.mostPieces());
        this.left = new long[2 * most];
        this.right = new long[2 * most];
        this.atLeft = new double[2 * most];
        this.atMiddle = new double[2 * most];
        this.atRight = new double[2 * most];
        this.missOf = new double[2 * most];
        this.firstHalf = new int[2 * most];
        this.below = new int[2 * most];
        Arrays.fill(top, -1);
    }

    static Curve of(Formula formula, KnotLattice lattice) {
        return new AdaptiveSampling(lattice, formula).sampled();
    }

    private Curve sampled() {
        long[] ends = ends();
        double value = value(ends[0]);
        for (int i = 0; i + 1 < ends.length; i++) {
            double next = value(ends[i + 1]);
            add(ends[i], value, ends[i + 1], next, Double.POSITIVE_INFINITY);
            value = next;
        }
        int roots = ends.length - 1;
        int leaves = roots;
        while (highest >= 0 && leaves < most) {
            int cell = top[highest];
            if (cell < 0) {
                highest--;
            } else {
                top[highest] = below[cell];
                halve(cell);
                leaves++;
            }
        }
        return collected(roots, leaves);
    }

    /** Equidistant, and the two sides of the breakpoints if there are not too many. */
    private long[] ends() {
        double[] breakpoints = lattice.usesBreakpoints() ? formula.breakpoints() : new double[0];
        int used = breakpoints.length > MOST_CELLS / 4 ? 0 : breakpoints.length;
        long[] ends = new long[UNIFORM_CELLS + 1 + 2 * used];
        for (int i = 0; i <= UNIFORM_CELLS; i++) {
            ends[i] = lattice.atMost((double) i / UNIFORM_CELLS);
        }
        for (int i = 0; i < used; i++) {
            long right = lattice.atMost(breakpoints[i]);
            ends[UNIFORM_CELLS + 1 + 2 * i] = right;
            ends[UNIFORM_CELLS + 2 + 2 * i] = Math.max(0, right - 1);
        }
        return Arrays.stream(ends).sorted().distinct().toArray();
    }

    private void add(long a, double fa, long b, double fb, double missBefore) {
        int cell = cells++;
        left[cell] = a;
        right[cell] = b;
        atLeft[cell] = fa;
        atRight[cell] = fb;
        if (b - a < 2) {
            return;
        }
        atMiddle[cell] = value(lattice.middle(a, b));
        double rounding = 0x1p-52 * (Math.abs(fa) + Math.abs(fb));
        double miss = Math.abs(atMiddle[cell] - (0.5 * fa + 0.5 * fb));
        if (miss <= Math.max(rounding, SUSPICIOUS * missBefore)) {
            miss = Math.max(miss, missBesideTheMiddle(a, fa, b, fb));
            rounding *= 2;
        }
        missOf[cell] = miss;
        if (miss > rounding) {
            int bucket = Math.min(BUCKETS - 1, Math.getExponent(miss) + BUCKETS / 2);
            below[cell] = top[bucket];
            top[bucket] = cell;
            highest = Math.max(highest, bucket);
        }
    }

    private double missBesideTheMiddle(long a, double fa, long b, double fb) {
        double largest = 0;
        for (double part : BESIDE) {
            long beside = a + (long) (part * (b - a));
            double share = (double) (beside - a) / (b - a);
            largest = Math.max(largest, Math.abs(value(beside) - ((1 - share) * fa + share * fb)));
        }
        return largest;
    }

    private void halve(int cell) {
        long middle = lattice.middle(left[cell], right[cell]);
        firstHalf[cell] = cells;
        add(left[cell], atLeft[cell], middle, atMiddle[cell], missOf[cell]);
        add(middle, atMiddle[cell], right[cell], atRight[cell], missOf[cell]);
    }

    /** Leaves from left to right; a cell is visited before its halves, which are neighbours in number. */
    private Curve collected(int roots, int leaves) {
        long[] positions = new long[leaves + 1];
        double[] values = new double[leaves + 1];
        int[] path = new int[128];
        int n = 0;
        for (int root = 0; root < roots; root++) {
            int depth = 0;
            path[depth++] = root;
            while (depth > 0) {
                int cell = path[--depth];
                if (firstHalf[cell] > 0) {
                    path[depth++] = firstHalf[cell] + 1;
                    path[depth++] = firstHalf[cell];
                } else {
                    positions[n] = left[cell];
                    values[n++] = atLeft[cell];
                }
            }
        }
        positions[n] = lattice.last();
        values[n] = value(lattice.last());
        return Curve.of(lattice, positions, values);
    }

    /** The value at a lattice point; where it is not finite (a pole at an end), the value a quarter cell inside. */
    private double value(long k) {
        double x = lattice.position(k);
        double value = formula.at(x);
        if (!Double.isFinite(value)) {
            double quarter = 0.25 / lattice.last();
            value = formula.at(x < 1 ? x + quarter : x - quarter);
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(formula.name() + " is not finite near " + x);
        }
        return value;
    }
}
