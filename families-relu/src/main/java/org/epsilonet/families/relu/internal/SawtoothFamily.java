package org.epsilonet.families.relu.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Networks of depth \(M+1\) and width \(2d+1\) that sum \(M\) sawtooth functions of each of \(d\) variables; see the
 * package.
 *
 * <p>As functions of all their weights, networks of depth proportional to \(M\) are not known to be ∞-encodable (bits per
 * weight grow like \(M\)); here all weights but the coefficients of the series are structure.
 *
 * <p>The sums are dense in few classes. An approximation is {@link Outcome#REACHED} if its error is within the tail of a
 * series with coefficients \(|c_s| \le 2^{1-s}\) times the range of the target: \(2^{1-M}(\max f - \min f)\). The range
 * of a sum over the axes is the sum of the ranges, and so is the tail: a target that is no such sum is not
 * reached from some M on.
 */
public final class SawtoothFamily implements ParametrizedFamily {
    /** The id of the family. */
    public static final String ID = "relu.sawtooth";

    private static final int DEEPEST = 50;
    private static final double RADIUS = 8;

    /** Errors below this fraction of the largest value are rounding. */
    private static final double ROUNDING = 0x1p-46;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "deep ReLU networks on the sawtooth system";
    }

    @Override
    public String parameterMeaning() {
        return "number of compositions (depth less one); the parameters are the 1 + d(M + 1) coefficients of the series,"
                + " all other weights are fixed";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1, 2, 3);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.LINEAR;
    }

    /** On a grid sawtooth functions with more teeth than points, along the shortest axis, look like coarser ones. */
    @Override
    public int largestBudget(Domain domain) {
        if (domain instanceof Grid grid) {
            int shortest = Arrays.stream(grid.shape()).min().orElseThrow();
            return Math.max(1, 31 - Integer.numberOfLeadingZeros(shortest));
        }
        return DEEPEST;
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        SawtoothStructure largest = structure(target.domain(), Integer.MAX_VALUE);
        SawtoothFit fit = new SawtoothFit(target, norm, largest.compositions());
        return budget -> {
            SawtoothStructure structure = structure(target.domain(), budget);
            double[] coefficients = fit.coefficients(structure.compositions());
            Approximant approximant = structure.realize(coefficients);
            Distance distance = Distances.between(target, approximant, norm);
            double tail = Math.scalb(fit.range(), 1 - structure.compositions()) + ROUNDING * fit.magnitude();
            boolean reached = distance.value() <= tail && LpNorm.SUP.of(coefficients) <= RADIUS;
            return new Approximation(approximant, distance, reached ? Outcome.REACHED : Outcome.NOT_REACHED);
        };
    }

    private SawtoothStructure structure(Domain domain, int budget) {
        int d = domain.dimension();
        if (!dimensions().contains(d) || budget < 1) {
            throw new IllegalArgumentException(
                    "needs dimension 1 to 3 and a budget >= 1, were " + d + " and " + budget);
        }
        return new SawtoothStructure(d, Math.min(budget, largestBudget(domain)), domain instanceof Grid);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        SawtoothStructure structure = structure(domain, budget);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return 0;
            }

            @Override
            public int size() {
                return structure.size();
            }

            @Override
            public double radius() {
                return RADIUS;
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return structure.lipschitz(norm);
            }

            @Override
            public Optional<StructureNumbering> numbering() {
                return Optional.of(StructureNumbering.only(structure));
            }

            @Override
            public Structure read(SymbolSource source) {
                return structure;
            }
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.ZERO,
                Growth.LINEAR,
                Growth.CONSTANT,
                Growth.LOG,
                "one structure; bounded coefficients of functions bounded by 1. As functions of all weights, networks of"
                        + " depth M would need of order M bits per weight");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        if (smoothness instanceof Smoothness.Singleton single && single.dimension() == 1) {
            return switch (single.function()) {
                case "takagi" ->
                    Optional.of(CitedSpeed.of(
                            Double.POSITIVE_INFINITY,
                            "error (2/3) 2^-M: Daubechies, DeVore, Foucart, Hanin, Petrova, Nonlinear approximation and"
                                    + " (deep) ReLU networks, Constr. Approx. 2022"));
                case "square" ->
                    Optional.of(
                            CitedSpeed.of(
                                    Double.POSITIVE_INFINITY,
                                    "error 2^(-2M-2): Yarotsky, Error bounds for approximations with deep ReLU networks, 2017"));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
