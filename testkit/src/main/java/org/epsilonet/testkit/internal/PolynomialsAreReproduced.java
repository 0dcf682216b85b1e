package org.epsilonet.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * Polynomials of degree below {@link org.epsilonet.api.family.ApproximationFamily#polynomialOrder}, in each variable, are
 * reproduced on grids, up to the boundary: a boundary that is treated as if data went on periodically, or as zero, loses
 * all but constants.
 */
record PolynomialsAreReproduced() implements Law {
    /** Transforms of a few hundred samples, and polynomials of high order in a basis of moderate condition. */
    private static final double ROUNDING = 1e-8;

    private static final int HIGHEST = 12;

    @Override
    public String check(Subject subject) {
        List<String> found = new ArrayList<>();
        boolean stated = false;
        for (int d : subject.dimensions()) {
            Grid grid = d == 1 ? Grid.of(300) : Grid.of(Subject.shape(d, 40, 36));
            if (!subject.family().supports(grid)) {
                continue;
            }
            int order = subject.family().polynomialOrder(grid);
            LawBroken.unless(order >= 0, "on %s its polynomial order is said to be %d", grid, order);
            int reproduced = 0;
            while (reproduced < Math.max(order, HIGHEST) && error(subject, grid, reproduced) <= ROUNDING) {
                reproduced++;
            }
            LawBroken.unless(
                    reproduced >= order,
                    "on %s its order is said to be %d, but the polynomial of degree %d has the relative error %s with"
                            + " the budget %d",
                    grid,
                    order,
                    reproduced,
                    error(subject, grid, reproduced),
                    budget(grid));
            stated |= order > 0;
            found.add("order " + (reproduced == HIGHEST ? "at least " : "") + reproduced + " on " + grid + " where "
                    + order + " is stated");
        }
        if (!stated) {
            throw new NotApplicable(
                    "the family states no polynomial order" + (found.isEmpty() ? "" : "; found: " + found));
        }
        return String.join(", ", found);
    }

    /** Far below the number of samples, and enough for one polynomial of moderate order, cut at every scale. */
    private static int budget(Grid grid) {
        return grid.points() / 6;
    }

    private static double error(Subject subject, Grid grid, int degree) {
        Samples polynomial = PolynomialSamples.of(grid, degree);
        Approximation result = subject.family().approximate(polynomial, budget(grid), LpNorm.SUP);
        return result.outcome() == Outcome.REACHED ? result.distance().value() : Double.POSITIVE_INFINITY;
    }
}
