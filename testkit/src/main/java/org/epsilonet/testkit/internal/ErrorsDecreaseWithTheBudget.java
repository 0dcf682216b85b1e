package org.epsilonet.testkit.internal;

import java.util.List;
import java.util.function.IntFunction;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * With twice the budget the error is at most twice the best so far: near-best elements of sets that grow, nested or not.
 */
record ErrorsDecreaseWithTheBudget() implements Law {
    private static final double SLACK = 2;

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
            for (Samples samples : List.of(
                    Subject.smooth(d).sampledOn(grid.shape()),
                    Subject.jump(d).sampledOn(grid.shape()),
                    Subject.rough(grid, subject.seed()))) {
                for (LpNorm norm : Subject.MAIN_NORMS) {
                    IntFunction<Approximation> approximations = subject.family().approximations(samples, norm);
                    double best = Double.POSITIVE_INFINITY;
                    for (int m = 1; m <= subject.family().largestBudget(grid); m *= 2) {
                        Approximation result = approximations.apply(m);
                        if (result.outcome() == Outcome.REACHED) {
                            double error = result.distance().value();
                            LawBroken.unless(
                                    error <= SLACK * best + ROUNDING,
                                    "%s: the error is %s, with a smaller budget it was %s",
                                    new Trial(samples, m, norm),
                                    error,
                                    best);
                            worst = best > ROUNDING && best < 1e300 ? Math.max(worst, error / best) : worst;
                            best = Math.min(best, error);
                            budgets++;
                        }
                    }
                }
            }
        }
        return budgets + " budgets; an error is at most " + Measured.shown(worst) + " of the best with less";
    }
}
