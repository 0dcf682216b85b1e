package org.epsilonet.comparator.internal;

import java.util.List;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.SpeedEstimate;

/**
 * How far a measured curve tells of the asymptotics.
 *
 * @param measured budgets up to the last above rounding
 * @param used those of them from the first asymptotic one on
 * @param early the slope over the first half of them; NaN for fewer than three
 * @param late the slope over the second half; NaN for fewer than three
 * @param last the slope over the last three; NaN for fewer
 * @param ending where the straight line through the last four slopes from one budget to the next ends; NaN for fewer
 * @param stopped whether the errors fell and then stood still over the last three budgets
 */
public record Sweep(int measured, int used, double early, double late, double last, double ending, boolean stopped) {
    /** For fewer budgets measured the coverage of intervals is not established. */
    static final int ENOUGH = 9;

    /** From fewer asymptotic ones a pure power is taken for granted. */
    static final int ENOUGH_USED = 6;

    private static final int SLOPES = 4;

    /** Errors with smaller slopes are the same errors. */
    private static final double STILL = 1e-3;

    /** Errors fell if one was so many times as large as the last. */
    private static final double FELL = 2;

    /** A slope that closes a quarter of the gap over the budgets at hand is on its way. */
    private static final double CLOSING = 0.75;

    /** The sweep behind a speed. */
    static Sweep of(List<Point> points, SpeedEstimate speed) {
        List<Point> all = points.stream()
                .filter(p -> p.budget() <= speed.lastBudgetUsed())
                .filter(p -> p.error() > 0)
                .toList();
        List<Point> part =
                all.stream().filter(p -> p.budget() >= speed.firstBudgetUsed()).toList();
        int n = part.size();
        if (n < 3) {
            return new Sweep(all.size(), n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false);
        }
        double last = slope(part.get(n - 3), part.get(n - 1));
        return new Sweep(
                all.size(),
                n,
                slope(part.get(0), part.get((n - 1) / 2)),
                slope(part.get((n - 1) / 2), part.get(n - 1)),
                last,
                ending(part),
                isStill(part.get(n - 3), part.get(n - 2))
                        && isStill(part.get(n - 2), part.get(n - 1))
                        && all.get(0).error() > FELL * part.get(n - 1).error());
    }

    /** Least squares on the last slopes, at the last of them. */
    private static double ending(List<Point> part) {
        int n = part.size();
        if (n <= SLOPES) {
            return Double.NaN;
        }
        double sum = 0;
        double moment = 0;
        double squares = 0;
        for (int i = 0; i < SLOPES; i++) {
            double centred = i - 0.5 * (SLOPES - 1);
            double slope = slope(part.get(n - SLOPES + i - 1), part.get(n - SLOPES + i));
            sum += slope;
            moment += centred * slope;
            squares += centred * centred;
        }
        return sum / SLOPES + moment / squares * 0.5 * (SLOPES - 1);
    }

    private static boolean isStill(Point a, Point b) {
        return Math.abs(slope(a, b)) < STILL;
    }

    private static double slope(Point a, Point b) {
        return Math.log(a.error() / b.error()) / Math.log((double) b.budget() / a.budget());
    }

    /** Whether the slope moves towards a speed. */
    boolean approaches(double speed) {
        return Math.abs(late - speed) <= CLOSING * Math.abs(early - speed);
    }

    /** Whether there are budgets enough to say that a speed is missed. */
    boolean isLong() {
        return measured >= ENOUGH && used >= ENOUGH_USED;
    }
}
