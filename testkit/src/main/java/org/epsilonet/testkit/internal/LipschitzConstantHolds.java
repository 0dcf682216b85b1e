package org.epsilonet.testkit.internal;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;

/** \(\|R_s(\theta) - R_s(\theta')\| \le \mathrm{Lip}_M \|\theta - \theta'\|_\infty^\beta\), also for the worst signs found. */
record LipschitzConstantHolds() implements Law {
    private static final double STEP = 0x1p-7;

    @Override
    public String check(Subject subject) {
        ParametrizedFamily family = subject.parametrized();
        SplittableRandom random = subject.random();
        Measured looseness = Measured.NOTHING;
        for (Trial trial : subject.trials()) {
            Domain domain = trial.target().domain();
            if (trial.norm().isSup() || (domain instanceof Cube && trial.budget() != 3)) {
                continue;
            }
            Approximant approximant = subject.result(trial).approximant();
            Structure structure = approximant.structure();
            double[] theta = approximant.parameters();
            double[] deltas = new double[theta.length];
            Arrays.fill(deltas, STEP);
            Perturbations perturbations = new Perturbations(structure, theta, deltas, Values.lookout(domain), random);
            for (LpNorm norm : Subject.NORMS) {
                double lipschitz =
                        family.parametrization(domain, trial.budget()).lipschitz(norm);
                double allowed = Math.pow(
                        STEP, family.parametrization(domain, trial.budget()).hoelder(norm));
                LawBroken.unless(lipschitz >= 0, "%s: the Lipschitz constant in %s is %s", trial, norm, lipschitz);
                double steepest = perturbations.furthest(approximant, domain, norm) / allowed;
                LawBroken.unless(
                        steepest <= lipschitz,
                        "%s: the realization has a slope of %s in %s, the Lipschitz constant is said to be %s",
                        trial,
                        steepest,
                        norm,
                        lipschitz);
                looseness = steepest > 0 ? looseness.and(lipschitz / steepest) : looseness;
            }
        }
        return "Lipschitz constant / steepest slope found: " + looseness;
    }
}
