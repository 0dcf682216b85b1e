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
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * \(M\)-term approximation by wavelets: from the \(M\) coarsest (linear), or from the \(M\) that matter most in the norm
 * asked for, those with the largest \(|c_i|\,\|\psi_i\|_p\), found by one fast transform (nonlinear).
 *
 * @see <a href="https://doi.org/10.1017/S0962492900002816">DeVore, Nonlinear approximation, Acta Numerica 1998, section
 *     7</a>
 */
public final class WaveletFamily implements ParametrizedFamily {
    private final WaveletSystem system;
    private final boolean best;

    WaveletFamily(WaveletSystem system, boolean best) {
        this.system = system;
        this.best = best;
    }

    @Override
    public String id() {
        return "wavelets." + system.id() + (best ? ".best" : ".first");
    }

    @Override
    public String title() {
        return system.title() + (best ? ", best M terms" : ", first M terms");
    }

    @Override
    public String parameterMeaning() {
        return best ? "number of wavelets, chosen freely" : "number of wavelets, the coarsest";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1, 2);
    }

    @Override
    public ApproximationKind kind() {
        return best ? ApproximationKind.NONLINEAR : ApproximationKind.LINEAR;
    }

    /** The number of samples; on the cube 4096, where the fine grid has 2^22 samples. */
    @Override
    public int largestBudget(Domain domain) {
        return Dictionary.largestBudget(domain);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        return dictionary(domain, budget);
    }

    private Dictionary dictionary(Domain domain, int budget) {
        if (!supports(domain) || budget < 1) {
            throw new IllegalArgumentException(
                    id() + " needs a domain of dimension 1 or 2 and a budget >= 1, were " + domain + " and " + budget);
        }
        return Dictionary.of(system, domain, budget, best);
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** One transform for each fine grid, shared by all budgets that use it. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        Map<Grid, Coefficients> known = new ConcurrentHashMap<>();
        return budget -> {
            Dictionary dictionary = dictionary(target.domain(), budget);
            Coefficients coefficients = known.computeIfAbsent(
                    dictionary.pyramid().grid(), grid -> Coefficients.of(target, dictionary.pyramid(), norm));
            return approximation(target, dictionary, coefficients, norm);
        };
    }

    private Approximation approximation(Target target, Dictionary dictionary, Coefficients coefficients, LpNorm norm) {
        WaveletStructure structure =
                best ? new WaveletStructure(dictionary, coefficients.largest(dictionary.size())) : dictionary.first();
        double[] parameters = coefficients.of(structure);
        Approximant approximant = structure.realize(parameters);
        Distance distance = Distances.between(target, approximant, norm);
        boolean within = LpNorm.SUP.of(padded(parameters)) <= dictionary.radius();
        return within ? Approximation.reached(approximant, distance) : Approximation.notReached(approximant, distance);
    }

    /** No coefficient at all is the zero function. */
    private static double[] padded(double[] parameters) {
        return parameters.length == 0 ? new double[1] : parameters;
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                best ? Growth.LINEAR_LOG : Growth.ZERO,
                Growth.LINEAR,
                Growth.CONSTANT,
                Growth.LOG,
                (best ? "at most M of pi(M) ~ M^2 atoms: log2 binomial(pi(M), M) = O(M log M); " : "one structure; ")
                        + "coefficients of functions bounded by 1 are bounded, and the norms of M atoms add up to a"
                        + " power of M in every L^p. Polynomial-depth search in a dictionary: Donoho 1993;"
                        + " Elbrächter, Perekrestenko, Grohs, Bölcskei 2021");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return new WaveletSpeeds(system, best, norm.p()).of(smoothness);
    }

    @Override
    public String toString() {
        return id();
    }
}
