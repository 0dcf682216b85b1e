package org.epsilonet.families.relu.greedy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
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
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * Shallow networks of two or three variables, neuron by neuron by {@link OrthogonalGreedy}. The fit is a least squares
 * fit in every norm.
 */
public final class GreedyFamily implements ParametrizedFamily {
    /** The id of the family. */
    public static final String ID = "relu.shallow.greedy";

    private static final String SIEGEL_XU = "Siegel, Xu, Sharp bounds on the approximation rates, metric entropy, and"
            + " n-widths of shallow neural networks, FoCM 2024; attained by the orthogonal greedy algorithm: Siegel, Xu,"
            + " arXiv 2106.15000";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "shallow ReLU networks, orthogonal greedy";
    }

    @Override
    public String parameterMeaning() {
        return "number M of hidden neurons besides d that carry the linear part; the parameters are the output weights and"
                + " the output bias, directions and offsets are structure";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(2, 3);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    @Override
    public int largestBudget(Domain domain) {
        return RidgeLattice.largestBudget(domain);
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** One greedy sequence per resolution of the lattice. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        RidgeLattice.of(target.domain(), 1);
        Map<Integer, OrthogonalGreedy> sequences = new ConcurrentHashMap<>();
        return budget -> {
            RidgeLattice lattice = RidgeLattice.of(target.domain(), budget);
            RidgeLattice largest = largest(target.domain(), lattice);
            OrthogonalGreedy greedy = sequences.computeIfAbsent(
                    largest.budget(), m -> new OrthogonalGreedy(largest, FitGrid.of(target, largest)));
            RidgeApproximant approximant = greedy.network(lattice, lattice.budget());
            boolean within = LpNorm.SUP.of(approximant.parameters()) <= lattice.radius();
            return new Approximation(
                    approximant,
                    Distances.between(target, approximant, norm),
                    within ? Outcome.REACHED : Outcome.NOT_REACHED);
        };
    }

    /** The lattice of the largest budget with the same neurons. */
    private static RidgeLattice largest(Domain domain, RidgeLattice lattice) {
        RidgeLattice largest = lattice;
        for (int m = Integer.highestOneBit(lattice.budget()); m <= RidgeLattice.largestBudget(domain); m *= 2) {
            RidgeLattice next = RidgeLattice.of(domain, m);
            boolean larger = next.budget() > largest.budget() && next.resolution() == lattice.resolution();
            largest = larger ? next : largest;
        }
        RidgeLattice all = RidgeLattice.of(domain, RidgeLattice.largestBudget(domain));
        return all.resolution() == lattice.resolution() ? all : largest;
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        return RidgeLattice.of(domain, budget);
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.LINEAR_LOG,
                Growth.LINEAR,
                Growth.LOG,
                Growth.LOG,
                "at most M of O(M) directions and offsets on a lattice; output weights are bounded by a power of M, and"
                        + " neurons are bounded by 1, so Lip <= M + d + 1");
    }

    /**
     * Dimensions 2 and 3 only. All neurons of a lattice of \(O(M)\) span one linear space, so that on the variation ball
     * nothing beyond the linear width \(M^{-3/(2d)}\) is promised, though a lattice finer than that of this size would allow
     * \(M^{-1/2-3/(2d)}\).
     */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        int d = smoothness.dimension();
        if (!dimensions().contains(d) || norm.p() > 2) {
            return Optional.empty();
        }
        double saturation = 0.5 + 1.5 / d;
        if (smoothness instanceof Smoothness.Barron) {
            return Optional.of(CitedSpeed.of(
                    1.5 / d,
                    "3/(2d), the linear width: O(M) neurons on the lattice; 1/2 + 3/(2d) of all: " + SIEGEL_XU));
        }
        if (smoothness instanceof Smoothness.Besov besov && besov.p() >= 2) {
            return sobolev(Math.min(besov.s() / d, saturation));
        }
        return smoothness instanceof Smoothness.Hoelder hoelder
                ? sobolev(Math.min(hoelder.alpha() / d, saturation))
                : Optional.empty();
    }

    private static Optional<CitedSpeed> sobolev(double speed) {
        return Optional.of(CitedSpeed.of(
                speed,
                "s/d up to s = (d+3)/2, up to logarithms: Mao, Siegel, Xu, Approximation rates for shallow ReLU^k networks"
                        + " on Sobolev spaces, arXiv 2408.10996"));
    }

    @Override
    public String toString() {
        return ID;
    }
}
