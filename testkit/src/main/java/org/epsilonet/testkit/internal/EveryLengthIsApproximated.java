package org.epsilonet.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/** Any number of samples works, from one on, odd or even, with budgets below, at and beyond it; the shape is kept. */
record EveryLengthIsApproximated() implements Law {
    @Override
    public String check(Subject subject) {
        List<Grid> grids = grids(subject);
        if (grids.isEmpty()) {
            throw new NotApplicable("the family approximates no data");
        }
        for (Grid grid : grids) {
            int n = grid.points();
            Samples samples = Subject.jump(grid.dimension()).sampledOn(grid.shape());
            for (int budget : n <= 33 ? new int[] {1, 3, n, 2 * n} : new int[] {3 + n % 14}) {
                finite(subject, new Trial(samples, budget, LpNorm.L2));
                if (n < 10) {
                    finite(subject, new Trial(samples, budget, LpNorm.SUP));
                }
            }
        }
        return grids.size() + " grids from " + grids.get(0) + " to " + grids.get(grids.size() - 1);
    }

    private static void finite(Subject subject, Trial trial) {
        Grid grid = (Grid) trial.target().domain();
        Approximation result = trial.run(subject.family());
        double[] values = result.approximant().on(grid);
        LawBroken.unless(
                values.length == grid.points(), "%s: %d values for %d points", trial, values.length, grid.points());
        for (double value : values) {
            LawBroken.unless(Double.isFinite(value), "%s: a value is %s", trial, value);
        }
    }

    private static List<Grid> grids(Subject subject) {
        List<Grid> grids = new ArrayList<>();
        for (int d : subject.dimensions()) {
            if (d == 1) {
                for (int n = 1; n <= 257; n++) {
                    grids.add(Grid.of(n));
                }
                grids.add(Grid.of(1000));
            } else {
                int[][] sides = {{1, 1}, {1, 7}, {7, 1}, {2, 2}, {3, 5}, {4, 11}, {13, 6}, {16, 16}, {17, 9}, {31, 1}};
                for (int[] side : sides) {
                    grids.add(Grid.of(Subject.shape(d, side[0], side[1])));
                }
            }
        }
        return grids.stream().filter(subject.family()::supports).toList();
    }
}
