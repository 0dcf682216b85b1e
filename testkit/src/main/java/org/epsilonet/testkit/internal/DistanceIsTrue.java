package org.epsilonet.testkit.internal;

import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Samples;

/**
 * The distance returned is the one between target and approximant, in the norm asked for, and so is the one foretold but for
 * rounding; and what is called REACHED is not far worse than the zero function.
 */
record DistanceIsTrue() implements Law {
    /** On data two orders of summation may differ by a few units in the last place. */
    private static final double ROUNDING = 1e-9;

    /** What transforms and sums of the given samples round away of a distance foretold, as a part of the function's size. */
    private static final double FORETOLD = 1e-12;

    /** Two quadratures of one integrand, beyond their own estimates. */
    private static final double QUADRATURE = 0.01;

    /** How far "near-best" may be from the zero function, which nearly every family contains. */
    private static final double NEAR_BEST = 4;

    @Override
    public String check(Subject subject) {
        int trials = 0;
        for (Trial trial : subject.trials()) {
            // Quadrature costs the most; one budget is enough.
            if (trial.target() instanceof Formula && trial.budget() != 3) {
                continue;
            }
            Approximation result = subject.result(trial);
            Distance said = result.distance();
            LawBroken.unless(said.norm().equals(trial.norm()), "%s: the distance is in %s", trial, said.norm());
            Distance measured = Distances.between(trial.target(), result.approximant(), trial.norm());
            boolean upperBound = said.kind() == Distance.Kind.CERTIFIED;
            double gap = upperBound ? measured.value() - said.value() : Math.abs(measured.value() - said.value());
            double allowed = allowed(trial, said, measured);
            LawBroken.unless(
                    gap <= allowed || said.value() == measured.value(),
                    "%s: the distance is said to be %s (%s), measured %s",
                    trial,
                    said.value(),
                    said.kind(),
                    measured.value());
            double size = sizeOf(trial);
            double foretold = result.foretoldDistance();
            LawBroken.unless(
                    Math.abs(foretold - said.value()) <= ROUNDING * said.value() + FORETOLD * size,
                    "%s: the distance foretold is %s, said to be %s",
                    trial,
                    foretold,
                    said.value());
            if (result.outcome() == Outcome.REACHED) {
                LawBroken.unless(
                        measured.value() <= NEAR_BEST * size + ROUNDING,
                        "%s: REACHED with the distance %s, the zero function has %s",
                        trial,
                        measured.value(),
                        size);
            }
            trials++;
        }
        return trials + " distances measured again";
    }

    private static double allowed(Trial trial, Distance said, Distance measured) {
        if (trial.target() instanceof Samples) {
            return ROUNDING * measured.value() + 1e-14;
        }
        return said.uncertainty() + measured.uncertainty() + QUADRATURE * measured.value() + ROUNDING;
    }

    private static double sizeOf(Trial trial) {
        Samples samples = trial.target() instanceof Formula formula
                ? formula.sampledOn(Values.lookout(formula.domain()).shape())
                : (Samples) trial.target();
        return trial.norm().of(samples.values());
    }
}
