package org.epsilonet.testkit.internal;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;

/**
 * \(\|R_s(\theta) - R_s(\theta')\|\) stays below the certified bound for \(|\theta_i-\theta'_i| \le \delta_i\), also for
 * signs chosen against it, and for single parameters; the bound is zero for \(\delta = 0\) and monotone.
 */
record PerturbationBoundHolds() implements Law {
    private static final int MOST_SINGLE = 16;

    @Override
    public String check(Subject subject) {
        SplittableRandom random = subject.random();
        Measured looseness = Measured.NOTHING;
        for (Trial trial : subject.trials()) {
            // Quadrature of every norm on the cube costs the most; one budget there is enough.
            boolean cube = trial.target().domain() instanceof Cube;
            if (trial.norm().isSup() || (cube && trial.budget() != 3)) {
                continue;
            }
            Approximant approximant = subject.result(trial).approximant();
            for (LpNorm norm : Subject.NORMS) {
                Trial inNorm = new Trial(trial.target(), trial.budget(), norm);
                looseness =
                        holds(inNorm, approximant, deltas(approximant.structure(), norm, random), random, looseness);
            }
        }
        return "bound / observed movement, at the worst signs found: " + looseness;
    }

    private static Measured holds(
            Trial trial, Approximant approximant, double[] deltas, SplittableRandom random, Measured looseness) {
        Structure structure = approximant.structure();
        if (structure.size() == 0) {
            return looseness;
        }
        double[] theta = approximant.parameters();
        PerturbationBound perturbation = structure.perturbation(theta, trial.norm());
        double bound = monotone(trial, perturbation, deltas);
        Domain domain = trial.target().domain();
        double furthest = new Perturbations(structure, theta, deltas, Values.lookout(domain), random)
                .furthest(approximant, domain, trial.norm());
        LawBroken.unless(
                furthest <= bound,
                "%s: parameters moved by at most %s move the function by %s, the certified bound is %s",
                trial,
                Values.largest(deltas),
                furthest,
                bound);
        oneByOne(trial, approximant, perturbation, deltas);
        return furthest > 0 ? looseness.and(bound / furthest) : looseness;
    }

    /** Each of the first parameters alone, on grids, where the norm of the movement is exact. */
    private static void oneByOne(Trial trial, Approximant g, PerturbationBound perturbation, double[] deltas) {
        Domain domain = trial.target().domain();
        if (domain instanceof Cube) {
            return;
        }
        double[] theta = g.parameters();
        for (int i = 0; i < Math.min(MOST_SINGLE, theta.length); i++) {
            double[] alone = new double[theta.length];
            alone[i] = deltas[i];
            double[] moved = theta.clone();
            moved[i] -= deltas[i];
            double seen = Movement.between(g, g.structure().realize(moved), domain, trial.norm());
            double bound = perturbation.of(alone);
            LawBroken.unless(
                    seen <= bound,
                    "%s: parameter %d alone, moved by %s, moves the function by %s, the certified bound is %s",
                    trial,
                    i,
                    deltas[i],
                    seen,
                    bound);
        }
    }

    private static double monotone(Trial trial, PerturbationBound perturbation, double[] deltas) {
        double atZero = perturbation.of(new double[deltas.length]);
        LawBroken.unless(atZero == 0, "%s: the bound for no perturbation is %s", trial, atZero);
        double bound = perturbation.of(deltas);
        double twice = perturbation.of(Arrays.stream(deltas).map(x -> 2 * x).toArray());
        LawBroken.unless(
                bound >= 0 && twice >= bound,
                "%s: the bound is %s, for twice the perturbation %s",
                trial,
                bound,
                twice);
        return bound;
    }

    /** As a quantizer would move the parameters, some of them not at all. */
    private static double[] deltas(Structure structure, LpNorm norm, SplittableRandom random) {
        double[] deltas = Perturbations.scaled(structure, norm);
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = random.nextInt(8) == 0 ? 0 : deltas[i];
        }
        return deltas;
    }
}
