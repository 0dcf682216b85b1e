package org.epsilonet.comparator.codes;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.comparator.entropy.DeltaCode;

/**
 * The walks of {@link DeltaCode}: 0 on a first cell, then slopes ±1 on \(M\) more. On functions with \(f(0)=0\) and Lipschitz
 * constant 1 the error is at most \(\varepsilon = 1/(M+1)\) in the supremum norm, and \(\lceil1/\varepsilon\rceil - 1 = M\)
 * bits are the fewest possible. On other functions the walk follows as fast as it may, and the result is NOT_REACHED where the
 * error is above \(\varepsilon\). <b>Cost:</b> \(O(M)\), and the distance.
 *
 * @see "docs/theory.md, F1"
 */
public final class DeltaCodeFamily implements ParametrizedFamily {
    /** Accuracies below 2^-30 are not coded. */
    private static final int LARGEST_BUDGET = 1 << 20;

    /** The invariant holds in exact arithmetic; walks of a million steps are rounded by less than this. */
    private static final double ROUNDING = 1e-9;

    /** The family. */
    public DeltaCodeFamily() {}

    @Override
    public String id() {
        return "codes.delta";
    }

    @Override
    public String title() {
        return "Delta code of Lipschitz functions";
    }

    @Override
    public String parameterMeaning() {
        return "number of bits";
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
    public int largestBudget(Domain domain) {
        return LARGEST_BUDGET;
    }

    /** A little above 1/(M+1), so that the cells fill the interval. */
    static double accuracy(int budget) {
        return Math.nextUp(1.0 / (budget + 1));
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        if (target.dimension() != 1 || budget < 1) {
            throw new IllegalArgumentException(
                    "the delta code is for functions of one variable and budgets >= 1, was given " + target + ", "
                            + budget);
        }
        int bits = Math.min(budget, LARGEST_BUDGET);
        Walk walk = new Walk(DeltaCode.encode(values(target), accuracy(bits)));
        Distance distance = Distances.between(target, walk, norm);
        return distance.value() - distance.uncertainty() <= accuracy(bits) * (1 + ROUNDING)
                ? Approximation.reached(walk, distance)
                : Approximation.notReached(walk, distance);
    }

    /** Samples are joined by lines, and continued by their first and last value. */
    private static DoubleUnaryOperator values(Target target) {
        if (target instanceof Formula formula) {
            return formula::at;
        }
        double[] samples = ((Samples) target).values();
        return x -> {
            double place = Math.max(0, Math.min(samples.length - 1, x * samples.length - 0.5));
            int i = Math.min((int) place, Math.max(0, samples.length - 2));
            double next = samples[Math.min(i + 1, samples.length - 1)];
            return samples[i] + (place - i) * (next - samples[i]);
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(Growth.LINEAR, Growth.ZERO, Growth.ZERO, Growth.ZERO, "2^M walks and no parameter");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return smoothness.equals(new Smoothness.Hoelder(1, 1))
                ? Optional.of(CitedSpeed.of(1, "Kolmogorov, Tikhomirov 1959, for f(0) = 0"))
                : Optional.empty();
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        int bits = Math.min(budget, LARGEST_BUDGET);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return bits;
            }

            @Override
            public int size() {
                return 0;
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
            public Structure read(SymbolSource source) throws CorruptCodeException {
                boolean[] read = new boolean[bits];
                for (int i = 0; i < bits; i++) {
                    read[i] = source.bits(1) == 1;
                }
                return new Walk(read).structure();
            }
        };
    }

    /** The positions where slopes change. */
    static double[] knots(int bits) {
        double[] knots = new double[bits];
        double epsilon = accuracy(bits);
        Arrays.setAll(knots, i -> (i + 1) * epsilon);
        return Arrays.stream(knots).filter(t -> t < 1).toArray();
    }
}
