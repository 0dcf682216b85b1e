package org.epsilonet.testkit.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/** Zero, constants and data of size 2^-1000 give finite results, and REACHED ones are not worse than a few times zero. */
record ConstantsAndTinyDataAreApproximated() implements Law {
    private static final double[] SIZES = {0, 1, -1, 0.3, 0x1p-40, 1e-300, 0x1p-1000, Double.MIN_VALUE};

    @Override
    public String check(Subject subject) {
        int trials = 0;
        for (Samples samples : subject.data()) {
            for (double size : SIZES) {
                double[] constant = new double[samples.size()];
                Arrays.fill(constant, size);
                double[] scaled = samples.values();
                for (int i = 0; i < scaled.length; i++) {
                    scaled[i] *= size;
                }
                for (double[] values : new double[][] {constant, scaled}) {
                    for (LpNorm norm : Subject.MAIN_NORMS) {
                        sensible(subject, new Trial(samples.withValues(values), 7, norm), size);
                        trials++;
                    }
                }
            }
        }
        return trials + " approximations of data of sizes 0 to 1";
    }

    private static void sensible(Subject subject, Trial trial, double size) {
        Approximation result = trial.run(subject.family());
        double error = result.distance().value();
        for (double theta : result.approximant().parameters()) {
            LawBroken.unless(Double.isFinite(theta), "%s, data of size %s: a parameter is %s", trial, size, theta);
        }
        // Near the smallest doubles every operation may lose a unit of MIN_VALUE.
        double most = 4 * Math.abs(size) + 1e6 * Double.MIN_VALUE;
        LawBroken.unless(
                result.outcome() != Outcome.REACHED || error <= most,
                "%s: data of size %s, REACHED with error %s",
                trial,
                size,
                error);
    }
}
