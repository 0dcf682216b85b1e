package org.epsilonet.families.splines;

import java.util.List;
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
import org.epsilonet.families.splines.internal.MonotoneFit;
import org.epsilonet.families.splines.internal.MonotoneParametrization;
import org.epsilonet.families.splines.internal.MonotoneStructure;
import org.epsilonet.families.splines.internal.Radius;
import org.epsilonet.families.splines.internal.SplineFit;
import org.epsilonet.families.splines.internal.SplineParametrization;
import org.epsilonet.families.splines.internal.SplineSpace;
import org.epsilonet.families.splines.internal.SplineStructure;

/**
 * Monotone splines of degree \(k \le 2\) and smoothness \(C^{k-1}\) on equal intervals of [0, 1], rising or falling; the
 * budget \(M\) bounds the dimension of the space. Decoded functions are monotone, whatever was quantized.
 *
 * <p>A B-spline series with coefficients in order is monotone, as \(s' = \sum_j k(c_j-c_{j-1})/(t_{j+k}-t_j)\,B_{j,k-1}\).
 * For \(k \le 2\) the converse holds, since a piecewise linear \(s'\) takes these factors as its values at the knots: so
 * \(\Sigma_M\) consists of all monotone splines. From degree 3 on coefficients in order would give only some.
 *
 * <p><b>Speeds.</b> Monotone functions are approximated as fast as by splines without shape, \(\|f-s\|_\infty \le
 * \mathrm{const}_k\,M^{-j}\omega(f^{(j)}, 1/M)\) for \(j \le k\) (DeVore 1977). A ball of any smoothness contains functions
 * that are not monotone, and from these all elements stay away: no class described by {@link Smoothness} has a speed here.
 *
 * @see "DeVore, Monotone approximation by splines, SIAM J. Math. Anal. 8, 1977"
 * @see <a href="https://arxiv.org/abs/1403.7983">Kopotun, Leviatan, Prymak, Constrained spline smoothing: estimates for
 *     shape-preserving splines in all norms</a>
 */
public final class MonotoneSplines implements ParametrizedFamily {
    /** The highest degree of which all monotone splines have coefficients in order. */
    public static final int HIGHEST_DEGREE = 2;

    private static final int LARGEST_BUDGET = 1 << 20;

    private final int degree;

    private MonotoneSplines(int degree) {
        this.degree = degree;
    }

    /**
     * The family of one degree.
     *
     * @param degree the degree \(k\), 1 or 2
     * @throws IllegalArgumentException if the degree is out of range
     */
    public static MonotoneSplines ofDegree(int degree) {
        if (degree < 1 || degree > HIGHEST_DEGREE) {
            throw new IllegalArgumentException("the degree must be in 1.." + HIGHEST_DEGREE + ", was " + degree);
        }
        return new MonotoneSplines(degree);
    }

    @Override
    public String id() {
        return "splines.monotone.degree" + degree;
    }

    @Override
    public String title() {
        return "Monotone splines of degree " + degree + " with uniform knots";
    }

    @Override
    public String parameterMeaning() {
        return "dimension of the spline space";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    /** The elements lie in one linear space. */
    @Override
    public ApproximationKind kind() {
        return ApproximationKind.LINEAR;
    }

    /** As of {@link UniformSplines}. */
    @Override
    public int largestBudget(Domain domain) {
        return domain instanceof Grid grid
                ? SplineSpace.onSamples(degree, grid.points()).dimension()
                : LARGEST_BUDGET;
    }

    private SplineSpace space(Domain domain, int budget) {
        if (!supports(domain) || budget < 1) {
            throw new IllegalArgumentException(
                    id() + " needs dimension 1 and a budget >= 1, were " + domain + " and " + budget);
        }
        return SplineSpace.ofDimension(degree, Math.min(budget, largestBudget(domain)));
    }

    private static SplineParametrization splines(SplineSpace space, Domain domain) {
        double radius = SplineStructure.radius(new int[] {space.degree()}, new double[] {space.intervals()});
        return new SplineParametrization(SplineStructure.uniform(List.of(space), domain), radius);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        SplineParametrization splines = splines(space(domain, budget), domain);
        return new MonotoneParametrization(splines.structure(), splines.radius());
    }

    /**
     * {@inheritDoc}
     *
     * <p>The better one of a rising and a falling spline: in \(L^2\) the best of each, up to a relative 1e-3 of the
     * coefficients; in the other norms near-best, see {@link MonotoneFit}. <b>Cost:</b> \(O(Nk^2)\), and at most 64 passes
     * over the coefficients.
     */
    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        SplineSpace space = space(target.domain(), budget);
        double[] best = SplineFit.coefficients(target, space, norm);
        double radius = splines(space, target.domain()).radius();
        boolean reached = Radius.enforce(best, radius);
        Approximation rising = fitted(target, space, best, true, norm, reached);
        Approximation falling = fitted(target, space, best, false, norm, reached);
        return falling.distance().value() < rising.distance().value() ? falling : rising;
    }

    private static Approximation fitted(
            Target target, SplineSpace space, double[] best, boolean rising, LpNorm norm, boolean reached) {
        Domain domain = target.domain();
        double[] ordered =
                rising ? MonotoneFit.rising(space, domain, best, norm) : MonotoneFit.falling(space, domain, best, norm);
        MonotoneStructure structure =
                new MonotoneStructure(splines(space, domain).structure(), rising);
        Approximant approximant = structure.realize(ordered);
        Distance distance = Distances.between(target, approximant, norm);
        return reached ? Approximation.reached(approximant, distance) : Approximation.notReached(approximant, distance);
    }

    /** Linear functions are monotone. */
    @Override
    public int polynomialOrder(Domain domain) {
        return 2;
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.CONSTANT,
                Growth.LINEAR,
                Growth.LOG,
                Growth.ZERO,
                "two structures; B-splines are nonnegative with sum 1 and a running maximum is a contraction, so Lip = 1;"
                        + " |c| <= const_k M^(1/2) ||f||_2 by de Boor's stability of the B-spline basis");
    }

    /** None: every ball contains functions that are not monotone, and on such a class the speed is 0. */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Optional.empty();
    }
}
