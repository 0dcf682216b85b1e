package org.epsilonet.examples.rational;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.LongToDoubleFunction;
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
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Rational functions with at most \(M\) nodes; see the package.
 *
 * @param restricted whether denominators must be certified to stay away from zero
 */
record RationalFamily(boolean restricted) implements ParametrizedFamily {
    /** Values at nodes are values of the target. */
    private static final double RADIUS = 8;

    @Override
    public String id() {
        return restricted ? "rational.aaa" : "rational.aaa.unrestricted";
    }

    @Override
    public String title() {
        return restricted ? "Rational functions, AAA" : "Rational functions, AAA, poles anywhere";
    }

    @Override
    public String parameterMeaning() {
        return "number of nodes; type (M-1, M-1)";
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
        return NodeLattice.of(domain, NodeLattice.MOST).budget();
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        NodeLattice.of(target.domain(), 1);
        Map<Integer, Search> searches = new ConcurrentHashMap<>();
        return budget -> {
            NodeLattice lattice = NodeLattice.of(target.domain(), budget);
            LongToDoubleFunction function = function(target, lattice);
            Interpolant best = searches.computeIfAbsent(
                            lattice.levels(), key -> new Search(lattice, scaled(target, function), restricted, norm))
                    .best(lattice);
            double[] theta = Arrays.stream(best.form().nodes())
                    .mapToDouble(function::applyAsDouble)
                    .toArray();
            Approximant approximant = best.realize(theta);
            boolean within = Arrays.stream(theta).allMatch(v -> Math.abs(v) <= RADIUS);
            return new Approximation(
                    approximant,
                    Distances.between(target, approximant, norm),
                    within ? Outcome.REACHED : Outcome.NOT_REACHED);
        };
    }

    private static LongToDoubleFunction function(Target target, NodeLattice lattice) {
        return target instanceof Samples samples
                ? place -> samples.value((int) place)
                : place -> ((Formula) target).at(lattice.point(place));
    }

    /** Tiny data are enlarged by a power of two, so that differences do not vanish. */
    private static LongToDoubleFunction scaled(Target target, LongToDoubleFunction function) {
        if (!(target instanceof Samples samples)) {
            return function;
        }
        double largest = LpNorm.SUP.of(samples.values());
        int exponent = largest == 0 ? 0 : Math.getExponent(largest);
        return place -> Math.scalb(function.applyAsDouble(place), -exponent);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        NodeLattice lattice = NodeLattice.of(domain, budget);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return new Subsets(lattice.places(), lattice.budget()).log2Count()
                        + lattice.budget() * Interpolant.log2Weights(lattice)
                        + Interpolant.log2Precisions();
            }

            @Override
            public int size() {
                return lattice.budget();
            }

            @Override
            public double radius() {
                return RADIUS;
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return restricted ? lattice.largestLebesgueConstant() : Double.POSITIVE_INFINITY;
            }

            @Override
            public Structure read(SymbolSource source) throws CorruptCodeException {
                return Interpolant.read(lattice, restricted, source);
            }
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                new Growth(1, 2),
                Growth.LINEAR,
                Growth.CONSTANT,
                restricted ? Growth.LOG : Growth.INFINITE,
                restricted
                        ? "values at nodes, moved by at most delta, move the function by at most 32 M delta: denominators are"
                                + " certified to be at least 1/(32 M) of the sum of their terms; nodes on a lattice of"
                                + " exp(O(log^2 M)) places, weights of O(log^2 M) digits"
                        : "denominators may vanish on the interval: no Lipschitz constant");
    }

    /**
     * Hölder functions by Floater and Hormann's interpolants at equal distances, which are in the family as their Lebesgue
     * constants are at most \(4(2+\log M)\); no faster, as an ∞-encodable family cannot be. Analytic ones already by
     * polynomials at Chebyshev points.
     */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        if (smoothness.dimension() != 1 || !restricted) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Analytic) {
            return Optional.of(CitedSpeed.of(
                    Double.POSITIVE_INFINITY,
                    "Bernstein 1912; Trefethen, Approximation Theory and Approximation Practice"));
        }
        if (smoothness instanceof Smoothness.Hoelder c && c.alpha() <= 3) {
            return Optional.of(new CitedSpeed(
                    c.alpha(),
                    1,
                    "interpolants of Floater and Hormann 2007 with the Lebesgue constants of Bos, De Marchi, Hormann and"
                            + " Klein 2012"));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return id();
    }
}
