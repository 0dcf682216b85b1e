package org.epsilonet.testkit.internal;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * With twice the budget the error is at most twice the best so far: near-best elements of sets that grow, nested or not.
 * Functions that jump are taken together, at several places: sets that are not nested may have a break at one of the
 * places by luck, and none with the next budget.
 */
record ErrorsDecreaseWithTheBudget() implements Law {
    private static final double SLACK = 2;
    private static final int PLACES = 7;

    /** Errors at the level of rounding need not decrease. */
    private static final double ROUNDING = 1e-12;

    @Override
    public String check(Subject subject) {
        double worst = 0;
        int budgets = 0;
        for (int d : subject.dimensions()) {
            Grid grid = d == 1 ? Grid.of(256) : Grid.of(Subject.shape(d, 16, 16));
            if (!subject.family().supports(grid)) {
                continue;
            }
            for (List<Samples> alike : targets(subject, grid)) {
                for (LpNorm norm : Subject.MAIN_NORMS) {
                    List<IntFunction<Approximation>> approximations = alike.stream()
                            .map(samples -> subject.family().approximations(samples, norm))
                            .toList();
                    double best = Double.POSITIVE_INFINITY;
                    for (int m = 1; m <= subject.family().largestBudget(grid); m *= 2) {
                        double error = error(approximations, m);
                        LawBroken.unless(
                                Double.isNaN(error) || error <= SLACK * best + ROUNDING,
                                "%s%s: the error is %s, with a smaller budget it was %s",
                                new Trial(alike.get(0), m, norm),
                                alike.size() == 1 ? "" : " and " + (alike.size() - 1) + " like it, in the square mean",
                                error,
                                best);
                        if (!Double.isNaN(error)) {
                            worst = best > ROUNDING && best < 1e300 ? Math.max(worst, error / best) : worst;
                            best = Math.min(best, error);
                            budgets++;
                        }
                    }
                }
            }
        }
        if (budgets == 0) {
            throw new NotApplicable("the family approximates no data");
        }
        return budgets + " budgets; an error is at most " + Measured.shown(worst) + " of the best with less";
    }

    /** The square mean of the errors, or NaN if one target is not reached. */
    private static double error(List<IntFunction<Approximation>> approximations, int budget) {
        double squares = 0;
        for (IntFunction<Approximation> approximation : approximations) {
            Approximation result = approximation.apply(budget);
            double error =
                    result.outcome() == Outcome.REACHED ? result.distance().value() : Double.NaN;
            squares += error * error;
        }
        return Math.sqrt(squares / approximations.size());
    }

    private static List<List<Samples>> targets(Subject subject, Grid grid) {
        int d = grid.dimension();
        List<Samples> jumps = d == 1
                ? IntStream.rangeClosed(1, PLACES)
                        .mapToObj(k -> jump(k * (Math.sqrt(5) - 1) / 2 % 1).sampledOn(grid.shape()))
                        .toList()
                : List.of(Subject.jump(d).sampledOn(grid.shape()));
        return List.of(
                List.of(Subject.smooth(d).sampledOn(grid.shape())),
                jumps,
                List.of(Subject.rough(grid, subject.seed())));
    }

    /** At multiples of the golden section, which fractions approximate worst. */
    private static Formula jump(double place) {
        return Formula.of("jump at " + place, x -> x < place ? 0.25 + x : -0.5, place);
    }
}
