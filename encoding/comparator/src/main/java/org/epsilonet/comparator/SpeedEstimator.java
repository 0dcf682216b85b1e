package org.epsilonet.comparator;

import java.util.Arrays;
import org.epsilonet.comparator.internal.Curve;
import org.epsilonet.comparator.internal.LogLogFit;

/**
 * Speeds from finitely many budgets. A speed is a statement about \(M \to \infty\); what is measured is the slope of
 * \(\ln\) error against \(\ln M\) over the part of the curve that looks asymptotic:
 * <ol>
 *   <li>budgets from the first one on whose error is rounding (below the floor, or stagnating a little above it) are left
 *       aside;
 *   <li>if the local slopes keep growing by a quarter from budget to budget, three times in a row and beyond 6 (the order
 *       of the smoothest splines), or once and down to the floor, or one on the way to the floor is beyond 12, the decay
 *       is faster than every power: +∞;
 *   <li>otherwise leading budgets are dropped, down to four points, while the slope drifts by more than 5 % or the first
 *       point misses the line through the others by as much (and more than the scatter explains);
 *   <li>least squares on the rest, with the 95 % interval of Student's t, widened to the remaining drift.
 * </ol>
 *
 * @see "docs/theory.md, A2"
 */
public final class SpeedEstimator {
    private static final double GROWTH = 1.25;
    private static final double STEEP = 6;

    /** No algebraic decay of interest is steeper: orders of splines and wavelets are at most 10. */
    private static final double STEEPER_THAN_POWERS = 12;

    /**
     * Rounding seldom makes an error smaller than it is: below the floor it is still a bound for the decay, down to this
     * multiple of the floor.
     */
    private static final double RESOLUTION = 1e-3;

    /** Stagnation counts as rounding up to this multiple of the floor. */
    private static final double ROUNDING = 1e4;

    private static final double FLAT = 0.5;
    private static final double BENDING = 0.75;

    private static final int FEWEST = 3;
    private static final int ASYMPTOTIC = 4;

    private SpeedEstimator() {}

    /**
     * The speed of a curve.
     *
     * @param budgets increasing budgets, for naming the part used
     * @param sizes what the error is a power of: the budgets themselves or bits; a NaN leaves the point out
     * @param errors as many errors, {@code >= 0}; a NaN leaves the point out
     * @param floor errors at most this large are rounding, {@code >= 0}
     * @return the speed
     * @throws IllegalArgumentException if the lengths differ
     */
    public static SpeedEstimate of(int[] budgets, double[] sizes, double[] errors, double floor) {
        if (budgets.length != sizes.length || sizes.length != errors.length) {
            throw new IllegalArgumentException("budgets, sizes and errors must be equally many, were " + budgets.length
                    + ", " + sizes.length + ", " + errors.length);
        }
        Curve known = Curve.known(budgets, sizes, errors);
        Curve resolved = known.before(firstRounding(known, floor));
        boolean roundingReached = resolved.points() < known.points();
        if (isFasterThanPowers(known, resolved, roundingReached, floor)) {
            return infinite(known, resolved);
        }
        return resolved.points() < FEWEST ? SpeedEstimate.UNKNOWN : asymptotic(resolved);
    }

    /** The index of the first point that is rounding. */
    private static int firstRounding(Curve c, double floor) {
        int end = 0;
        while (end < c.points() && c.error(end) > floor) {
            end++;
        }
        while (end > 1
                && c.error(end - 1) < ROUNDING * floor
                && stagnates(c.before(end).localSlopes())) {
            end--;
        }
        return end;
    }

    /** Whether the last slope is much flatter than the one before, or flat. */
    private static boolean stagnates(double[] slopes) {
        int last = slopes.length - 1;
        return slopes[last] < FLAT || (last > 0 && slopes[last] < BENDING * slopes[last - 1]);
    }

    private static boolean isFasterThanPowers(Curve known, Curve resolved, boolean roundingReached, double floor) {
        double[] slopes = resolved.localSlopes();
        int run = growingRun(slopes);
        if (!roundingReached) {
            return run >= 3 && slopes[slopes.length - 1] > STEEP;
        }
        int n = resolved.points();
        if (n == 0) {
            return true;
        }
        double steepest = Arrays.stream(slopes).max().orElse(0);
        double intoFloor = slope(known, n - 1, Math.max(known.error(n), RESOLUTION * floor));
        return Math.max(steepest, intoFloor) > STEEPER_THAN_POWERS
                || (n >= FEWEST && run >= 1 && steepest > STEEP)
                || (n >= 2 && intoFloor > Math.max(STEEP, GROWTH * steepest));
    }

    /** The slope from point i to the next one, were its error as given. */
    private static double slope(Curve c, int i, double nextError) {
        return Math.log(c.error(i) / nextError) / Math.log(c.size(i + 1) / c.size(i));
    }

    /** How many times in a row, at the end, a slope is larger than the one before by {@link #GROWTH}. */
    private static int growingRun(double[] slopes) {
        int run = 0;
        for (int i = slopes.length - 1; i > 0 && slopes[i - 1] > 0 && slopes[i] > GROWTH * slopes[i - 1]; i--) {
            run++;
        }
        return run;
    }

    private static SpeedEstimate infinite(Curve known, Curve resolved) {
        double steepest = Arrays.stream(resolved.localSlopes()).max().orElse(0);
        int last = Math.min(resolved.points(), known.points() - 1);
        return new SpeedEstimate(
                Double.POSITIVE_INFINITY,
                Math.max(0, steepest),
                Double.POSITIVE_INFINITY,
                known.budget(0),
                known.budget(last));
    }

    private static SpeedEstimate asymptotic(Curve c) {
        int first = 0;
        LogLogFit fit = LogLogFit.of(c);
        while (c.points() - first > ASYMPTOTIC) {
            LogLogFit rest = LogLogFit.of(c.from(first + 1));
            if (!fit.drifts() && !rest.misses(c.size(first), c.error(first))) {
                break;
            }
            first++;
            fit = rest;
        }
        double halfWidth = fit.halfWidth();
        return new SpeedEstimate(
                fit.speed(),
                fit.speed() - halfWidth,
                fit.speed() + halfWidth,
                c.budget(first),
                c.budget(c.points() - 1));
    }
}
