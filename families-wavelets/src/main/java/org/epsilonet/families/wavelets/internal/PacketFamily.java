package org.epsilonet.families.wavelets.internal;

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
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * The best \(M\) terms in the best basis of wavelet packets: for functions that oscillate, whose frequency is not near
 * zero anywhere. The basis is chosen for the target, by all its samples, then the terms.
 */
final class PacketFamily implements ParametrizedFamily {
    /** On the interval 2^18 samples, a quarter of its square. */
    private static final int LARGEST_BUDGET = 1 << 10;

    private static final int SMALLEST_LOG_SIZE = 14;

    private final WaveletSystem system;

    /**
     * @param system an orthonormal system
     */
    PacketFamily(WaveletSystem system) {
        this.system = system;
    }

    @Override
    public String id() {
        return "wavelets." + system.id() + ".packet";
    }

    /** The basis has the least sum of coefficients, whatever the budget: no promise for the M largest. */
    @Override
    public boolean isNearBest() {
        return false;
    }

    @Override
    public String title() {
        return system.title() + ", best M terms of the best basis of packets";
    }

    @Override
    public String parameterMeaning() {
        return "number of wavelet packets, chosen freely";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** The number of samples; 1024 on the interval. */
    @Override
    public int largestBudget(Domain domain) {
        return domain instanceof Grid grid ? grid.points() : LARGEST_BUDGET;
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        return dictionary(domain, budget);
    }

    private PacketDictionary dictionary(Domain domain, int budget) {
        if (!supports(domain) || budget < 1) {
            throw new IllegalArgumentException(
                    id() + " needs a domain of dimension 1 and a budget >= 1, were " + domain + " and " + budget);
        }
        int size = Math.min(budget, largestBudget(domain));
        boolean cube = !(domain instanceof Grid);
        return new PacketDictionary(system, domain instanceof Grid g ? g : fineGrid(size), cube, size);
    }

    private static Grid fineGrid(int budget) {
        int logBudget = 32 - Integer.numberOfLeadingZeros(budget - 1);
        return Grid.of(1 << Math.max(SMALLEST_LOG_SIZE, Dictionary.DEPTH_EXPONENT * logBudget - 2));
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** The best basis on one grid, and the coefficients in it. */
    private record Analysis(PacketTransform transform, Coefficients coefficients) {}

    private Analysis analysis(Target target, Grid grid, LpNorm norm) {
        double[] samples = target.sampledOn(grid.shape()).values();
        PacketTransform best = PacketTransform.best(system, grid, samples);
        return new Analysis(best, Coefficients.of(samples, best, norm));
    }

    /** One basis for each fine grid, shared by all budgets that use it. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        Map<Grid, Analysis> known = new ConcurrentHashMap<>();
        return budget -> {
            PacketDictionary dictionary = dictionary(target.domain(), budget);
            Analysis analysis = known.computeIfAbsent(dictionary.grid(), grid -> analysis(target, grid, norm));
            int[] atoms = analysis.coefficients().largest(dictionary.size());
            WaveletStructure structure =
                    new WaveletStructure(dictionary.basis(analysis.transform().restrictedTo(atoms)), atoms);
            return analysis.coefficients().approximation(target, structure, dictionary.radius());
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.LINEAR_LOG,
                Growth.LINEAR,
                Growth.CONSTANT,
                Growth.LOG,
                "a basis is a tree with at most log2 pi(M) splits for each of M atoms, and M of pi(M) ~ M^2 atoms are"
                        + " chosen: O(M log M) bits; orthonormal atoms of pi(M) samples. Coifman, Wickerhauser 1992");
    }

    /** The wavelets are one of the bases: at least their speeds, as far as vanishing moments do not limit them. */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        if (norm.p() != 2 || smoothness.dimension() != 1) {
            return Optional.empty();
        }
        double order = system.moments();
        if (smoothness instanceof Smoothness.Hoelder hoelder && hoelder.alpha() <= order) {
            return speed(hoelder.alpha());
        }
        if (smoothness instanceof Smoothness.Besov besov && besov.s() <= order && besov.s() > besov.deficit()) {
            double reached = Dictionary.DEPTH_EXPONENT * (besov.s() - besov.deficit());
            return reached >= besov.s() ? speed(besov.s()) : Optional.empty();
        }
        return smoothness instanceof Smoothness.BoundedVariation ? speed(1) : Optional.empty();
    }

    private static Optional<CitedSpeed> speed(double speed) {
        return Optional.of(CitedSpeed.of(
                speed,
                "the basis of wavelets is one of those of packets, and no code is faster: DeVore, Nonlinear"
                        + " approximation, Acta Numerica 1998, section 7; search depth M^2"));
    }

    @Override
    public String toString() {
        return id();
    }
}
