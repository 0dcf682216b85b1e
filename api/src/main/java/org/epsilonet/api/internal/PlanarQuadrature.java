package org.epsilonet.api.internal;

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
    private final Approximant g;
    private final LpNorm norm;
    private final int side;
    private final double[] ofApproximant;
    private final double[] x = new double[2];
    private double unit;
    private double largest;

    private PlanarQuadrature(Formula f, Approximant g, LpNorm norm, int side) {
        this.formula = f;
        this.target = TargetValues.of(f).planar(f, side);
        this.g = g;
        this.norm = norm;
        this.side = side;
        this.ofApproximant = g.on(Grid.of(side, side));
    }

    /** The distance, by a grid of so many points per side. */
    static double distance(Formula f, Approximant g, LpNorm norm, int side) {
        return new PlanarQuadrature(f, g, norm, side).distance();
    }

    private double distance() {
        for (int i = 0; i < ofApproximant.length; i++) {
            largest = Math.max(largest, Math.abs(target.value(i) - ofApproximant[i]));
        }
        if (!(largest < Double.POSITIVE_INFINITY) || !target.isBounded()) {
            return Double.POSITIVE_INFINITY;
        }
        unit = Math.max(largest, target.range());
        if (unit == 0) {
            return 0;
        }
        double[] rows = lines(0);
        double[] columns = lines(1);
        double integral = roughness(rows) <= roughness(columns) ? mean(rows) : mean(columns);
        return norm.isSup() ? largest : unit * norm.root(Math.max(0, integral));
    }

    /** The integrals along all lines that hold one coordinate fixed. */
    private double[] lines(int fixed) {
        double[] integrals = new double[side];
        PlanarTarget.Jumps jumps = target.jumps(fixed);
        int next = 0;
        for (int line = 0; line < side; line++) {
            x[fixed] = (line + 0.5) / side;
            double sum = 0;
            for (int j = 0; j < side; j++) {
                int at = at(fixed, line, j);
                sum += power(target.value(at) - ofApproximant[at]);
                boolean targetJumps = next < jumps.count() && jumps.at(next) == line * side + j;
                if (targetJumps || (j > 0 && approximantMayJump(fixed, line, j))) {
                    sum += correction(fixed, line, j, targetJumps ? jumps.place(next) : (j - 0.5) / side);
                }
                next += targetJumps ? 1 : 0;
            }
            integrals[line] = sum / side;
        }
        return integrals;
    }

    private int at(int fixed, int line, int j) {
        return PlanarTarget.index(side, fixed, line, j);
    }

    private double power(double difference) {
        return norm.power(Math.abs(difference) / unit);
    }

    /**
     * Whether the approximant changes by more than the threshold before point {@code j} of a line, and not about as much on
     * both sides as a smooth function does. An approximant may take long to evaluate: grid values decide.
     */
    private boolean approximantMayJump(int fixed, int line, int j) {
        if (!g.mayJump()) {
            return false;
        }
        double change = change(fixed, line, j);
        return change > target.threshold()
                && (j < 2
                        || j + 1 >= side
                        || Math.min(change(fixed, line, j - 1), change(fixed, line, j + 1)) < STEADY * change);
    }

    private double change(int fixed, int line, int j) {
        return Math.abs(ofApproximant[at(fixed, line, j)] - ofApproximant[at(fixed, line, j - 1)]);
    }

    /**
     * What the interval before point {@code j} of a line gets wrong by the trapezoid rule, in units of its length.
     *
     * @param ofTarget where the target jumps in it; its lower end if it does not
     */
    private double correction(int fixed, int line, int j, double ofTarget) {
        int before = at(fixed, line, j - 1);
        int at = at(fixed, line, j);
        double from = (j - 0.5) / side;
        double to = (j + 0.5) / side;
        DoubleUnaryOperator approximant = t -> {
            x[1 - fixed] = t;
            return g.at(x);
        };
        double jump = approximantMayJump(fixed, line, j)
                ? JumpSearch.between(
                        approximant,
                        from,
                        ofApproximant[before],
                        to,
                        ofApproximant[at],
                        ofTarget == from ? JumpSearch.COARSE : JumpSearch.FINE)
                : from;
        if (ofTarget == from && jump == from) {
            return 0;
        }
        double a = Math.min(ofTarget, jump);
        double b = Math.max(ofTarget, jump);
        // What does not jump is as good as linear over so short an interval.
        DoubleUnaryOperator f = ofTarget == from
                ? chord(from, target.value(before), target.value(at))
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
        double trapezoid = 0.5
                * (power(target.value(before) - ofApproximant[before]) + power(target.value(at) - ofApproximant[at]));
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
