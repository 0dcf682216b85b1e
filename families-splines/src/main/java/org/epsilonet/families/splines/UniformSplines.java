package org.epsilonet.families.splines;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.JacksonBound;
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
import org.epsilonet.families.splines.internal.AxisBudgets;
import org.epsilonet.families.splines.internal.Radius;
import org.epsilonet.families.splines.internal.SplineFit;
import org.epsilonet.families.splines.internal.SplineParametrization;
import org.epsilonet.families.splines.internal.SplineSpace;
import org.epsilonet.families.splines.internal.SplineStructure;
import org.epsilonet.families.splines.internal.TensorSplineFit;

/**
 * Splines of degree \(k\) and smoothness \(C^{k-1}\) on equal intervals, and their tensor products in two and three
 * dimensions, in the clamped B-spline basis; the budget \(M\) bounds the dimension of the space, \(\prod_am_a\) with
 * \(m_a-k\) intervals along axis \(a\).
 *
 * <p>On a grid the \(m_a\) are chosen so that intervals are equally long along all axes, counted in samples; see {@link
 * AxisBudgets}. Along an axis \(m_a \le k\) buys a single polynomial of degree \(m_a-1\). On \(N\) samples no more than
 * \(N/2\) intervals are used if \(k \ge 1\): uniform knots drift along the samples, and as the dimension approaches \(N\)
 * they pass the phase at which interpolation is singular, so that the coefficients lose all digits although Schoenberg and
 * Whitney's condition holds.
 */
public final class UniformSplines implements ParametrizedFamily {
    /** The highest degree. */
    public static final int HIGHEST_DEGREE = 5;

    private static final int LARGEST_BUDGET_ON_INTERVAL = 1 << 20;

    /** In more dimensions a formula is evaluated at hundreds of nodes per coefficient. */
    private static final int LARGEST_BUDGET_ON_CUBE = 1 << 16;

    private final int degree;

    private UniformSplines(int degree) {
        this.degree = degree;
    }

    /**
     * The family of one degree.
     *
     * @param degree the degree \(k\), 0 to {@value #HIGHEST_DEGREE}
     * @throws IllegalArgumentException if the degree is out of range
     */
    public static UniformSplines ofDegree(int degree) {
        if (degree < 0 || degree > HIGHEST_DEGREE) {
            throw new IllegalArgumentException("the degree must be in 0.." + HIGHEST_DEGREE + ", was " + degree);
        }
        return new UniformSplines(degree);
    }

    /** The degree of the splines, in every coordinate. */
    public int degree() {
        return degree;
    }

    @Override
    public String id() {
        return "splines.uniform.degree" + degree;
    }

    @Override
    public String title() {
        return "Splines of degree " + degree + " with uniform knots";
    }

    @Override
    public String parameterMeaning() {
        return "dimension of the spline space";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1, 2, 3);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.LINEAR;
    }

    /**
     * On samples the largest dimension with two samples per interval; 2^20 on the interval, 2^16 on the square and the
     * cube.
     */
    @Override
    public int largestBudget(Domain domain) {
        return axes(domain, Integer.MAX_VALUE).stream()
                .mapToInt(SplineSpace::dimension)
                .reduce(1, (a, b) -> a * b);
    }

    private List<SplineSpace> axes(Domain domain, int budget) {
        int most = domain.dimension() == 1 ? LARGEST_BUDGET_ON_INTERVAL : LARGEST_BUDGET_ON_CUBE;
        int[] caps = IntStream.range(0, domain.dimension())
                .map(axis -> domain instanceof Grid grid
                        ? SplineSpace.onSamples(degree, grid.length(axis)).dimension()
                        : most)
                .toArray();
        int[] sizes = AxisBudgets.of(domain, domain instanceof Grid ? budget : Math.min(budget, most), caps, degree);
        return IntStream.of(sizes)
                .mapToObj(m -> SplineSpace.ofDimension(degree, m))
                .toList();
    }

    private static double radius(List<SplineSpace> axes) {
        return SplineStructure.radius(
                axes.stream().mapToInt(SplineSpace::degree).toArray(),
                axes.stream().mapToDouble(SplineSpace::intervals).toArray());
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        requireSupported(domain, budget);
        List<SplineSpace> axes = axes(domain, budget);
        return new SplineParametrization(SplineStructure.uniform(axes, domain), radius(axes));
    }

    private void requireSupported(Domain domain, int budget) {
        if (!supports(domain)) {
            throw new IllegalArgumentException(id() + " does not exist on " + domain + "; dimensions: " + dimensions());
        }
        if (budget < 1) {
            throw new IllegalArgumentException("the budget must be >= 1, was " + budget);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>For \(p < \infty\) least squares, best in \(L^2\). In the supremum norm: for degree 0 midranges, best; for degree
     * 1 interpolation of formulas at the knots, at most twice the best error; otherwise least squares again, near-best as
     * the \(L^2\) projection onto splines is bounded in \(L^\infty\) whatever the knots. Shadrin's theorem is for the
     * continuous projection; that on samples was measured, its norm is at most 2.2 for \(k \le 5\). In \(d\) dimensions
     * norms are raised to the power \(d\). <b>Cost:</b> \(O(Ndk^2)\).
     *
     * @see <a href="https://doi.org/10.1007/BF02392832">Shadrin, The L∞-norm of the L2-spline projector is bounded
     *     independently of the knot sequence, Acta Mathematica 2001</a>
     */
    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        requireSupported(target.domain(), budget);
        List<SplineSpace> axes = axes(target.domain(), budget);
        double[] coefficients = axes.size() == 1
                ? SplineFit.coefficients(target, axes.get(0), norm)
                : TensorSplineFit.coefficients(target, axes, norm);
        boolean reached = Radius.enforce(coefficients, radius(axes));
        Approximant approximant = SplineStructure.uniform(axes, target.domain()).realize(coefficients);
        Distance distance = Distances.between(target, approximant, norm);
        return reached ? Approximation.reached(approximant, distance) : Approximation.notReached(approximant, distance);
    }

    /** Products of splines: degree \(k\) in each variable. */
    @Override
    public int polynomialOrder(Domain domain) {
        return degree + 1;
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.ZERO,
                Growth.LINEAR,
                Growth.LOG,
                Growth.ZERO,
                "one structure; B-splines are nonnegative with sum 1, so Lip = 1; |c| <= const_k M^(1/2) ||f||_2 by"
                        + " de Boor's stability of the B-spline basis");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Speeds.uniform(smoothness, norm, degree + 1);
    }

    @Override
    public Optional<JacksonBound> jackson(Smoothness smoothness, LpNorm norm, int budget) {
        return degree == 0
                ? JacksonBounds.constants(smoothness, norm, Math.min(budget, LARGEST_BUDGET_ON_INTERVAL))
                : Optional.empty();
    }
}
