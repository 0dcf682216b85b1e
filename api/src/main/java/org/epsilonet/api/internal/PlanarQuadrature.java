package org.epsilonet.api.internal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;

/**
 * \(\|f-g\|_p\) on the unit square by midpoints of a grid, corrected where \(f\) or \(g\) jumps between two neighbours.
 *
 * <p>An approximant that follows an edge differs from it on slivers far thinner than any grid: \(M\) wedgelets leave a
 * measure of \(M^{-2}\). So along every line of the grid the midpoint rule, which is the trapezoid rule between
 * neighbours, is replaced between two of them by Gauss panels that end at the jumps, found by bisection. This is done
 * along rows and along columns; lines that run along an edge see it seldom or all at once, so the direction counts in
 * which neighbouring lines agree better.
 */
final class PlanarQuadrature {
    /** Of a smooth function neighbouring changes are alike, above this ratio. */
    private static final double STEADY = 0.3;

    private static final double GAUSS_NODE = Math.sqrt(0.6);

    private final Formula formula;
    private final PlanarTarget target;
    private final double[] ofTarget;
    private final Approximant g;
    private final double[] ofApproximant;
    private final boolean mayJump;
    private final LpNorm norm;
    private final int side;
    private final double[] x = new double[2];
    private double unit;
    private double largest;

    private PlanarQuadrature(Formula f, Approximant g, LpNorm norm, int side) {
        this.formula = f;
        this.target = TargetValues.of(f).planar(f, side);
        this.ofTarget = target.values();
        this.g = g;
        this.ofApproximant = g.on(Grid.of(side, side));
        this.mayJump = g.mayJump();
        this.norm = norm;
        this.side = side;
    }

    /** The distance, by a grid of so many points per side. */
    static double distance(Formula f, Approximant g, LpNorm norm, int side) {
        return new PlanarQuadrature(f, g, norm, side).distance();
    }

    private double distance() {
        largest = largestOnGrid();
        if (!(largest < Double.POSITIVE_INFINITY) || !target.isBounded()) {
            return Double.POSITIVE_INFINITY;
        }
        unit = Math.max(largest, target.range());
        if (unit == 0) {
            return 0;
        }
        boolean smooth = !mayJump && target.jumps(0).count() + target.jumps(1).count() == 0;
        if (norm.isSup() && smooth) {
            return largest;
        }
        double integral = integral();
        return norm.isSup() ? largest : unit * norm.root(Math.max(0, integral));
    }

    /** Infinite if a difference is not a number. */
    private double largestOnGrid() {
        double most = 0;
        for (int i = 0; i < ofApproximant.length; i++) {
            double difference = Math.abs(ofTarget[i] - ofApproximant[i]);
            if (!(difference <= most)) {
                if (!(difference < Double.POSITIVE_INFINITY)) {
                    return Double.POSITIVE_INFINITY;
                }
                most = difference;
            }
        }
        return most;
    }

    /** Along all rows and all columns, from the same powers, each computed once. */
    private double integral() {
        double[] rows = new double[side];
        double[] columns = new double[side];
        double[] powers = new double[side];
        Corrections along = new Corrections(0);
        Corrections across = new Corrections(1);
        for (int row = 0; row < side; row++) {
            powers(row * side, powers);
            add(powers, columns);
            boolean corrected = along.ofRow(row);
            rows[row] = (corrected ? sum(powers, along.values) : sum(powers)) / side;
            if (across.ofRow(row)) {
                add(across.values, columns);
            }
        }
        for (int column = 0; column < side; column++) {
            columns[column] /= side;
        }
        return roughness(rows) <= roughness(columns) ? mean(rows) : mean(columns);
    }

    private void powers(int from, double[] powers) {
        for (int j = 0; j < powers.length; j++) {
            powers[j] = Math.abs(ofTarget[from + j] - ofApproximant[from + j]) / unit;
        }
        for (int j = 0; j < powers.length; j++) {
            powers[j] = norm.power(powers[j]);
        }
    }

