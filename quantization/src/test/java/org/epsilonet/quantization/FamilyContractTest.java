package org.epsilonet.quantization;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.SymbolSource;
import org.junit.jupiter.api.Test;

class FamilyContractTest {
    private static final Samples TARGET = Samples.of("data", 1, 2, 3);

    /** Answers with the parameters it was built with; claims three parameters in [-1, 1]. */
    private record Claims(Approximation.Outcome outcome, double... parameters) implements ParametrizedFamily {
        @Override
        public String id() {
            return "test.claims";
        }

        @Override
        public String title() {
            return "claims";
        }

        @Override
        public String parameterMeaning() {
            return "nothing";
        }

        @Override
        public Set<Integer> dimensions() {
            return Set.of(1);
        }

        @Override
        public ApproximationKind kind() {
            return ApproximationKind.LINEAR;
        }

        @Override
        public Approximation approximate(Target target, int budget, LpNorm norm) {
            double[] ones = new double[parameters.length];
            Arrays.fill(ones, 1);
            return new Approximation(
                    LinearStructure.of(ones).realize(parameters), Distance.measured(0.5, norm), outcome);
        }

        @Override
        public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
            return Optional.empty();
        }

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            return new Parametrization() {
                @Override
                public double log2Structures() {
                    return 0;
                }

                @Override
                public int size() {
                    return 3;
                }

                @Override
                public double radius() {
                    return 1;
                }

                @Override
                public double lipschitz(LpNorm norm) {
                    return 1;
                }

                @Override
                public Structure read(SymbolSource source) {
                    return LinearStructure.of(1, 1, 1);
                }
            };
        }
    }

    private static Approximation checked(LpNorm answered, Claims family) {
        Approximation a = family.approximate(TARGET, 3, answered);
        return FamilyContract.checked(family, TARGET, 3, LpNorm.L2, a);
    }

    private static void assertBlamed(String why, LpNorm answered, Claims family) {
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> checked(answered, family));
        assertTrue(e.toString().contains("test.claims") && e.toString().contains(why), e.toString());
    }

    @Test
    void anHonestAnswerPasses() {
        Claims honest = new Claims(Approximation.Outcome.REACHED, 1, -1, 0);
        Approximation a = honest.approximate(TARGET, 3, LpNorm.L2);
        assertSame(a, FamilyContract.checked(honest, TARGET, 3, LpNorm.L2, a));
    }

    @Test
    void brokenPromisesAreBlamedOnTheFamily() {
        Approximation.Outcome reached = Approximation.Outcome.REACHED;
        assertBlamed("4 parameters", LpNorm.L2, new Claims(reached, 1, 1, 1, 1));
        assertBlamed("parameter 1 is 1.5", LpNorm.L2, new Claims(reached, 0, 1.5));
        assertBlamed("parameter 0 is NaN", LpNorm.L2, new Claims(reached, Double.NaN));
        assertBlamed("l2", LpNorm.SUP, new Claims(reached, 1));
    }

    @Test
    void whatWasNotReachedMayLeaveTheRadiusButMustBeFinite() {
        Approximation.Outcome missed = Approximation.Outcome.NOT_REACHED;
        checked(LpNorm.L2, new Claims(missed, 1.5));
        assertBlamed("Infinity", LpNorm.L2, new Claims(missed, Double.POSITIVE_INFINITY));
    }
}
