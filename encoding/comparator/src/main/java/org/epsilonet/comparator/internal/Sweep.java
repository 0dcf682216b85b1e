package org.epsilonet.comparator.internal;

import java.util.List;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.SpeedEstimate;

/**
 * How far a measured curve tells of the asymptotics.
 *
 * @param used budgets from the first asymptotic one to the last above rounding
 * @param early the slope over the first half of them; NaN for fewer than three
 * @param late the slope over the second half; NaN for fewer than three
 * @param last the slope over the last three; NaN for fewer
 * @param lastLow the lesser of the last two slopes from one budget to the next; NaN for fewer than three
 * @param lastHigh the greater of them
 */
public record Sweep(int used, double early, double late, double last, double lastLow, double lastHigh) {
    /** For fewer budgets the coverage of intervals is not established. */
    static final int ENOUGH = 9;

    /** A slope that closes a quarter of the gap over the budgets at hand is on its way. */
    private static final double CLOSING = 0.75;

    /** The sweep behind a speed. */
    static Sweep of(List<Point> points, SpeedEstimate speed) {
        List<Point> part = points.stream()
                .filter(p -> p.budget() >= speed.firstBudgetUsed() && p.budget() <= speed.lastBudgetUsed())
                .filter(p -> p.error() > 0)
                .toList();
        int n = part.size();
        if (n < 3) {
            return new Sweep(n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double before = slope(part.get(n - 3), part.get(n - 2));
        double after = slope(part.get(n - 2), part.get(n - 1));
        return new Sweep(
                n,
                slope(part.get(0), part.get((n - 1) / 2)),
                slope(part.get((n - 1) / 2), part.get(n - 1)),
                slope(part.get(n - 3), part.get(n - 1)),
                Math.min(before, after),
                Math.max(before, after));
    }

    private static double slope(Point a, Point b) {
        return Math.log(a.error() / b.error()) / Math.log((double) b.budget() / a.budget());
    }

    /** Whether the slope moves towards a speed. */
    boolean approaches(double speed) {
        return Math.abs(late - speed) <= CLOSING * Math.abs(early - speed);
    }

    /** Whether the last two slopes lie on both sides of a speed: too uneven to miss it. */
    boolean straddles(double speed) {
        return lastLow <= speed && speed <= lastHigh;
    }
}
