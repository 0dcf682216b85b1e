package org.epsilonet.testkit.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;

/**
 * The approximant returned is \(R_s(\theta)\), bit for bit: what a decoder realizes is what the encoder measured. Its ways
 * of evaluation agree, and nobody can change it from outside.
 */
record ApproximantIsItsRealization() implements Law {
    /** Ways of evaluation may round differently: some thousand units in the last place of the largest value. */
    private static final double ROUNDING = 1e-12;

    @Override
    public String check(Subject subject) {
        int trials = 0;
        double worst = 0;
        for (Trial trial : subject.trials()) {
            Approximant approximant = subject.result(trial).approximant();
            Grid grid = Values.lookout(trial.target().domain());
            double[] values = approximant.on(grid);
            bitExact(trial, approximant, grid, values);
            worst = Math.max(worst, pointByPoint(trial, approximant, grid, values));
            breakpointsIncrease(trial, approximant.breakpoints());
            trials++;
        }
        return trials + " approximants are their realizations; on(grid) and at(x) differ by at most "
                + Measured.shown(worst);
    }

    private static void bitExact(Trial trial, Approximant approximant, Grid grid, double[] values) {
        Structure structure = approximant.structure();
        double[] theta = approximant.parameters();
        LawBroken.unless(
                theta.length == structure.size(),
                "%s: %d parameters for a structure of size %d",
                trial,
                theta.length,
                structure.size());
        Approximant realized = structure.realize(theta);
        Arrays.fill(theta, 1e9);
        LawBroken.unless(
                Values.same(values, approximant.on(grid)),
                "%s: parameters() hands out the inner array, changing it changes the approximant",
                trial);
        double[] again = realized.on(grid);
        LawBroken.unless(
                Values.same(values, again),
                "%s: realize(structure, parameters) differs from the approximant by up to %s",
                trial,
                Values.largest(Values.difference(values, again)));
    }

    private static double pointByPoint(Trial trial, Approximant approximant, Grid grid, double[] values) {
        double[] single = new double[values.length];
        GridPoints.forEach(grid, (i, x) -> single[i] = approximant.at(x));
        double gap = Values.largest(Values.difference(values, single));
        double allowed = ROUNDING * (1 + Values.largest(values));
        LawBroken.unless(gap <= allowed, "%s: on(grid) and at(x) differ by %s, allowed %s", trial, gap, allowed);
        if (grid.dimension() == 1) {
            double[] points = new double[values.length];
            GridPoints.forEach(grid, (i, x) -> points[i] = x[0]);
            double other = Values.largest(Values.difference(values, approximant.atIncreasing(points)));
            LawBroken.unless(other <= allowed, "%s: atIncreasing differs by %s, allowed %s", trial, other, allowed);
        }
        return gap;
    }

    private static void breakpointsIncrease(Trial trial, double[] breakpoints) {
        double previous = 0;
        for (double t : breakpoints) {
            LawBroken.unless(
                    t > previous && t < 1, "%s: breakpoint %s after %s; they increase in (0, 1)", trial, t, previous);
            previous = t;
        }
    }
}