    private static void add(double[] some, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += some[j];
        }
    }

    private static double sum(double[] powers) {
        double sum = 0;
        for (double power : powers) {
            sum += power;
        }
        return sum;
    }

    private static double sum(double[] powers, double[] corrections) {
        double sum = 0;
        for (int j = 0; j < powers.length; j++) {
            sum += powers[j];
            sum += corrections[j];
        }
        return sum;
    }

    /** Along the lines that hold one coordinate fixed, for the points of one row after the other. */
    private final class Corrections {
        private final int fixed;
        private final PlanarTarget.Jumps jumps;
        private final double[] values = new double[side];
        private int next;

        Corrections(int fixed) {
            this.fixed = fixed;
            this.jumps = target.jumps(fixed);
        }

        private int nextJump() {
            return next < jumps.count() ? jumps.at(next) : Integer.MAX_VALUE;
        }

        /** Fills in what is to be added for the intervals before the points of a row; false if it is nothing. */
        boolean ofRow(int row) {
            int end = (row + 1) * side;
            if (!mayJump && nextJump() >= end) {
                return false;
            }
            Arrays.fill(values, 0);
            for (int i = mayJump ? row * side : nextJump(); i < end; i = mayJump ? i + 1 : nextJump()) {
                int j = fixed == 0 ? i - row * side : row;
                int line = fixed == 0 ? row : i - row * side;
                boolean targetJumps = nextJump() == i;
                if (targetJumps || (j > 0 && approximantMayJump(fixed, i, j))) {
                    values[i - row * side] =
                            correction(fixed, line, i, j, targetJumps ? jumps.place(next) : (j - 0.5) / side);
                }
                next += targetJumps ? 1 : 0;
            }
            return true;
        }
    }

    private double power(double difference) {
        return norm.power(Math.abs(difference) / unit);
    }

    /** From a point to the next of a line. */
    private int step(int fixed) {
        return fixed == 0 ? 1 : side;
    }

    /**
     * Whether the approximant changes by more than the threshold before a point, and not about as much on both sides as a
     * smooth function does. An approximant may take long to evaluate: grid values decide.
     */
    private boolean approximantMayJump(int fixed, int i, int j) {
        if (!mayJump) {
            return false;
        }
        int step = step(fixed);
        double change = change(i, step);
        return change > target.threshold()
                && (j < 2
                        || j + 1 >= side
                        || Math.min(change(i - step, step), change(i + step, step)) < STEADY * change);
    }

    private double change(int i, int step) {
        return Math.abs(ofApproximant[i] - ofApproximant[i - step]);
    }

    /**
     * What the interval before point {@code j} of a line gets wrong by the trapezoid rule, in units of its length.
     *
     * @param at the number of the point in row-major order
     * @param jumpOfTarget where the target jumps in it; its lower end if it does not
     */
    private double correction(int fixed, int line, int at, int j, double jumpOfTarget) {
        int before = at - step(fixed);
        double from = (j - 0.5) / side;
        double to = (j + 0.5) / side;
        x[fixed] = (line + 0.5) / side;
        DoubleUnaryOperator approximant = t -> {
            x[1 - fixed] = t;
            return g.at(x);
        };
        double jump = approximantMayJump(fixed, at, j)
                ? JumpSearch.between(
                        approximant,
                        from,
                        ofApproximant[before],
                        to,
                        ofApproximant[at],
                        jumpOfTarget == from ? JumpSearch.COARSE : JumpSearch.FINE)
                : from;
        if (jumpOfTarget == from && jump == from) {
            return 0;
        }
        double a = Math.min(jumpOfTarget, jump);
        double b = Math.max(jumpOfTarget, jump);
        // What does not jump is as good as linear over so short an interval.
        DoubleUnaryOperator f = jumpOfTarget == from
                ? chord(from, ofTarget[before], ofTarget[at])
                : t -> {
                    x[1 - fixed] = t;
                    return formula.at(x);
                };
        DoubleUnaryOperator ofG = jump == from ? chord(from, ofApproximant[before], ofApproximant[at]) : approximant;
        DoubleUnaryOperator error = t -> {
            double difference = f.applyAsDouble(t) - ofG.applyAsDouble(t);
            largest = Math.max(largest, Math.abs(difference));
            return power(difference);
        };
        double exact = panel(error, from, a) + panel(error, a, b) + panel(error, b, to);
        double trapezoid =
                0.5 * (power(ofTarget[before] - ofApproximant[before]) + power(ofTarget[at] - ofApproximant[at]));
        return exact * side - trapezoid;
    }

    /** Linear between neighbours, from the first. */
    private DoubleUnaryOperator chord(double from, double before, double after) {
        double slope = (after - before) * side;
        return t -> before + slope * (t - from);
    }

    /** Three nodes of Gauss: between jumps differences are nearly linear, and their squares of degree two. */
    private static double panel(DoubleUnaryOperator error, double from, double to) {
        if (!(from < to)) {
            return 0;
        }
        double centre = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        double sides =
                error.applyAsDouble(centre - half * GAUSS_NODE) + error.applyAsDouble(centre + half * GAUSS_NODE);
        return half * (5 * sides + 8 * error.applyAsDouble(centre)) / 9;
    }

    private static double mean(double[] lines) {
        double sum = 0;
        for (double line : lines) {
            sum += line;
        }
        return sum / lines.length;
    }

    private static double roughness(double[] lines) {
        double sum = 0;
        for (int i = 1; i < lines.length; i++) {
            sum += Math.abs(lines[i] - lines[i - 1]);
        }
        return sum;
    }
}
