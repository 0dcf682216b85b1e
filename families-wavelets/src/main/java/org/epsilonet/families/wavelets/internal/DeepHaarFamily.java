package org.epsilonet.families.wavelets.internal;

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
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * A control: the best \(M\) functions of the whole Haar system, of whatever level. A single one may be any of infinitely
 * many at distance \(\sqrt2\) from each other, so no finite set covers them in \(L^2\). On the critical Besov balls
 * \(B^s_{\tau,\tau}\), \(1/\tau = s + 1/2\), which are not compact in \(L^2\), the speed is \(s\), above the encoding
 * speed 0. What saves {@code wavelets.haar.best} is its search depth \(M^4\).
 *
 * <p>Levels up to {@value DeepHaarStructure#DEEPEST} are searched, as far as doubles tell points apart there; the claim is that of
 * all levels.
 *
 * @see "docs/theory.md, G4"
 */
final class DeepHaarFamily implements ParametrizedFamily {
    /** The id of the family. */
    static final String ID = "wavelets.haar.best.unlimited";

    private static final int LARGEST_BUDGET = 1 << 12;
    private static final double RADIUS = 4;
    private static final String SOURCE =
            "DeVore, Nonlinear approximation, Acta Numerica 1998, section 7; no limit of depth";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "control: Haar wavelets, best M terms of any depth";
    }

    @Override
    public String parameterMeaning() {
        return "number of wavelets, chosen freely from all levels";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** Functions on the interval only: samples have a finest level. */
    @Override
    public boolean supports(Domain domain) {
        return domain.equals(Cube.INTERVAL);
    }

    @Override
    public int largestBudget(Domain domain) {
        return LARGEST_BUDGET;
    }

    private int size(Domain domain, int budget) {
        if (!supports(domain) || budget < 1) {
            throw new IllegalArgumentException(
                    ID + " needs the unit interval and a budget >= 1, were " + domain + " and " + budget);
        }
        return Math.min(budget, LARGEST_BUDGET);
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** One tree for all budgets. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        size(target.domain(), 1);
        DeepHaarTree tree = new DeepHaarTree((Formula) target);
        int[] order = tree.order(norm);
        return budget -> {
            int size = size(target.domain(), budget);
            int[] chosen = Arrays.copyOf(order, Math.min(size, order.length));
            double[] coefficients = tree.coefficients(chosen);
            boolean reached = Arrays.stream(coefficients).allMatch(c -> Math.abs(c) <= RADIUS);
            Approximant approximant = tree.structure(size, chosen).realize(coefficients);
            Distance distance = Distances.between(target, approximant, norm);
            return reached
                    ? Approximation.reached(approximant, distance)
                    : Approximation.notReached(approximant, distance);
        };
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        int size = size(domain, budget);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return Double.POSITIVE_INFINITY;
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public double radius() {
                return RADIUS;
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return norm.p() <= 2 ? Math.nextUp(Math.sqrt(size)) : Double.POSITIVE_INFINITY;
            }

            @Override
            public Structure read(SymbolSource source) throws CorruptCodeException {
                return DeepHaarStructure.read(size, source);
            }
        };
    }

    /**
     * {@inheritDoc}
     *
     * <p>For \(p < 2\) the norms \(2^{j(1/2-1/p)}\) of the atoms decay, and levels beyond a multiple of \(\log M\) may be
     * left out: the growths alone do not show it.
     */
    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        EncodabilityClaim claim = EncodabilityClaim.of(
                Growth.INFINITE,
                Growth.LINEAR,
                Growth.CONSTANT,
                norm.p() <= 2 ? Growth.LOG : Growth.INFINITE,
                "M of infinitely many atoms"
                        + (norm.p() < 2
                                ? "; in Lp, p < 2, deep ones are small, and leaving them out would encode the family:"
                                        + " see wavelets.haar.best"
                                : "; with a search depth polynomial in M it would be encodable: wavelets.haar.best"));
        return norm.p() < 2
                ? claim
                : claim.obstructedBy(
                        "single atoms of norm 1 with disjoint supports, one on every level, are at distance"
                                + " 2^(1/p) >= 1 from each other: one term is not totally bounded");
    }

    /** In \(L^2\), with equality \(s = 1/p - 1/2\) allowed; Haar functions saturate at order 1. */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        if (smoothness.dimension() != 1 || norm.p() != 2) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Besov besov && besov.tau() <= besov.p()) {
            return besov.s() >= besov.deficit() ? speed(besov.s()) : Optional.empty();
        }
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            return speed(hoelder.alpha());
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces) {
            return speed(pieces.order());
        }
        boolean isOrderOne =
                smoothness instanceof Smoothness.BoundedVariation || smoothness instanceof Smoothness.Analytic;
        return isOrderOne ? speed(1) : Optional.empty();
    }

    private static Optional<CitedSpeed> speed(double order) {
        return Optional.of(CitedSpeed.of(Math.min(order, 1), SOURCE));
    }
}
