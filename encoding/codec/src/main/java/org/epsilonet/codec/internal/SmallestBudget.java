package org.epsilonet.codec.internal;

import java.util.function.IntToDoubleFunction;

/**
 * Searches about the smallest budget whose error meets a bound: doubling and halving from a guess, then bisection.
 *
 * <p>Where each error takes long to find, the power law \(e \sim M^{-s}\) through the last two errors says how far to go, and
 * where within a bracket.
 */
final class SmallestBudget {
    /** The smallest budget is searched to this factor. */
    private static final double PRECISION = 1.1;
    /** A power law is trusted so far. */
    private static final double FARTHEST = 16;
    /** Errors that fall more slowly follow no law yet. */
    private static final double FLATTEST = 0.1;
    /** Where power laws do not hold the bracket is halved after so many of them. */
    private static final int MOST_INTERPOLATIONS = 3;

    private final int largest;
    private final double bound;
    private final IntToDoubleFunction error;
    private final boolean followsPowerLaw;
    private int missed;
    private double missedError = Double.POSITIVE_INFINITY;
    private int reached;
    private double reachedError;

    /**
     * @param largest the largest budget
     * @param bound the error allowed
     * @param error of a budget
     * @param followsPowerLaw whether to follow the power law
     */
    SmallestBudget(int largest, double bound, IntToDoubleFunction error, boolean followsPowerLaw) {
        this.largest = largest;
        this.bound = bound;
        this.error = error;
        this.followsPowerLaw = followsPowerLaw;
    }

    /**
     * Searches.
     *
     * @param guess where to start
     * @return a budget that meets the bound; 0 if the largest does not
     */
    int from(int guess) {
        if (!tried(guess)) {
            double slope = 0;
            do {
                if (missed == largest) {
                    return 0;
                }
                int before = missed;
                double errorBefore = missedError;
                tried(beyond(slope));
                slope = Math.log(errorBefore / missedError) / Math.log((double) missed / before);
            } while (reached == 0);
        }
        while (reached > 1 && missed == 0) {
            tried(reached / 2);
        }
        for (int n = 0; reached - missed > 1 && reached > PRECISION * missed; n++) {
            tried(followsPowerLaw && n < MOST_INTERPOLATIONS ? interpolated() : missed + (reached - missed) / 2);
        }
        return reached;
    }

    private boolean tried(int budget) {
        double e = error.applyAsDouble(budget);
        boolean meets = e <= bound;
        if (meets) {
            reached = budget;
            reachedError = e;
        } else {
            missed = budget;
            missedError = e;
        }
        return meets;
    }

    /** Twice the budget that missed, or as far beyond as a law of this slope says and a little more. */
    private int beyond(double slope) {
        double law = Math.sqrt(PRECISION) * Math.pow(missedError / bound, 1 / slope);
        double factor = followsPowerLaw && slope > FLATTEST ? Math.max(2, Math.min(FARTHEST, law)) : 2;
        return (int) Math.min(largest, Math.ceil(factor * missed));
    }

    /** Where the power law meets the bound, and a little more; a little less than what is reached if that is as near. */
    private int interpolated() {
        double share = Math.log(missedError / bound) / Math.log(missedError / reachedError);
        double law = missed * Math.pow((double) reached / missed, share) * Math.sqrt(PRECISION);
        double next = law * Math.sqrt(Math.sqrt(PRECISION)) < reached ? law : reached / PRECISION;
        return (int) Math.max(missed + 1.0, Math.min(reached - 1.0, Math.ceil(next)));
    }
}
