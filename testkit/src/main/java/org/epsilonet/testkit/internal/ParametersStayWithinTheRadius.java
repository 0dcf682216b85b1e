package org.epsilonet.testkit.internal;

import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.ParametrizedFamily;

/** \(\theta \in [-r_M, r_M]^{k(s)}\) for every approximation that is called REACHED. */
record ParametersStayWithinTheRadius() implements Law {
    @Override
    public String check(Subject subject) {
        ParametrizedFamily family = subject.parametrized();
        double fullest = 0;
        int reached = 0;
        for (Trial trial : subject.trials()) {
            double radius = family.parametrization(trial.target().domain(), trial.budget())
                    .radius();
            LawBroken.unless(radius > 0 && radius < Double.POSITIVE_INFINITY, "%s: the radius is %s", trial, radius);
            Approximation result = subject.result(trial);
            double largest = 0;
            for (double theta : result.approximant().parameters()) {
                LawBroken.unless(Double.isFinite(theta), "%s: a parameter is %s", trial, theta);
                largest = Math.max(largest, Math.abs(theta));
            }
            if (result.outcome() == Outcome.REACHED) {
                LawBroken.unless(
                        largest <= radius,
                        "%s: a parameter has modulus %s, the radius is %s and the outcome REACHED",
                        trial,
                        largest,
                        radius);
                fullest = Math.max(fullest, largest / radius);
                reached++;
            }
        }
        return reached + " approximations reached; largest parameter " + Measured.shown(fullest) + " of the radius";
    }
}
