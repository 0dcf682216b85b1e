package org.epsilonet.families.relu.internal;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * A control: networks with one hidden layer of \(M\) ReLU neurons and weights of any size. Kinks may sit anywhere and as
 * close as one likes, so that slopes have no bound; {@code relu.shallow}, where neighbours are at least \(M^{-4}\) apart,
 * is the same with weights polynomial in \(M\).
 *
 * <p><b>Not ∞-encodable in any \(L^p\), \(1 \le p \le \infty\), at any fixed \(M \ge 4\).</b> Four neurons make a hat
 * \(h\,\max(0, 1 - |x-t|/\delta)\) and the constant 0 beside it. Take the hats at \(t_n = 1/(n+1)\) with \(\delta_n\) so
 * small that their supports are disjoint, and \(h_n\) such that they have norm 1. Two of them are at distance
 * \(2^{1/p} \ge 1\) (1 for \(p = \infty\)): infinitely many elements of the unit ball, each at distance at least 1 from
 * every other. A ball of radius below 1/2 holds at most one of them, so no finite set covers \(\Sigma_M\) within 1/3, and
 * there is no \((\gamma,h)\)-encoding with \(\gamma > 0\).
 *
 * <p>What breaks it differs. In the supremum norm slopes do: with values in [0, 1] at the knots, ramps of decreasing
 * width at different places are at distance 1. For \(p < \infty\) heights do: with values at the knots bounded by a power of
 * \(M\) functions have variation at most polynomial in \(M\), moving knots by \(\delta\) costs \(O(\delta^{1/p})\) times
 * such a power, and the networks would be ∞-encodable whatever their slopes.
 *
 * <p>On the critical Besov ball \(B^{1/2}_{1,1}\), which is not compact in \(L^2\), the speed is 1/2, above the encoding
 * speed 0: the \(M\) largest of its wavelets, at any depth, cost \(O(M)\) neurons.
 *
 * <p>Knots are structure and all doubles; the claim is that of all real numbers.
 *
 * @see "docs/theory.md, G7"
 */
public final class UnboundedFamily implements ParametrizedFamily {
    /** The id of the family. */
    public static final String ID = "relu.unbounded";

    /** Values beyond would have squares and slopes that are no doubles. */
    private static final double RADIUS = 0x1p500;

    private static final String SOURCE = "continuous free-knot linear splines: DeVore, Nonlinear approximation, Acta"
            + " Numerica 1998, Section 6; no limit of depth";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "control: shallow ReLU networks, weights of any size";
    }

    @Override
    public String parameterMeaning() {
        return "number of hidden neurons (linear pieces), kinks anywhere; the parameters are the values at the kinks";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** Functions on the interval only: between two samples all knots are alike. */
    @Override
    public boolean supports(Domain domain) {
        return domain.equals(Cube.INTERVAL);
    }

    @Override
    public int largestBudget(Domain domain) {
        return EquidistantKnots.LARGEST_BUDGET_ON_CUBE;
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        return ShallowFit.of(target, norm, budget -> AllKnots.of(target.domain(), budget), lattice -> RADIUS);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        AllKnots lattice = AllKnots.of(domain, budget);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return lattice.pieces() == 1 ? 0 : Double.POSITIVE_INFINITY;
            }

            @Override
            public int size() {
                return lattice.pieces() + 1;
            }

            @Override
            public double radius() {
                return RADIUS;
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return 1;
            }

            @Override
            public Structure read(SymbolSource source) throws CorruptCodeException {
                return ShallowStructure.read(lattice, source);
            }
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                        Growth.INFINITE,
                        Growth.LINEAR,
                        Growth.INFINITE,
                        Growth.ZERO,
                        "kinks at real numbers, weights without bound; with kinks on a lattice of polynomial depth and"
                                + " polynomial weights it would be encodable: relu.shallow")
                .obstructedBy(
                        "hats of norm 1 with disjoint supports, made of four neurons at infinitely many places, are"
                                + " at distance 2^(1/p) >= 1 from each other: no finite set covers them within 1/3");
    }

    /** As {@code relu.shallow} without a limit of depth: in \(L^2\) also with equality \(s = 1/p - 1/2\). */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        if (smoothness.dimension() != 1) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            return speed(hoelder.alpha());
        }
        if (smoothness instanceof Smoothness.Besov besov) {
            double surplus = besov.s() - Math.max(0, 1 / besov.p() - 1 / norm.p());
            boolean critical = norm.p() == 2 && besov.tau() <= besov.p() && surplus == 0;
            return surplus > 0 || critical ? speed(besov.s()) : Optional.empty();
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces) {
            return pieces.jumps() == 0 || !norm.isSup() ? speed(pieces.order()) : Optional.empty();
        }
        if (smoothness instanceof Smoothness.BoundedVariation) {
            return norm.isSup() ? Optional.empty() : speed(1);
        }
        return smoothness instanceof Smoothness.Analytic ? speed(2) : Optional.empty();
    }

    private static Optional<CitedSpeed> speed(double smoothness) {
        return Optional.of(CitedSpeed.of(Math.min(smoothness, 2), SOURCE));
    }
}
