package org.epsilonet.comparator.adversary;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.epsilonet.api.classes.Adversary;
import org.epsilonet.api.function.Target;

/**
 * A search for a function with a large error: a quarter of the evaluations at random, the rest climbing from the best one
 * coordinate after the other, with steps that halve whenever no coordinate helps.
 */
public final class AdversarialSearch {
    private static final double FIRST_STEP = 0.25;

    private final Adversary adversary;
    private final ToDoubleFunction<Target> error;
    private final int evaluations;
    private double[] best;
    private double largest = Double.NEGATIVE_INFINITY;
    private int done;

    private AdversarialSearch(Adversary adversary, ToDoubleFunction<Target> error, int evaluations) {
        this.adversary = adversary;
        this.error = error;
        this.evaluations = evaluations;
        this.best = new double[adversary.parameters()];
    }

    /**
     * What a search found.
     *
     * @param element the function with the largest error
     * @param error its error
     */
    public record Found(Target element, double error) {}

    /**
     * Searches.
     *
     * @param adversary where
     * @param error what is to be large
     * @param evaluations how often it is asked, {@code >= 1}
     * @param seed decides the random places
     * @return the largest error found
     * @throws IllegalArgumentException if there are no evaluations
     */
    public static Found largest(Adversary adversary, ToDoubleFunction<Target> error, int evaluations, long seed) {
        if (evaluations < 1) {
            throw new IllegalArgumentException("a search needs an evaluation at least, had " + evaluations);
        }
        AdversarialSearch search = new AdversarialSearch(adversary, error, evaluations);
        search.scatter(new SplittableRandom(seed));
        search.climb();
        return new Found(adversary.element(search.best), search.largest);
    }

    private void scatter(SplittableRandom random) {
        for (int i = 0; i < Math.max(1, evaluations / 4); i++) {
            double[] at = new double[adversary.parameters()];
            for (int k = 0; k < at.length; k++) {
                at[k] = random.nextDouble();
            }
            accept(at);
        }
    }

    private void climb() {
        double step = FIRST_STEP;
        while (done < evaluations) {
            boolean improved = false;
            for (int k = 0; k < best.length; k++) {
                improved |= move(k, step) || move(k, -step);
            }
            step = improved ? step : 0.5 * step;
        }
    }

    private boolean move(int coordinate, double step) {
        double[] at = best.clone();
        at[coordinate] = Math.max(0, Math.min(1, at[coordinate] + step));
        return done < evaluations && accept(at);
    }

    private boolean accept(double[] at) {
        done++;
        double value = error.applyAsDouble(adversary.element(at));
        if (value > largest) {
            largest = value;
            best = at;
            return true;
        }
        return false;
    }
}
