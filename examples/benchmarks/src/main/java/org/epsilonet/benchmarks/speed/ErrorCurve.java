package org.epsilonet.benchmarks.speed;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.LpNorm;

/**
 * The errors of a family on one function at budgets 4, 8, 16, ..., as far as its reach, the resolution of doubles and the time
 * allowed go. The slope is that of \(\ln\) error against \(\ln M\).
 */
record ErrorCurve(List<Integer> budgets, List<Double> errors) {
    private static final int FIRST = 4;

    /** Errors below this are rounding: functions have values of order 1, and quadrature adds a few digits. */
    private static final double ROUNDING = 1e-12;

    /** The slope is taken over this many octaves at the end. */
    private static final int OCTAVES = 4;

    /** A family that halves its error with every term ends after three. */
    private static final int FEWEST = 3;

    static ErrorCurve of(ApproximationFamily family, Instance instance, LpNorm norm, int last, double seconds) {
        List<Integer> budgets = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        long end = cpu() + (long) (1e9 * seconds);
        int reach = Math.min(last, family.largestBudget(instance.target().domain()));
        IntFunction<Approximation> approximations = family.approximations(instance.target(), norm);
        for (int m = FIRST; m <= reach && cpu() < end; m *= 2) {
            Approximation approximation = approximations.apply(m);
            if (approximation.outcome() == Approximation.Outcome.REACHED) {
                budgets.add(m);
                errors.add(approximation.distance().value());
                if (approximation.distance().value() < ROUNDING) {
                    break;
                }
            }
        }
        return new ErrorCurve(List.copyOf(budgets), List.copyOf(errors));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    boolean reachesRounding() {
        return !errors.isEmpty() && errors.get(errors.size() - 1) < ROUNDING;
    }

    /** Slopes between neighbouring budgets. */
    List<Double> localSlopes() {
        List<Double> slopes = new ArrayList<>();
        for (int i = 1; i < errors.size(); i++) {
            slopes.add(slope(i - 1, i));
        }
        return slopes;
    }

    /** From {@value #OCTAVES} octaves before the last budget to the last, or over all where there are fewer; NaN below three. */
    double finalSlope() {
        int last = errors.size() - 1;
        return last < FEWEST ? Double.NaN : slope(Math.max(0, last - OCTAVES), last);
    }

    private double slope(int from, int to) {
        double octaves = Math.log((double) budgets.get(to) / budgets.get(from));
        return Math.log(errors.get(from) / errors.get(to)) / octaves;
    }
}
