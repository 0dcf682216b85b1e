package org.epsilonet.families.splines;

import java.util.Optional;
import java.util.Set;
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
import org.epsilonet.families.splines.internal.SplineFit;
import org.epsilonet.families.splines.internal.SplineParametrization;
import org.epsilonet.families.splines.internal.SplineSpace;
import org.epsilonet.families.splines.internal.SplineStructure;

/**
 * Splines of degree \(k\) and smoothness \(C^{k-1}\) on equal intervals, in the clamped B-spline basis; the budget \(M\)
 * is the dimension of the space, so that there are \(n = M-k\) intervals.
 *
 * <p>A budget \(M \le k\) buys a single polynomial of degree \(M-1\). On \(N\) samples no more than \(N/2\) intervals are
 * used if \(k \ge 1\): uniform knots drift along the samples, and as the dimension approaches \(N\) they pass the phase
 * at which interpolation is singular, so that the coefficients lose all digits although Schoenberg and Whitney's condition
 * holds.
 */
public final class UniformSplines implements ParametrizedFamily {
    /** The highest degree. */
    public static final int HIGHEST_DEGREE = 5;

    private static final int LARGEST_BUDGET_ON_CUBE = 1 << 20;

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

    /** The degree of the splines. */
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
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.LINEAR;
    }

    /** On samples the largest dimension with two samples per interval; 2^20 on the cube. */
    @Override
    public int largestBudget(Domain domain) {
        return space(domain, Integer.MAX_VALUE).dimension();
    }

    private SplineSpace space(Domain domain, int budget) {
        int dimension = Math.min(budget, domain instanceof Grid grid ? grid.points() : LARGEST_BUDGET_ON_CUBE);
        int k = Math.min(degree, dimension - 1);
        int intervals = dimension - k;
        int most = domain instanceof Grid grid && k > 0 ? Math.max(1, grid.points() / 2) : intervals;
        return new SplineSpace(k, Math.min(intervals, most));
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        requireSupported(domain, budget);
        return new SplineParametrization(new SplineStructure(space(domain, budget), domain));
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
     * continuous projection; that on samples was measured, its norm is at most 2.2 for \(k \le 5\).
     * <b>Cost:</b> \(O(Nk^2)\).
     *
     * @see <a href="https://doi.org/10.1007/BF02392832">Shadrin, The L∞-norm of the L2-spline projector is bounded
     *     independently of the knot sequence, Acta Mathematica 2001</a>
     */
    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        requireSupported(target.domain(), budget);
        SplineStructure structure = new SplineStructure(space(target.domain(), budget), target.domain());
        double[] coefficients = SplineFit.coefficients(target, structure.space(), norm);
        boolean reached = Radius.enforce(coefficients, structure.radius());
        Approximant approximant = structure.realize(coefficients);
        Distance distance = Distances.between(target, approximant, norm);
        return reached ? Approximation.reached(approximant, distance) : Approximation.notReached(approximant, distance);
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
}
