package org.epsilonet.testkit.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Grid;

/**
 * The cube is closed: at a corner and in the middle of a face an approximant has the value that it has just inside. One
 * that is continued periodically, or by zero, has another.
 */
record BoundaryValuesContinueTheInside() implements Law {
    /** A function may be as steep as its largest value over one unit in the last place of 1, a few thousand times. */
    private static final double STEEP = 1e-6;

    @Override
    public String check(Subject subject) {
        double worst = 0;
        int points = 0;
        for (Trial trial : subject.trials()) {
            Approximant g = subject.result(trial).approximant();
            Grid grid = Values.lookout(trial.target().domain());
            double size = Values.largest(g.on(grid));
            for (double middle : new double[] {0, 0.5, 1}) {
                for (double end : new double[] {0, 1}) {
                    worst = Math.max(worst, compare(trial, g, middle, end, size));
                    points++;
                }
            }
        }
        return points + " points of the boundary; the values just inside differ by at most " + Measured.shown(worst);
    }

    private static double compare(Trial trial, Approximant g, double middle, double end, double size) {
        double[] on = new double[g.dimension()];
        Arrays.fill(on, middle);
        on[0] = end;
        double[] inside = Arrays.stream(on)
                .map(t -> Math.max(Double.MIN_NORMAL, Math.min(Math.nextDown(1.0), t)))
                .toArray();
        double value = g.at(on);
        double gap = Math.abs(value - g.at(inside));
        LawBroken.unless(
                gap <= STEEP * (1 + size),
                "%s: at %s of the boundary its value is %s, just inside it differs by %s",
                trial,
                Arrays.toString(on),
                value,
                gap);
        return gap;
    }
}
