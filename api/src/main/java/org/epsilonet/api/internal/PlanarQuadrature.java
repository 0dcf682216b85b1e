package org.epsilonet.api.internal;

import java.util.function.DoubleUnaryOperator;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;
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
    /** Changes between neighbours below this share of the range of the target are left to the midpoint rule. */
    private static final double SMALLEST_JUMP = 0.01;

    /** Of a smooth function neighbouring changes are alike, above this ratio. */
    private static final double STEADY = 0.3;

    private static final int TRIAL = 6;
    private static final double LASTING = 0.25;
    private static final int BISECTIONS = 44;

    private final Formula f;
    private final Approximant g;
    private final LpNorm norm;
    private final int side;
    private final double[] ofTarget;
    private final double[] ofApproximant;
    private final double[] x = new double[2];
    private double threshold;
    private double unit;
    private double largest;

    private PlanarQuadrature(Formula f, Approximant g, LpNorm norm, int side) {
        this.f = f;
        this.g = g;
        this.norm = norm;
        this.side = side;
        Grid grid = Grid.of(side, side);
        this.ofTarget = new double[grid.points()];
        this.ofApproximant = g.on(grid);
        GridPoints.forEach(grid, (i, point) -> ofTarget[i] = CompositeQuadrature.number(f, point));
    }

    /** The distance, by a grid of so many points per side. */
    static double distance(Formula f, Approximant g, LpNorm norm, int side) {
        return new PlanarQuadrature(f, g, norm, side).distance();
    }

    private double distance() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ofTarget.length; i++) {
            low = Math.min(low, ofTarget[i]);
            high = Math.max(high, ofTarget[i]);
            largest = Math.max(largest, Math.abs(ofTarget[i] - ofApproximant[i]));
        }
        if (!(largest < Double.POSITIVE_INFINITY)) {
            return Double.POSITIVE_INFINITY;
        }
        threshold = SMALLEST_JUMP * (high - low);
        unit = Math.max(largest, high - low);
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
        for (int line = 0; line < side; line++) {
            x[fixed] = (line + 0.5) / side;
            double sum = 0;
            for (int j = 0; j < side; j++) {
                int at = at(fixed, line, j);
                sum += power(ofTarget[at] - ofApproximant[at]);
                if (j > 0) {
                    sum += correction(fixed, line, j);
                }
            }
            integrals[line] = sum / side;
        }
        return integrals;
    }

    private int at(int fixed, int line, int j) {
        return fixed == 0 ? line * side + j : j * side + line;
    }

    private double power(double difference) {
        return norm.power(Math.abs(difference) / unit);
    }

    /**
     * Whether the approximant changes by more than the threshold before point {@code j} of a line, and not about as much on
     * both sides as a smooth function does. An approximant may take long to evaluate: grid values decide.
     */
    private boolean approximantMayJump(int fixed, int line, int j) {
        double change = change(fixed, line, j);
        return change > threshold
                && (j < 2
                        || j + 1 >= side
                        || Math.min(change(fixed, line, j - 1), change(fixed, line, j + 1)) < STEADY * change);
    }

    private double change(int fixed, int line, int j) {
        return Math.abs(ofApproximant[at(fixed, line, j)] - ofApproximant[at(fixed, line, j - 1)]);
    }

    /** What the interval before point {@code j} of a line gets wrong by the trapezoid rule, in units of its length. */
    private double correction(int fixed, int line, int j) {
        int before = at(fixed, line, j - 1);
        int at = at(fixed, line, j);
        boolean targetJumps = Math.abs(ofTarget[at] - ofTarget[before]) > threshold;
        boolean approximantJumps = approximantMayJump(fixed, line, j);
        if (!targetJumps && !approximantJumps) {
            return 0;
        }
        double from = (j - 0.5) / side;
        double to = (j + 0.5) / side;
        DoubleUnaryOperator target = t -> {
            x[1 - fixed] = t;
            return f.at(x);
        };
        DoubleUnaryOperator approximant = t -> {
            x[1 - fixed] = t;
            return g.at(x);
        };
        double first = targetJumps ? jump(target, from, ofTarget[before], to, ofTarget[at]) : from;
        double second = approximantJumps ? jump(approximant, from, ofApproximant[before], to, ofApproximant[at]) : from;
        if (first == from && second == from) {
            return 0;
        }
        double a = Math.min(first, second);
        double b = Math.max(first, second);
        // Where the approximant does not jump it is as good as linear over so short an interval.
        double slope = (ofApproximant[at] - ofApproximant[before]) * side;
        double start = ofApproximant[before];
        DoubleUnaryOperator ofG = second == from ? t -> start + slope * (t - from) : approximant;
        DoubleUnaryOperator error = t -> {
            double difference = target.applyAsDouble(t) - ofG.applyAsDouble(t);
            largest = Math.max(largest, Math.abs(difference));
            return power(difference);
        };
        double exact = panel(error, from, a) + panel(error, a, b) + panel(error, b, to);
        double trapezoid =
                0.5 * (power(ofTarget[before] - ofApproximant[before]) + power(ofTarget[at] - ofApproximant[at]));
        return exact * side - trapezoid;
    }

    private static double panel(DoubleUnaryOperator error, double from, double to) {
        return from < to ? CompositeQuadrature.gauss(error, from, to) : 0;
    }

    /** The jump in an interval: the half with the larger change is kept. Its lower end if the change does not last. */
    private static double jump(DoubleUnaryOperator h, double from, double atFrom, double to, double atTo) {
        double a = from;
        double b = to;
        double ha = atFrom;
        double hb = atTo;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = 0.5 * (a + b);
            double value = h.applyAsDouble(middle);
            if (Math.abs(value - ha) >= Math.abs(hb - value)) {
                b = middle;
                hb = value;
            } else {
                a = middle;
                ha = value;
            }
            if (k >= TRIAL && Math.abs(hb - ha) < LASTING * Math.abs(atTo - atFrom)) {
                return from;
            }
        }
        return 0.5 * (a + b);
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
