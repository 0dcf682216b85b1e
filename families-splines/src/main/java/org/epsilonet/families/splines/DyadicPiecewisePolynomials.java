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
import org.epsilonet.api.function.Target;
import org.epsilonet.families.splines.internal.BisectionTree;
import org.epsilonet.families.splines.internal.GreedyBisection;
import org.epsilonet.families.splines.internal.Lattice;
import org.epsilonet.families.splines.internal.LocalFit;
import org.epsilonet.families.splines.internal.Normalization;
import org.epsilonet.families.splines.internal.PartitionCode;
import org.epsilonet.families.splines.internal.TreeCode;
import org.epsilonet.families.splines.internal.TreePartition;

/**
 * Adaptive dyadic piecewise polynomials of total degree \(k\) with at most \(M\) cells, in one to three dimensions.
 *
 * <p>The cells are the leaves of a binary tree that halves a cell across its longest side: dyadic intervals, squares
 * and half squares, cubes, halves and quarters of cubes. The tree is grown greedily, the cell with the largest local error first. On the cube cells are halved
 * at most 52 times per axis, the resolution of a double: for all budgets there (\(M \le 2^{13}\)) that is a search
 * depth of \(4\log_2M\) or more. On samples index ranges are halved, down to single samples, so any \(N\) will do.
 */
public final class DyadicPiecewisePolynomials extends PiecewiseFamily {
    /** The highest degree. */
    public static final int HIGHEST_DEGREE = 3;

    private static final int LARGEST_BUDGET_ON_GRID = 1 << 18;

    private DyadicPiecewisePolynomials(int degree) {
        super(degree, HIGHEST_DEGREE);
    }

    /**
     * The family of one degree.
     *
     * @param degree the total degree \(k\), 0 to {@value #HIGHEST_DEGREE}
     * @throws IllegalArgumentException if the degree is out of range
     */
    public static DyadicPiecewisePolynomials ofDegree(int degree) {
        return new DyadicPiecewisePolynomials(degree);
    }

    @Override
    public String id() {
        return "splines.dyadic.degree" + degree();
    }

    @Override
    public String title() {
        return "Adaptive dyadic piecewise polynomials of degree " + degree();
    }

    @Override
    public String parameterMeaning() {
        return "number of dyadic cells";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1, 2, 3);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** 2^13 on the cube, where cells reach the resolution of a double, and 2^18 cells on samples. */
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

    private static Lattice lattice(Domain domain) {
        return Lattice.of(domain, Lattice.FINEST_LEVEL);
    }

    @Override
    double smallestCell(Domain domain, int budget) {
        return smallestLeaf(lattice(domain), cells(domain, budget));
    }

    @Override
    PartitionCode code(Domain domain, int budget) {
        return new TreeCode(lattice(domain), cells(domain, budget));
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** Trees of all budgets are prunings of one greedy sequence. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        requireSupported(target.domain(), 1);
        Lattice lattice = lattice(target.domain());
        LocalFit fit = LocalFit.of(Normalization.of(target), lattice, degree(), norm);
        GreedyBisection greedy = new GreedyBisection(lattice, fit, degree(), norm.isSup());
        return budget -> {
            requireSupported(target.domain(), budget);
            BisectionTree tree = greedy.tree(cells(target.domain(), budget));
            return fitted(target, target.dimension() == 1 ? new TreePartition(tree) : tree, budget, norm);
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.LINEAR,
                Growth.LINEAR,
                Growth.LOG,
                Growth.CONSTANT,
                "at most 4^M trees; depth O(log M), so |c| <= poly(M) ||f||_2; cell-local orthonormal polynomials:"
                        + " Lip depends on the degree only");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Speeds.dyadic(smoothness, norm, degree() + 1);
    }
}
