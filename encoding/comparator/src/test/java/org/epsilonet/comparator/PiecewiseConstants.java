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
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** Piecewise constants on M equal cells: one mean per cell. A claim can be given that is not true of it. */
public record PiecewiseConstants(String id, EncodabilityClaim claim, double radius) implements ParametrizedFamily {
    static final EncodabilityClaim ENCODABLE = EncodabilityClaim.of(
            Growth.ZERO, Growth.LINEAR, Growth.CONSTANT, Growth.CONSTANT, "one structure, Lipschitz constant 1");

    private static final int POINTS_PER_CELL = 64;

    public static PiecewiseConstants family() {
        return new PiecewiseConstants("test.constants", ENCODABLE, 8);
    }

    @Override
    public String title() {
        return "Piecewise constants";
    }

    @Override
    public String parameterMeaning() {
        return "number of cells";
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
        double[] means = new double[budget];
        if (target instanceof Formula formula) {
            double[] values = formula.sampledOn(budget * POINTS_PER_CELL).values();
            for (int i = 0; i < values.length; i++) {
                means[i / POINTS_PER_CELL] += values[i] / POINTS_PER_CELL;
            }
        } else {
            Samples samples = (Samples) target;
            int[] counts = new int[budget];
            for (int i = 0; i < samples.size(); i++) {
                int cell = (int) ((i + 0.5) / samples.size() * budget);
                means[cell] += samples.value(i);
                counts[cell]++;
            }
            Arrays.setAll(means, c -> counts[c] == 0 ? 0 : means[c] / counts[c]);
        }
        Approximant approximant = new Cells(budget).realize(means);
        return Approximation.reached(approximant, Distances.between(target, approximant, norm));
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return claim;
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return smoothness instanceof Smoothness.BoundedVariation && norm.equals(LpNorm.L2)
                ? Optional.of(CitedSpeed.of(0.5, "DeVore 1998"))
                : Optional.empty();
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
                return radius;
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return 1;
            }

            @Override
            public Structure read(SymbolSource source) {
                return new Cells(budget);
            }
        };
    }

    private record Cells(int size) implements Structure {
        @Override
        public Approximant realize(double[] parameters) {
            double[] means = parameters.clone();
            return new Approximant() {
                @Override
                public Structure structure() {
                    return Cells.this;
                }

                @Override
                public double[] parameters() {
                    return means.clone();
                }

                @Override
                public int dimension() {
                    return 1;
                }

                @Override
                public double at(double... x) {
                    return means[Math.min(size - 1, (int) (x[0] * size))];
                }

                @Override
                public double[] breakpoints() {
                    double[] ends = new double[size - 1];
                    Arrays.setAll(ends, i -> (i + 1.0) / size);
                    return ends;
                }
            };
        }

        @Override
        public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
            double[] weights = new double[size];
            Arrays.fill(weights, norm.equals(LpNorm.L2) ? Math.nextUp(Math.sqrt(1.0 / size)) : 1);
            return norm.equals(LpNorm.L2)
                    ? PerturbationBound.rootSumOfSquares(weights, 1)
                    : PerturbationBound.largest(weights);
        }

        @Override
        public void write(SymbolSink sink) {
            // One structure per budget: nothing to say.
        }
    }
}
