package org.epsilonet.families.splines;

import java.util.Optional;
import java.util.Set;
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
import org.epsilonet.families.splines.internal.EqualCells;
import org.epsilonet.families.splines.internal.Lattice;
import org.epsilonet.families.splines.internal.PartitionCode;

/**
 * Discontinuous piecewise polynomials on equal cells of the interval: with budget \(M\), \(\lfloor M/(k+1)\rfloor\) cells
 * and an orthonormal basis of \(P_k\) on each.
 *
 * <p>On \(N\) samples cells end at gaps between samples and differ by at most one sample; a budget of \(N\) gives the
 * data back. A budget below \(k+1\) buys a single polynomial of degree \(M-1\). Local fits: see {@link #approximate}.
 */
public final class UniformPiecewisePolynomials extends PiecewiseFamily {
    /** The highest degree. */
    public static final int HIGHEST_DEGREE = 5;

    private UniformPiecewisePolynomials(int degree) {
        super(degree, HIGHEST_DEGREE);
    }

    /**
     * The family of one degree.
     *
     * @param degree the degree \(k\), 0 to {@value #HIGHEST_DEGREE}
     * @throws IllegalArgumentException if the degree is out of range
     */
    public static UniformPiecewisePolynomials ofDegree(int degree) {
        return new UniformPiecewisePolynomials(degree);
    }

    @Override
    public String id() {
        return "splines.piecewise.degree" + degree();
    }

    @Override
    public String title() {
        return "Piecewise polynomials of degree " + degree() + " on equal cells";
    }

    @Override
    public String parameterMeaning() {
        return "number of coefficients, " + (degree() + 1) + " per cell";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.LINEAR;
    }

    @Override
    int degree(int budget) {
        return Math.min(degree(), budget - 1);
    }

    @Override
    int cells(Domain domain, int budget) {
        int perCell = degree(budget) + 1;
        if (domain instanceof Grid grid && budget >= grid.points()) {
            return (grid.points() + perCell - 1) / perCell;
        }
        return Math.min(budget, largestBudget(domain)) / perCell;
    }

    @Override
    double smallestCell(Domain domain, int budget) {
        double cells = cells(domain, budget);
        return domain instanceof Grid grid ? Math.floor(grid.points() / cells) / grid.points() : 1 / cells;
    }

    @Override
    PartitionCode code(Domain domain, int budget) {
        return PartitionCode.only(equalCells(domain, budget));
    }

    private EqualCells equalCells(Domain domain, int budget) {
        int cells = cells(domain, budget);
        return new EqualCells(domain instanceof Grid grid ? Lattice.of(grid) : Lattice.uniform(cells), cells);
    }

    /**
     * {@inheritDoc}
     *
     * <p>For \(p < \infty\) the orthogonal projection on every cell (best in \(L^2\)); in the supremum norm the best
     * polynomial over the samples, or over Chebyshev points of the cell (near-best; for degree 0 the midrange, best).
     * <b>Cost:</b> \(O(Nk)\).
     */
    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        requireSupported(target.domain(), budget);
        return fitted(target, equalCells(target.domain(), budget), budget, norm);
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.ZERO,
                Growth.LINEAR,
                Growth.LOG,
                Growth.CONSTANT,
                "one structure; cell-local orthonormal polynomials: |c| <= M^(1/2) ||f||_2, Lip <= (k+1)^(3/2)");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Speeds.uniform(smoothness, norm, degree() + 1);
    }
}
