package org.epsilonet.comparator;

/**
 * A measured speed \(\gamma\) in error \(= O(M^{-\gamma})\), or in error \(= O(R^{-\gamma})\) for \(R\) bits.
 *
 * @param estimate the speed; +∞ for decay faster than every power, NaN where the points do not tell
 * @param low lower end of the 95 % interval; for +∞ the largest slope seen between two budgets
 * @param high upper end of the interval; {@code low = 0, high = +∞} where the estimate is NaN
 * @param firstBudgetUsed the smallest budget of the asymptotic part; 0 where the estimate is NaN
 * @param lastBudgetUsed the largest budget used; 0 where the estimate is NaN
 */
public record SpeedEstimate(double estimate, double low, double high, int firstBudgetUsed, int lastBudgetUsed) {
    /** What is known from too few points: nothing. */
    public static final SpeedEstimate UNKNOWN = new SpeedEstimate(Double.NaN, 0, Double.POSITIVE_INFINITY, 0, 0);

    /** Whether there is an estimate, finite or not. */
    public boolean isKnown() {
        return !Double.isNaN(estimate);
    }

    /** Whether the decay is faster than every power. */
    public boolean isInfinite() {
        return estimate == Double.POSITIVE_INFINITY;
    }
}
