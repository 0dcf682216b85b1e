package org.epsilonet.families.relu.affine;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * Deep networks that compute \(M\) terms of an affine system: those of largest \(|c_i|\,\|\psi_i\|_p\), from one fast
 * expansion that all budgets share. What is measured is the network, emulation errors included.
 */
public final class AffineFamily implements ParametrizedFamily {
    /** With so few atoms none may be better than the best of those considered. */
    private static final int FEW = 64;

    private final String id;
    private final String title;
    private final String terms;
    private final AffineSystem system;
    private final int order;

    private AffineFamily(String id, String title, String terms, AffineSystem system, int order) {
        this.id = id;
        this.title = title;
        this.terms = terms;
        this.system = system;
        this.order = order;
    }

    /**
     * Deep networks that emulate adaptive expansions in B-splines.
     *
     * @param degree \(K\), 1..3
     */
    public static AffineFamily splines(int degree) {
        if (degree < 1 || degree > 3) {
            throw new IllegalArgumentException("the degree must be in 1..3, was " + degree);
        }
        return new AffineFamily(
                "relu.deep-spline.degree" + degree,
                "deep ReLU networks on B-splines of degree " + degree,
                "B-splines",
                new SplineSystem(degree),
                degree + 1);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String parameterMeaning() {
        return "number M of " + terms
                + ", dilates and translates, each a copy of one network of O(log M) weights: depth"
                + " O(log M), O(M log M) nonzero weights; the parameters are the M coefficients, all other weights are"
                + " structure";
    }

    @Override
    public Set<Integer> dimensions() {
        return IntStream.rangeClosed(1, system.largestDimension()).boxed().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    @Override
    public int largestBudget(Domain domain) {
        return AtomLattice.largestBudget(domain);
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        AtomLattice.of(system, target.domain(), 1);
        Once<Candidates> candidates = new Once<>(() -> system.candidates(target, norm));
        Once<Distance> zero = new Once<>(() -> Distances.between(
                target, new ExpansionParametrization(AtomLattice.of(system, target.domain(), 1)).zero(), norm));
        return budget -> {
            AtomLattice lattice = AtomLattice.of(system, target.domain(), budget);
            ExpansionParametrization parametrization = new ExpansionParametrization(lattice);
            ExpansionApproximant approximant = target instanceof Samples samples && budget >= samples.size()
                    ? parametrization.matching(samples.values())
                    : candidates.get().best(lattice);
            Distance distance = Distances.between(target, approximant, norm);
            if (budget <= FEW && distance.value() > zero.get().value()) {
                approximant = parametrization.zero();
                distance = zero.get();
            }
            boolean within = approximant.largestParameter() <= parametrization.radius();
            return new Approximation(approximant, distance, within ? Outcome.REACHED : Outcome.NOT_REACHED);
        };
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        return new ExpansionParametrization(AtomLattice.of(system, domain, budget));
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.LINEAR_LOG,
                Growth.LINEAR,
                Growth.LOG,
                Growth.LOG,
                "at most M of O(M^4) dilates and translates; coefficients are bounded by a power of M; every scale is"
                        + " nonnegative and sums to one or nearly, so Lip is the number O(log M) of scales. As networks:"
                        + " depth O(log M), weights bounded by a power of M. Polynomial-depth search: Elbrächter,"
                        + " Perekrestenko, Grohs, Bölcskei 2021");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return new AffineSpeeds(order, system.largestDimension(), norm).of(smoothness);
    }

    @Override
    public String toString() {
        return id;
    }
}
