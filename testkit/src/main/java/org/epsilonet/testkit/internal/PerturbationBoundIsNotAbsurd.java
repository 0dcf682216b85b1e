package org.epsilonet.testkit.internal;

import java.util.SplittableRandom;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;

/**
 * The certified bound says something: at the worst signs found, the function moves by more than \(2^{-40}\) of it. A
 * bound that is too large by a factor \(2^b\) costs an encoder \(b\) bits per parameter until it measures, and deep
 * compositions do lose some; forty are a mistake. How loose it is, is reported.
 */
record PerturbationBoundIsNotAbsurd() implements Law {
    private static final double MOST_LOST_BITS = 40;

    @Override
    public String check(Subject subject) {
        SplittableRandom random = subject.random();
        Measured looseness = Measured.NOTHING;
        for (Trial trial : subject.trials()) {
            Domain domain = trial.target().domain();
            Approximant approximant = subject.result(trial).approximant();
            Structure structure = approximant.structure();
            if (trial.norm().isSup() || !(domain instanceof Grid grid) || structure.size() == 0) {
                continue;
            }
            for (LpNorm norm : Subject.MAIN_NORMS) {
                double[] deltas = Perturbations.scaled(structure, norm);
                double[] theta = approximant.parameters();
                PerturbationBound perturbation = structure.perturbation(theta, norm);
                double bound = perturbation.of(deltas);
                double furthest =
                        new Perturbations(structure, theta, deltas, grid, random).furthest(approximant, domain, norm);
                if (furthest > 0) {
                    LawBroken.unless(
                            bound <= furthest * Math.pow(2, MOST_LOST_BITS),
                            "%s: the bound in %s is %s, at the worst signs found the function moves by %s",
                            trial,
                            norm,
                            bound,
                            furthest);
                    looseness = looseness.and(bound / furthest);
                }
            }
        }
        return "bound / observed movement on grids: " + looseness;
    }
}
