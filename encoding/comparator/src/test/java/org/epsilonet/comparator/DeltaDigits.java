package org.epsilonet.comparator;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.comparator.entropy.DeltaCode;

/**
 * A family whose M parameters hold M bits each: the delta code of a Lipschitz function with M^2 cells, M of its bits as the
 * binary digits of every parameter. Its error is of order M^-2 and its parameters need of order M bits: h = 1.
 */
final class DeltaDigits implements ParametrizedFamily {
    @Override
    public String id() {
        return "test.delta-digits";
    }

    @Override
    public String title() {
        return "Delta code in digits";
    }

    @Override
    public String parameterMeaning() {
        return "number of parameters";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        Formula f = (Formula) target;
        boolean[] bits = DeltaCode.encode(x -> f.at(x), accuracy(budget));
        double[] theta = new double[budget];
        for (int i = 0; i < bits.length; i++) {
            theta[i / budget] += bits[i] ? Math.scalb(1.0, -1 - i % budget) : 0;
        }
        Approximant approximant = new Digits(budget).realize(theta);
        return Approximation.reached(approximant, Distances.between(target, approximant, norm));
    }

    /** A little above M^-2, so that M^2 cells fill the interval. */
    private static double accuracy(int budget) {
        return Math.nextUp(1.0 / (budget * budget));
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.ZERO, Growth.LINEAR, Growth.CONSTANT, Growth.LINEAR, "M digits, weights 2^M");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Optional.of(CitedSpeed.of(2, "delta code with M^2 cells"));
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
                return budget;
            }

            @Override
            public double radius() {
                return 1;
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return Math.scalb(1.0, budget + 2);
            }

            @Override
            public Structure read(SymbolSource source) {
                return new Digits(budget);
            }
        };
    }

    private record Digits(int size) implements Structure {
        @Override
        public Approximant realize(double[] parameters) {
            double[] theta = parameters.clone();
            boolean[] bits = new boolean[size * size - 1];
            for (int i = 0; i < bits.length; i++) {
                long digits = (long) Math.rint(Math.scalb(theta[i / size], size));
                bits[i] = (digits >> (size - 1 - i % size) & 1) == 1;
            }
            DeltaCode g = DeltaCode.decode(bits, accuracy(size));
            return new Approximant() {
                @Override
                public Structure structure() {
                    return Digits.this;
                }

                @Override
                public double[] parameters() {
                    return theta.clone();
                }

                @Override
                public int dimension() {
                    return 1;
                }

                @Override
                public double at(double... x) {
                    return g.at(x[0]);
                }

                @Override
                public double[] breakpoints() {
                    double[] knots = new double[size * size - 1];
                    Arrays.setAll(knots, i -> (i + 1.0) / (size * size));
                    return knots;
                }
            };
        }

        /** Below half of the last digit nothing changes; otherwise by no more than 2, as |g| <= 1. */
        @Override
        public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
            double[] weights = new double[size];
            Arrays.fill(weights, Math.scalb(1.0, size + 2));
            return PerturbationBound.largest(weights);
        }

        @Override
        public void write(SymbolSink sink) {
            // One structure per budget: nothing to say.
        }
    }
}
