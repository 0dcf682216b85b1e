package org.epsilonet.testkit.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * Data up to the largest doubles get an answer: no distance that is not a number, and REACHED only with finite parameters
 * within the radius. Beyond the radius NOT_REACHED is the right answer; a refusal as an {@link IllegalArgumentException} is
 * one, too, where arithmetic would overflow. (The encoder normalizes before it asks.)
 */
record HugeDataAreAnswered() implements Law {
    private static final double[] SIZES = {2, 1e6, 1e100, 1e154, 1e300, Double.MAX_VALUE};

    /** Squares of these overflow. */
    private static final double OVERFLOWING = 1e154;

    @Override
    public String check(Subject subject) {
        int reached = 0;
        int refused = 0;
        int trials = 0;
        for (Samples samples : subject.data()) {
            for (double size : SIZES) {
                double[] constant = new double[samples.size()];
                Arrays.fill(constant, -size);
                double[] scaled = samples.values();
                for (int i = 0; i < scaled.length; i++) {
                    scaled[i] *= size;
                }
                for (double[] values : new double[][] {constant, scaled}) {
                    for (LpNorm norm : Subject.MAIN_NORMS) {
                        Trial trial = new Trial(samples.withValues(values), 7, norm);
                        try {
                            reached += answered(subject, trial, size) ? 1 : 0;
                        } catch (IllegalArgumentException tooLarge) {
                            LawBroken.unless(
                                    size >= OVERFLOWING, "%s, data of size %s: refused, %s", trial, size, tooLarge);
                            refused++;
                        }
                        trials++;
                    }
                }
            }
        }
        return trials + " approximations of data of sizes 2 to " + Double.MAX_VALUE + ", " + reached + " reached, "
                + refused + " refused";
    }

    private static boolean answered(Subject subject, Trial trial, double size) {
        Approximation result = trial.run(subject.family());
        double error = result.distance().value();
        LawBroken.unless(!Double.isNaN(error), "%s, data of size %s: the distance is NaN", trial, size);
        if (result.outcome() != Outcome.REACHED) {
            return false;
        }
        double radius = subject.family() instanceof ParametrizedFamily p
                ? p.parametrization(trial.target().domain(), trial.budget()).radius()
                : Double.MAX_VALUE;
        for (double theta : result.approximant().parameters()) {
            LawBroken.unless(
                    Math.abs(theta) <= radius,
                    "%s, data of size %s: REACHED with the parameter %s, the radius is %s",
                    trial,
                    size,
                    theta,
                    radius);
        }
        return true;
    }
}
