package org.epsilonet.comparator;

import java.util.Arrays;
import java.util.Locale;
import org.epsilonet.comparator.internal.AsymptoticRange;
import org.epsilonet.comparator.internal.Curve;
import org.epsilonet.comparator.internal.SpeedFit;

/**
 * Speeds from finitely many budgets. A speed is a statement about \(M \to \infty\); what is measured is the exponent of a
 * curve through \(\ln\) error against \(\ln M\), over the part that looks asymptotic:
 * <ol>
 *   <li>budgets from the first one on whose error is rounding (below the floor, or stagnating a little above it) are left
 *       aside;
 *   <li>if the local slopes keep growing with the budget (by the cube root of it, about: by a quarter when it doubles), three
 *       times in a row and beyond 6 (the order of the smoothest splines), or once and down to the floor, or one on the way
 *       to the floor is beyond 12, the decay is faster than every power: +∞;
 *   <li>otherwise leading budgets are dropped, down to four points, while later ones predict them badly;
 *   <li>on the rest the model family \(CM^{-\gamma}(\ln M)^b(1+DM^{-\rho})e^{\xi}\) is profiled: the interval holds the
 *       exponents of all members that fit about as well as the best, the estimate is that of the simplest.
 * </ol>
 *
 * <p>Kind of answer: an estimate. By simulation of that family, with autoregressive \(\xi\), 9 to 14 budgets, the interval
 * holds \(\gamma\) in at least 90 % of the runs of every cell ({@code docs/speeds.md} states the cells and the worst one).
 * With fewer budgets the same method gives wider intervals, below six it takes a pure power for granted; nothing was proved
 * there.
 *
 * @see "docs/theory.md, A2"
 */
public final class SpeedEstimator {
    /** Of an exponential the slope grows like \(M\), of \(e^{-\sqrt M}\) like its root; here like the cube root, about. */
    private static final double GROWTH = 0.322;

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
        int run = growingRun(resolved);
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
                || (n >= 2 && intoFloor > Math.max(STEEP, 1.25 * steepest));
    }

    /** The slope from point i to the next one, were its error as given. */
    private static double slope(Curve c, int i, double nextError) {
        return Math.log(c.error(i) / nextError) / Math.log(c.size(i + 1) / c.size(i));
    }

    /** How many times in a row, at the end, the slope grows by at least the power {@link #GROWTH} of the size. */
    private static int growingRun(Curve c) {
        double[] slopes = c.localSlopes();
        int run = 0;
        for (int i = slopes.length - 1; i > 0 && slopes[i - 1] > 0 && slopes[i] > grown(slopes[i - 1], c, i); i--) {
            run++;
        }
        return run;
    }

    /** What a slope before point i has to become after it: between the geometric means of its neighbours. */
    private static double grown(double slope, Curve c, int i) {
        return slope * Math.pow(c.size(i + 1) / c.size(i - 1), GROWTH / 2);
    }

    private static SpeedEstimate infinite(Curve known, Curve resolved) {
        double steepest = Arrays.stream(resolved.localSlopes()).max().orElse(0);
        int last = Math.min(resolved.points(), known.points() - 1);
        return new SpeedEstimate(
                Double.POSITIVE_INFINITY,
                Math.max(0, steepest),
                Double.POSITIVE_INFINITY,
                known.budget(0),
                known.budget(last),
                new SpeedModel(
                        SpeedModel.Shape.EXPONENTIAL,
                        0,
                        String.format(
                                Locale.ROOT,
                                "no power: the slope grows from budget to budget, up to %.1f, or the error reaches"
                                        + " rounding at once",
                                Math.max(0, steepest))),
                SpeedEstimate.Interval.CONFIDENCE);
    }

    private static SpeedEstimate asymptotic(Curve c) {
        int first = AsymptoticRange.first(c);
        SpeedFit fit = SpeedFit.of(c.from(first));
        return new SpeedEstimate(
                fit.speed(),
                fit.low(),
                fit.high(),
                c.budget(first),
                c.budget(c.points() - 1),
                fit.model(),
                SpeedEstimate.Interval.CONFIDENCE);
    }
}
