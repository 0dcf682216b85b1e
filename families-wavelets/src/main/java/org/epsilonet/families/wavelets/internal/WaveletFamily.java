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
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
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
    /** On the interval one analysis serves all budgets up to these. */
    private static final int[] BUDGET_CLASSES = {1 << 8, 1 << 12, 1 << 16};

    /** Of so many functions transforms are kept for the other families with the same wavelets. */
    private static final int RECENT = 2 + Runtime.getRuntime().availableProcessors();

    private static final Recent<Analysis, Map<Grid, Coefficients>> ON_GRIDS = new Recent<>(RECENT);
    private static final Recent<Analysis, Map<Integer, Terms>> ON_INTERVAL = new Recent<>(RECENT);

    private final WaveletSystem system;
    private final Selection selection;
    private final SearchDepth depth;
    private final Scaling scaling;

    WaveletFamily(WaveletSystem system, Selection selection) {
        this(system, selection, SearchDepth.of(system), Scaling.ISOTROPIC);
    }

    /** With a search depth on the interval of its own. */
    WaveletFamily(WaveletSystem system, Selection selection, SearchDepth depth) {
        this(system, selection, depth, Scaling.ISOTROPIC);
    }

    private WaveletFamily(WaveletSystem system, Selection selection, SearchDepth depth, Scaling scaling) {
        this.system = system;
        this.selection = selection;
        this.depth = depth;
        this.scaling = scaling;
    }

    /** With a scale for each axis. */
    static WaveletFamily hyperbolic(WaveletSystem system, Selection selection) {
        return new WaveletFamily(system, selection, SearchDepth.of(system), Scaling.HYPERBOLIC);
    }

    private boolean isHyperbolic() {
        return scaling == Scaling.HYPERBOLIC;
    }

    @Override
    public String id() {
        return "wavelets." + system.id() + (isHyperbolic() ? ".hyperbolic." : ".") + selection.suffix();
    }

    @Override
    public String title() {
        return system.title() + (isHyperbolic() ? ", a scale for each axis, " : ", ") + selection.words();
    }

    @Override
    public String parameterMeaning() {
        return isHyperbolic() && selection.isLinear()
                ? "number of wavelets, those of the largest supports"
                : selection.meaning();
    }

    @Override
    public Set<Integer> dimensions() {
        return isHyperbolic() ? Set.of(2, 3) : Set.of(1, 2, 3);
    }

    @Override
    public ApproximationKind kind() {
        return selection.isLinear() ? ApproximationKind.LINEAR : ApproximationKind.NONLINEAR;
    }

    /** The number of samples; 2^16 on the interval; 4096 on the square and the cube, where the fine grid has up to 2^22. */
    @Override
    public int largestBudget(Domain domain) {
        return isInterval(domain) ? BUDGET_CLASSES[BUDGET_CLASSES.length - 1] : Dictionary.largestBudget(domain);
    }

    private static boolean isInterval(Domain domain) {
        return domain.equals(Cube.INTERVAL);
    }

    /** The vanishing moments, where the coarsest coefficients are few against the samples: one in six at most. */
    @Override
    public int polynomialOrder(Domain domain) {
        if (!(domain instanceof Grid grid)) {
            return system.moments();
        }
        long coarsest = 1;
        for (int n : grid.shape()) {
            Cascade cascade = system.cascade(n);
            coarsest *= cascade.lows(cascade.depth());
        }
        return 6 * coarsest <= grid.points() ? system.moments() : 0;
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        return isInterval(domain) ? deep(domain, budget) : dictionary(domain, budget);
    }

    private Dictionary dictionary(Domain domain, int budget) {
        return Dictionary.of(system, domain, checked(domain, budget), selection, scaling);
    }

    private DeepDictionary deep(Domain domain, int budget) {
        int size = checked(domain, budget);
        return new DeepDictionary(system.deep(), depth.scales(size), size, selection);
    }

    private int checked(Domain domain, int budget) {
        if (!supports(domain) || budget < 1) {
            throw new IllegalArgumentException(id() + " needs a domain of dimension " + dimensions()
                    + " and a budget >= 1, were " + domain + " and " + budget);
        }
        return Math.min(budget, largestBudget(domain));
    }

    /** What transforms depend on, besides the size. */
    private record Analysis(Formula formula, WaveletSystem system, Scaling scaling, LpNorm norm) {}

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /**
     * One transform for each fine grid, or on the interval for each class of budgets, shared by all that use it: of a
     * formula also by families that choose other terms.
     */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        if (isInterval(target.domain())) {
            return onInterval((Formula) target, norm);
        }
        Map<Grid, Coefficients> known = target instanceof Formula formula
                ? ON_GRIDS.get(new Analysis(formula, system, scaling, norm), ConcurrentHashMap::new)
                : new ConcurrentHashMap<>();
        return budget -> {
            Dictionary dictionary = dictionary(target.domain(), budget);
            Coefficients coefficients = known.computeIfAbsent(
                    dictionary.transform().grid(), grid -> Coefficients.of(target, dictionary.transform(), norm));
            WaveletStructure structure = dictionary.chosen(coefficients);
            return coefficients.approximation(target, structure, dictionary.radius());
        };
    }

    private IntFunction<Approximation> onInterval(Formula target, LpNorm norm) {
        Map<Integer, Terms> known =
                ON_INTERVAL.get(new Analysis(target, system, scaling, norm), ConcurrentHashMap::new);
        return budget -> {
            DeepDictionary dictionary = deep(target.domain(), budget);
            Terms terms = known.computeIfAbsent(
                    budgetClass(dictionary.size()), most -> DeepCoefficients.of(system.deep(), target, norm, most));
            DeepStructure structure = dictionary.chosen(terms);
            double[] values = terms.values(structure.atoms());
            Approximant sum = structure.realize(values);
            return new Approximation(sum, Distances.between(target, sum, norm), outcome(values, dictionary.radius()));
        };
    }

    private static int budgetClass(int budget) {
        int i = 0;
        while (BUDGET_CLASSES[i] < budget) {
            i++;
        }
        return BUDGET_CLASSES[i];
    }

    /** Whether all coefficients are within the radius. */
    static Outcome outcome(double[] coefficients, double radius) {
        for (double c : coefficients) {
            if (!(Math.abs(c) <= radius)) {
                return Outcome.NOT_REACHED;
            }
        }
        return Outcome.REACHED;
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                structures(),
                Growth.LINEAR,
                Growth.CONSTANT,
                Growth.LOG,
                searchedAtoms()
                        + "coefficients of functions bounded by 1 are bounded, and the norms of M atoms add up to a"
                        + " power of M in every L^p. Polynomial-depth search in a dictionary: Donoho 1993;"
                        + " Elbrächter, Perekrestenko, Grohs, Bölcskei 2021");
    }

    private Growth structures() {
        return switch (selection) {
            case FIRST -> Growth.ZERO;
            case BEST -> Growth.LINEAR_LOG;
            case TREE -> Growth.LINEAR;
        };
    }

    private String searchedAtoms() {
        return switch (selection) {
            case FIRST -> "one structure; ";
            case BEST ->
                "at most M of pi(M) ~ M^a atoms (in doubles at most 2^50): log2 binomial(pi(M), M) = O(M log M); ";
            case TREE -> "a tree of at most M nodes has O(M) flags; ";
        };
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        if (!dimensions().contains(smoothness.dimension()) || !system.isStable()) {
            return Optional.empty();
        }
        return isHyperbolic()
                ? new HyperbolicSpeeds(system, selection, norm.p()).of(smoothness)
                : new WaveletSpeeds(system, selection, norm.p()).of(smoothness);
    }

    @Override
    public String toString() {
        return id();
    }
}
