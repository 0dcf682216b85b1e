package org.epsilonet.families.splines;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.families.splines.internal.KnotCode;
import org.epsilonet.families.splines.internal.KnotSearch;
import org.epsilonet.families.splines.internal.Lattice;
import org.epsilonet.families.splines.internal.PartitionCode;
import org.epsilonet.families.splines.internal.ProjectionMemory;

/**
 * Piecewise polynomials with at most \(M\) pieces whose knots are free.
 *
 * <p>Knots are structure, not parameters: with real-valued knots the step functions alone would be an uncountable
 * separated set in the supremum norm. On formulas they are multiples of \(2^{-J}\) with \(J = \max(30, \lceil 4\log_2
 * M\rceil)\), which plays the role of a polynomial search depth: \(\log_2|S_M| = O(M\log M)\), and a jump off the
 * lattice costs \(2^{-J/p} \le M^{-4/p}\). On samples they are gaps between samples.
 *
 * <p><b>Partition.</b> \(L^2\) (taken for all \(p < \infty\)): optimal by dynamic programming on up to 1024 samples while
 * \(N^2M \le 2^{27}\); beyond, pieces of equal error whose knots then slide, near-best. Supremum norm: pieces of equal
 * error, optimal for degree 0 up to the resolution of a fine adaptive mesh (at least 32 cells per piece), near-best
 * otherwise, and on formulas, of degree 1 and more, hardly worse than greedy bisection as far as sampling sees.
 */
public final class FreeKnotPiecewisePolynomials extends PiecewiseFamily {
    /** The highest degree. */
    public static final int HIGHEST_DEGREE = 3;

    private static final int SMALLEST_LEVEL = 30;
    private static final int LARGEST_BUDGET_ON_GRID = 1 << 15;

    private FreeKnotPiecewisePolynomials(int degree) {
        super(degree, HIGHEST_DEGREE);
    }

    /**
     * The family of one degree.
     *
     * @param degree the degree \(k\), 0 to {@value #HIGHEST_DEGREE}
     * @throws IllegalArgumentException if the degree is out of range
     */
    public static FreeKnotPiecewisePolynomials ofDegree(int degree) {
        return new FreeKnotPiecewisePolynomials(degree);
    }

    @Override
    public String id() {
        return "splines.free-knot.degree" + degree();
    }

    @Override
    public String title() {
        return "Free-knot piecewise polynomials of degree " + degree();
    }

    @Override
    public String parameterMeaning() {
        return "number of polynomial pieces";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** 2^13 on the cube, where knots reach the resolution of a double, and 2^15 pieces on samples. */
    @Override
    public int largestBudget(Domain domain) {
        return domain instanceof Grid grid
                ? Math.min(grid.points(), LARGEST_BUDGET_ON_GRID)
                : LARGEST_ADAPTIVE_BUDGET_ON_CUBE;
    }

    @Override
    int cells(Domain domain, int budget) {
        return Math.min(budget, largestBudget(domain));
    }

    /** The level \(J\) of the dyadic lattice of the knots, in integers: a decoder needs the same one. */
    static int level(int budget) {
        long m = Math.min(budget, LARGEST_ADAPTIVE_BUDGET_ON_CUBE);
        return Math.max(SMALLEST_LEVEL, Long.SIZE - Long.numberOfLeadingZeros(m * m * m * m - 1));
    }

    private static Lattice lattice(Domain domain, int budget) {
        return Lattice.of(domain, level(budget));
    }

    @Override
    double smallestCell(Domain domain, int budget) {
        return 1.0 / lattice(domain, budget).resolution(0);
    }

    @Override
    PartitionCode code(Domain domain, int budget) {
        return new KnotCode(lattice(domain, budget), cells(domain, budget));
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        requireSupported(target.domain(), budget);
        return approximate(target, search(target, budget, norm, new ProjectionMemory()), budget, norm);
    }

    private KnotSearch search(Target target, int budget, LpNorm norm, ProjectionMemory memory) {
        return new KnotSearch(target, lattice(target.domain(), budget), degree(), norm, memory);
    }

    private Approximation approximate(Target target, KnotSearch search, int budget, LpNorm norm) {
        return fitted(target, search.partition(cells(target.domain(), budget)), budget, norm);
    }

    /** On samples all budgets share one bisection; on the cube, where the lattice depends on the budget, projections. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        requireSupported(target.domain(), 1);
        ProjectionMemory memory = new ProjectionMemory();
        KnotSearch ofAll = search(target, 1, norm, memory);
        return budget -> {
            requireSupported(target.domain(), budget);
            KnotSearch search = target instanceof Samples ? ofAll : search(target, budget, norm, memory);
            return approximate(target, search, budget, norm);
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.LINEAR_LOG,
                Growth.LINEAR,
                Growth.LOG,
                Growth.CONSTANT,
                "knots on a dyadic lattice of max(30, 4 log2 M) levels: at most binomial(M^4, M) structures;"
                        + " cell-local orthonormal polynomials: |c| <= M^2 ||f||_2, Lip <= (k+1)^(3/2)");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Speeds.freeKnots(smoothness, norm, degree() + 1);
    }
}
