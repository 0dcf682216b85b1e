package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Perturbation bounds and Lipschitz constants, on samples and on formulas. */
class PerturbationBoundsTest {
    static Stream<ParametrizedFamily> families() {
        return ContractTargets.families();
    }

    /** Random and adversarial perturbations (one sign, alternating signs, one coordinate) stay below the bound. */
    @ParameterizedTest
    @MethodSource("families")
    void perturbationBoundsHold(ParametrizedFamily family) {
        Random random = new Random(20261122);
        for (Target target : ContractTargets.of(family)) {
            Approximant g = family.approximate(target, 9, LpNorm.L2).approximant();
            double[] theta = g.parameters();
            for (LpNorm norm : target instanceof Formula ? List.of(LpNorm.L2, LpNorm.SUP) : ContractTargets.NORMS) {
                PerturbationBound bound = g.structure().perturbation(theta, norm);
                assertEquals(0, bound.of(new double[theta.length]));
                for (int trial = 0; trial < 12; trial += target instanceof Formula ? 4 : 1) {
                    double[] deltas = new double[theta.length];
                    double[] changed = new double[theta.length];
                    for (int i = 0; i < deltas.length; i++) {
                        double size =
                                trial < 4 ? random.nextDouble() : trial < 8 ? 1 : i == trial % deltas.length ? 1 : 0;
                        deltas[i] = 1e-2 * size * g.structure().scale(i, norm);
                        changed[i] =
                                (trial == 4 || (trial == 5 && i % 2 == 0) || random.nextBoolean() ? 1 : -1) * deltas[i];
                    }
                    // All families are linear in their parameters.
                    double actual = size(g.structure().realize(changed), target, norm);
                    // The certificate is for exact arithmetic; evaluation and the finite reference grid add rounding.
                    assertTrue(
                            actual <= bound.of(deltas) * (1 + 1e-9),
                            family.id() + ", " + target + ", " + norm + ", trial " + trial + ": " + actual + " > "
                                    + bound.of(deltas));
                }
            }
        }
    }

    /** The norm over the samples; on the cube by Gauss-Kronrod panels (d = 1), exact for these polynomials. */
    private static double size(Approximant g, Target target, LpNorm norm) {
        if (target instanceof Samples samples) {
            return norm.of(g.on(samples.grid()));
        }
        if (target.dimension() == 1) {
            return Distances.between(Formula.of("0", x -> 0), g, norm).value();
        }
        // A grid that is fine compared with the cells: the mean over it is off by their boundaries.
        double[] values = g.on(Grid.of(256, 256));
        return norm.of(values) * (norm.isSup() ? 1 : 0.98);
    }

    /** The bound for equal deltas is attained in the supremum norm, and its Lipschitz constant is the claimed one. */
    @ParameterizedTest
    @MethodSource("families")
    void lipschitzConstantsHold(ParametrizedFamily family) {
        for (Target target : ContractTargets.of(family)) {
            Approximation a = family.approximate(target, 9, LpNorm.L2);
            double[] ones = new double[a.approximant().parameters().length];
            Arrays.fill(ones, 1);
            for (LpNorm norm : ContractTargets.NORMS) {
                double bound =
                        a.approximant().structure().perturbation(ones, norm).of(ones);
                double lipschitz = family.parametrization(target.domain(), 9).lipschitz(norm);
                assertTrue(bound <= lipschitz * (1 + 1e-9), family.id() + " " + target + " " + norm + ": " + bound);
            }
        }
    }
}
