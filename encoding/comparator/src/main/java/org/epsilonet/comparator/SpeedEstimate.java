package org.epsilonet.comparator;

/**
 * A measured speed \(\gamma\) in error \(= O(M^{-\gamma})\), or in error \(= O(R^{-\gamma})\) for \(R\) bits.
 *
 * @param estimate the speed; +∞ for decay faster than every power, NaN where the points do not tell
 * @param low lower end of the 95 % interval; for +∞ the largest slope seen between two budgets
 * @param high upper end of the interval; {@code low = 0, high = +∞} where the estimate is NaN
 * @param firstBudgetUsed the smallest budget of the asymptotic part; 0 where the estimate is NaN
 * @param lastBudgetUsed the largest budget used; 0 where the estimate is NaN
 * @param model the curve it belongs to, and why that one
 * @param interval what the interval is
 */
public record SpeedEstimate(
        double estimate,
        double low,
        double high,
        int firstBudgetUsed,
        int lastBudgetUsed,
        SpeedModel model,
        Interval interval) {
    /** What is known from too few points: nothing. */
    public static final SpeedEstimate UNKNOWN = new SpeedEstimate(Double.NaN, 0, Double.POSITIVE_INFINITY, 0, 0);

    /** What an interval says. */
    public enum Interval {
        /**
         * Errors that contain chance (random instances, a training run): the interval covers the exponent of the model
         * family in 95 of 100 draws, about; see {@link SpeedEstimator}.
         */
        CONFIDENCE("95 % interval"),
        /** Deterministic errors: the exponents of all curves that fit about as well as the best one. */
        FIT("fit interval");

        private final String title;

        Interval(String title) {
            this.title = title;
        }

        /** The name in a report. */
        public String title() {
            return title;
        }
    }

    /** A speed of no particular curve, with a confidence interval. */
    public SpeedEstimate(double estimate, double low, double high, int firstBudgetUsed, int lastBudgetUsed) {
        this(estimate, low, high, firstBudgetUsed, lastBudgetUsed, SpeedModel.UNKNOWN, Interval.CONFIDENCE);
    }

    /** The same of a deterministic sweep: its interval is a fit interval. */
    public SpeedEstimate ofDeterministicSweep() {
        return new SpeedEstimate(estimate, low, high, firstBudgetUsed, lastBudgetUsed, model, Interval.FIT);
    }

    /** Whether there is an estimate, finite or not. */
    public boolean isKnown() {
        return !Double.isNaN(estimate);
    }

    /** Whether the decay is faster than every power. */
    public boolean isInfinite() {
        return estimate == Double.POSITIVE_INFINITY;
    }
}
