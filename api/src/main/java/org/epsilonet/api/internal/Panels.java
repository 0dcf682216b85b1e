package org.epsilonet.api.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Formula;

/**
 * Panels of \([0,1]\) for a composite rule, with the values of a formula at their nodes. Those of the formula alone are
 * uniform, end at its breakpoints and shrink geometrically towards them; an approximant breaks some of them again, and
 * only there the formula is evaluated anew. Immutable.
 */
final class Panels {
    /** Per panel the nodes of the rule, between its two ends from inside. */
    static final int POINTS = GaussKronrod.POINTS + 2;

    /** No panel is longer than 1/UNIFORM. */
    private static final int UNIFORM = 1 << 12;

    /** Panels shrink towards a breakpoint of the target down to this length. */
    private static final double SHORTEST = 0x1p-44;

    private final double[] ends;
    private final double[] points;
    private final double[] values;

    private Panels(double[] ends, double[] points, double[] values) {
        this.ends = ends;
        this.points = points;
        this.values = values;
    }

    /** The panels of a formula in one variable. */
    static Panels of(Formula f) {
        double[] ends = ends(f.breakpoints());
        double[] points = new double[(ends.length - 1) * POINTS];
        double[] values = new double[points.length];
        for (int i = 0; i + 1 < ends.length; i++) {
            fill(points, i, ends[i], ends[i + 1]);
            evaluate(f, points, values, i);
        }
        return new Panels(ends, points, values);
    }

    /** The number of panels. */
    int count() {
        return ends.length - 1;
    }

    /** Half the length of a panel. */
    double half(int panel) {
        return 0.5 * (ends[panel + 1] - ends[panel]);
    }

    /** All nodes, increasing within rounding; not to be changed. */
    double[] points() {
        return points;
    }

    /** The value of the formula at a node. */
    double value(int i) {
        return values[i];
    }

    /** These panels, with further ends. */
    Panels brokenAt(double[] breakpoints, Formula f) {
        double[] all = union(ends, breakpoints);
        if (all.length == ends.length) {
            return this;
        }
        double[] finerPoints = new double[(all.length - 1) * POINTS];
        double[] finerValues = new double[finerPoints.length];
        int old = 0;
        for (int i = 0; i + 1 < all.length; i++) {
            while (old + 1 < ends.length && ends[old + 1] <= all[i]) {
                old++;
            }
            if (old + 1 < ends.length && ends[old] == all[i] && ends[old + 1] == all[i + 1]) {
                System.arraycopy(points, old * POINTS, finerPoints, i * POINTS, POINTS);
                System.arraycopy(values, old * POINTS, finerValues, i * POINTS, POINTS);
            } else {
                fill(finerPoints, i, all[i], all[i + 1]);
                evaluate(f, finerPoints, finerValues, i);
            }
        }
        return new Panels(all, finerPoints, finerValues);
    }

    private static double[] ends(double[] breakpoints) {
        int graded = 0;
        for (double length = 1.0 / UNIFORM; length > SHORTEST; length /= 2) {
            graded++;
        }
        double[] ends = new double[UNIFORM + 1 + breakpoints.length * (2 * graded + 1)];
        int n = 0;
        for (int i = 0; i <= UNIFORM; i++) {
            ends[n++] = (double) i / UNIFORM;
        }
        for (int i = 0; i < breakpoints.length; i++) {
            double t = breakpoints[i];
            double before = i == 0 ? 0 : breakpoints[i - 1];
            double after = i + 1 == breakpoints.length ? 1 : breakpoints[i + 1];
            ends[n++] = t;
            for (double length = 1.0 / UNIFORM; length > SHORTEST; length /= 2) {
                ends[n++] = Math.max(before, t - length);
                ends[n++] = Math.min(after, t + length);
            }
        }
        return union(ends, new double[0]);
    }

    /** The distinct numbers of both, increasing. */
    private static double[] union(double[] some, double[] others) {
        double[] all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        Arrays.sort(all);
        int distinct = 0;
        for (double end : all) {
            if (distinct == 0 || end > all[distinct - 1]) {
                all[distinct++] = end;
            }
        }
        return Arrays.copyOf(all, distinct);
    }

    private static void fill(double[] points, int panel, double from, double to) {
        double low = Math.nextUp(from);
        double high = Math.nextDown(to);
        int n = panel * POINTS;
        points[n++] = Math.min(low, to);
        for (int k = 0; k < GaussKronrod.POINTS; k++) {
            points[n++] = Math.max(low, Math.min(high, GaussKronrod.node(k, from, to)));
        }
        points[n] = Math.max(high, from);
    }

    private static void evaluate(Formula f, double[] points, double[] values, int panel) {
        double[] x = new double[1];
        for (int i = panel * POINTS; i < (panel + 1) * POINTS; i++) {
            x[0] = points[i];
            values[i] = TargetValues.number(f, x);
        }
    }
}
