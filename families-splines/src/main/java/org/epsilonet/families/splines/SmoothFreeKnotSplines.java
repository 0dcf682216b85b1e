package org.epsilonet.families.splines;

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
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.families.splines.internal.FreeKnotParametrization;
import org.epsilonet.families.splines.internal.FreeKnots;
import org.epsilonet.families.splines.internal.Lattice;
import org.epsilonet.families.splines.internal.MultipleKnotCode;
import org.epsilonet.families.splines.internal.Radius;
import org.epsilonet.families.splines.internal.SmoothKnots;
import org.epsilonet.families.splines.internal.SplineFit;
import org.epsilonet.families.splines.internal.SplineStructure;

/**
 * Splines of degree \(k\) with free knots, smoothness \(C^{k-1}\) where knots are simple and less where they are repeated:
 * a jump takes \(k+1\) equal knots. The budget \(M\) bounds the dimension of the space, so that there are \(M-k-1\) inner
 * knots, repetitions included. Degree 1: continuous piecewise linear functions.
 *
 * <p>Knots are structure, on the lattice of {@link FreeKnotPiecewisePolynomials}. <b>Algorithm, near-best:</b> knots by
 * equidistribution, repeated where the function breaks ({@link SmoothKnots}); the best of these, of the same knots all
 * simple, of fewer knots all repeated \(k+1\) times, and of equidistant knots is taken, each with the coefficients of least
 * squares, which are best in \(L^2\) and, as the projection is bounded in \(L^\infty\) whatever the knots (Shadrin 2001),
 * near-best in the supremum norm. So \(M\) parameters are never worse, up to a constant outside of \(L^2\), than \(M/(k+1)\)
 * pieces without any smoothness, and rates are the same. No exchange of knots follows: the best ones are a hard problem with
 * many local minima.
 */
public final class SmoothFreeKnotSplines implements ParametrizedFamily {
    /** The lowest degree; for degree 0 smoothness means nothing. */
    public static final int LOWEST_DEGREE = 1;

    /** The highest degree. */
    public static final int HIGHEST_DEGREE = 3;

    private static final int LARGEST_BUDGET_ON_GRID = 1 << 16;

    private final int degree;

    private SmoothFreeKnotSplines(int degree) {
        this.degree = degree;
    }

    /**
     * The family of one degree.
     *
     * @param degree the degree \(k\), {@value #LOWEST_DEGREE} to {@value #HIGHEST_DEGREE}
     * @throws IllegalArgumentException if the degree is out of range
     */
    public static SmoothFreeKnotSplines ofDegree(int degree) {
        if (degree < LOWEST_DEGREE || degree > HIGHEST_DEGREE) {
            throw new IllegalArgumentException(
                    "the degree must be in " + LOWEST_DEGREE + ".." + HIGHEST_DEGREE + ", was " + degree);
        }
        return new SmoothFreeKnotSplines(degree);
    }

    @Override
    public String id() {
        return "splines.free-knot.smooth.degree" + degree;
    }

    @Override
    public String title() {
        return "Splines of degree " + degree + " with free knots";
    }

    @Override
    public String parameterMeaning() {
        return "dimension of the spline space";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** 2^13 on the cube, where knots reach the resolution of a double; two samples per interval and 2^16 on samples. */
    @Override
    public int largestBudget(Domain domain) {
        if (!(domain instanceof Grid grid)) {
            return PiecewiseFamily.LARGEST_ADAPTIVE_BUDGET_ON_CUBE;
        }
        int n = grid.points();
        return Math.min(LARGEST_BUDGET_ON_GRID, Math.min(n, Math.max(1, n / 2) + degree));
    }

    /** Everything that a domain and a budget decide. */
    private FreeKnotParametrization space(Domain domain, int budget) {
        if (!supports(domain) || budget < 1) {
            throw new IllegalArgumentException(
                    id() + " needs one dimension and a budget >= 1, were " + domain + " and " + budget);
        }
        int dimension = Math.min(budget, largestBudget(domain));
        int k = Math.min(degree, dimension - 1);
        Lattice lattice = Lattice.of(domain, FreeKnotPiecewisePolynomials.level(dimension));
        double radius = SplineStructure.radius(new int[] {k}, new double[] {lattice.resolution(0)});
        MultipleKnotCode code = new MultipleKnotCode(lattice, k, dimension - k - 1);
        return new FreeKnotParametrization(domain, code, dimension, radius);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        return space(domain, budget);
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        FreeKnotParametrization space = space(target.domain(), budget);
        return approximate(target, space, search(target, space.code(), norm), norm);
    }

    private static SmoothKnots search(Target target, MultipleKnotCode code, LpNorm norm) {
        return new SmoothKnots(target, code.lattice(), code.degree(), norm);
    }

    private static Approximation approximate(
            Target target, FreeKnotParametrization space, SmoothKnots search, LpNorm norm) {
        return search.candidates(space.code().knots()).stream()
                .map(knots -> fitted(target, space, knots, norm))
                .reduce((a, b) -> better(b, a) ? b : a)
                .orElseThrow();
    }

    private static boolean better(Approximation a, Approximation b) {
        return a.outcome() == b.outcome()
                ? a.distance().value() < b.distance().value()
                : a.outcome() == Approximation.Outcome.REACHED;
    }

    private static Approximation fitted(Target target, FreeKnotParametrization space, FreeKnots knots, LpNorm norm) {
        double[] coefficients = SplineFit.leastSquares(target, knots);
        boolean reached = Radius.enforce(coefficients, space.radius());
        Approximant approximant = space.structure(knots).realize(coefficients);
        Distance distance = Distances.between(target, approximant, norm);
        return reached ? Approximation.reached(approximant, distance) : Approximation.notReached(approximant, distance);
    }

    /** On samples all budgets share one bisection; on the cube the lattice depends on the budget. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        FreeKnotParametrization full = space(target.domain(), degree + 1);
        if (!(target instanceof Samples)) {
            return budget -> approximate(target, budget, norm);
        }
        SmoothKnots search = search(target, full.code(), norm);
        return budget -> {
            FreeKnotParametrization space = space(target.domain(), budget);
            boolean shared = space.code().degree() == full.code().degree();
            return approximate(target, space, shared ? search : search(target, space.code(), norm), norm);
        };
    }

    @Override
    public int polynomialOrder(Domain domain) {
        return degree + 1;
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.LINEAR_LOG,
                Growth.LINEAR,
                Growth.LOG,
                Growth.ZERO,
                "knots on a dyadic lattice of max(30, 4 log2 M) levels: at most binomial(M^4 + M, M) structures;"
                        + " B-splines are nonnegative with sum 1, so Lip = 1; |c| <= const_k M^2 ||f||_2");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Speeds.freeKnots(smoothness, norm, degree + 1);
    }
}
