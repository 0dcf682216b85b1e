package org.epsilonet.families.relu.affine;

import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;

/**
 * The multiscale expansion of a formula in B-splines, as {@link SampleExpansion}, with local fits at Gauss nodes. The
 * scales are expanded completely up to a middle one, then only beside atoms whose importance is not far below that of the
 * atoms a largest budget would choose: so the whole depth is searched where the function asks for it.
 */
final class FormulaExpansion {
    private static final int[] COMPLETE = {12, 6};

    /** Beside atoms below this fraction of the least important chosen one nothing is searched for. */
    private static final double WORTH = 0.125;

    /** So many atoms of incomplete scales are looked at; more only where no choice of atoms would help much. */
    private static final int MOST_SEARCHED = 1 << 18;

    /** Details below this fraction of the largest coefficient are rounding. */
    private static final double ROUNDING = 0x1p-47;

    private static final double[][] GAUSS = {
        {0.5},
        {0.21132486540518713, 0.7886751345948129},
        {0.1127016653792583, 0.5, 0.8872983346207417},
        {0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557975262}
    };

    private final int degree;
    private final Formula formula;
    private final LpNorm norm;
    private final int budget;
    private final List<Level> levels;
    private final Subdivision subdivision;
    private final double[][] weights;
    private final double[] point;
    private final Candidates candidates;
    private LongDoubleMap coarse = new LongDoubleMap();
    private LongDoubleMap fine = new LongDoubleMap();
    private double largest;
    private Terms before = Terms.NONE;

    /**
     * @param degree \(K\)
     * @param formula the target
     * @param lattice the levels, for the largest budget
     * @param norm the norm of truncation
     */
    FormulaExpansion(int degree, Formula formula, AtomLattice lattice, LpNorm norm) {
        this.degree = degree;
        this.formula = formula;
        this.norm = norm;
        this.candidates = new Candidates(norm);
        this.budget = lattice.budget();
        this.levels = lattice.levels();
        this.subdivision = new Subdivision(degree);
        this.point = new double[formula.dimension()];
        this.weights = new double[degree + 1][];
        for (int offset = 0; offset <= degree; offset++) {
            double[] nodes = GAUSS[degree].clone();
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] += offset;
            }
            weights[offset] = LocalFit.weights(degree, nodes);
        }
    }

    Candidates candidates() {
        int searched = 0;
        for (int l = 0; l < levels.size(); l++) {
            boolean complete = l <= COMPLETE[point.length - 1];
            long[] active = complete ? all(levels.get(l)) : beside(l);
            searched += complete ? 0 : active.length;
            if (active.length == 0 || searched > MOST_SEARCHED) {
                break;
            }
            add(l, active, complete);
            coarse = fine;
            fine = new LongDoubleMap();
        }
        return candidates;
    }

    private static long[] all(Level level) {
        long[] positions = new long[(int) level.size()];
        Arrays.setAll(positions, i -> i);
        return positions;
    }

    private void add(int l, long[] positions, boolean complete) {
        Level level = levels.get(l);
        double weight = SampleExpansion.weight(level, norm);
        double[] coefficients = new double[positions.length];
        double[] details = new double[positions.length];
        long[] atoms = new long[positions.length];
        for (int i = 0; i < positions.length; i++) {
            coefficients[i] = coefficient(l, positions[i], fine);
            details[i] = coefficients[i] - predicted(l, positions[i]);
            atoms[i] = level.offset() + positions[i];
        }
        before = new Terms(atoms, details, weight).exceeding(ROUNDING * largest);
        candidates.add(before, complete ? new Terms(atoms, coefficients, weight) : Terms.NONE);
    }

    /** The finer atoms beside those of the level before that are worth it. */
    private long[] beside(int l) {
        double worth = WORTH * candidates.threshold(budget);
        Level coarser = levels.get(l - 1);
        LongList active = new LongList();
        for (int i = 0; i < before.size(); i++) {
            if (before.importance(i) > worth) {
                addBeside(coarser, levels.get(l), before.atom(i) - coarser.offset(), active);
            }
        }
        return active.distinct();
    }

    private void addBeside(Level before, Level level, long position, LongList active) {
        int last = point.length - 1;
        long k = 2 * before.translate(last, position % before.count(last));
        long row = point.length == 1 ? 0 : 2 * before.translate(0, position / before.count(last));
        for (long r = row - (last == 0 ? 0 : 1); r <= row + (last == 0 ? 0 : degree + 2); r++) {
            long first = last == 0 ? 0 : level.position(0, r);
            for (long c = k - 1; c <= k + degree + 2; c++) {
                long second = level.position(last, c);
                if (first >= 0 && second >= 0) {
                    active.add(first * level.count(last) + second);
                }
            }
        }
    }

    /** The coefficient of the quasi-interpolant one scale coarser, refined. */
    private double predicted(int l, long position) {
        if (l == 0) {
            return 0;
        }
        Level level = levels.get(l);
        Level before = levels.get(l - 1);
        int last = point.length - 1;
        long k = level.translate(last, position % level.count(last));
        long row = last == 0 ? 0 : level.translate(0, position / level.count(last));
        double sum = 0;
        long firstRow = last == 0 ? 0 : subdivision.firstCoarse(row);
        long lastRow = last == 0 ? 0 : Subdivision.lastCoarse(row);
        for (long r = firstRow; r <= lastRow; r++) {
            long p = last == 0 ? 0 : before.position(0, r);
            double rowMask = last == 0 ? 1 : subdivision.mask(row - 2 * r);
            for (long c = subdivision.firstCoarse(k); c <= Subdivision.lastCoarse(k); c++) {
                long q = before.position(last, c);
                double mask = rowMask * subdivision.mask(k - 2 * c);
                if (mask != 0 && p >= 0 && q >= 0) {
                    sum += mask * coefficient(l - 1, p * before.count(last) + q, coarse);
                }
            }
        }
        return sum;
    }

    /** The functional of a B-spline, on the cell in the middle of its support that lies in the domain. */
    private double coefficient(int l, long position, LongDoubleMap known) {
        double value = known.get(position);
        if (Double.isNaN(value)) {
            value = functional(levels.get(l), position, point.length - 1);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(formula.name() + " is not finite everywhere in the domain");
            }
            known.put(position, value);
            largest = Math.max(largest, Math.abs(value));
        }
        return value;
    }

    private double functional(Level level, long position, int axis) {
        if (axis < 0) {
            return formula.at(point);
        }
        long k = level.translate(axis, position % level.count(axis));
        long cells = 1L << level.exponent(axis);
        long cell = Math.max(0, Math.min(k + degree / 2, cells - 1));
        double[] w = weights[(int) (cell - k)];
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            point[axis] = Math.scalb(cell + GAUSS[degree][i], -level.exponent(axis));
            sum += w[i] * functional(level, position / level.count(axis), axis - 1);
        }
        return sum;
    }
}
