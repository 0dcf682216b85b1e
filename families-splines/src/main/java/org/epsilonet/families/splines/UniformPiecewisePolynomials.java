package org.epsilonet.families.splines;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.JacksonBound;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.families.splines.internal.AxisBudgets;
import org.epsilonet.families.splines.internal.EqualCells;
import org.epsilonet.families.splines.internal.Lattice;
import org.epsilonet.families.splines.internal.PartitionCode;

/**
 * Discontinuous piecewise polynomials of total degree \(k\) on equal cells of the interval, the square or the cube, with
 * an orthonormal basis on each: with budget \(M\), at most \(M/\binom{k+d}{d}\) cells.
 *
 * <p>On samples cells end at gaps between samples, are equally long along all axes as nearly as can be ({@link
 * AxisBudgets}), and differ by at most one sample along each; a budget of all samples gives the data back. A budget below
 * \(\binom{k+d}{d}\) buys a single polynomial of lower degree. Local fits: see {@link #approximate}.
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
        return "number of coefficients";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1, 2, 3);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.LINEAR;
    }

    /** The largest degree whose polynomials a budget can pay on the whole domain. */
    @Override
    int degree(Domain domain, int budget) {
        int k = degree();
        while (basisSize(domain, k) > budget) {
            k--;
        }
        return k;
    }

    @Override
    int cells(Domain domain, int budget) {
        return IntStream.of(cellsAlong(domain, budget)).reduce(1, (a, b) -> a * b);
    }

    /** Into how many pieces every axis is cut; on data with a budget for all, such that they come back. */
    private int[] cellsAlong(Domain domain, int budget) {
        int perCell = basisSize(domain, degree(domain, budget));
        if (!(domain instanceof Grid grid)) {
            int most = largestBudget(domain);
            return AxisBudgets.of(domain, Math.min(budget, most) / perCell, filled(domain.dimension(), most), 0);
        }
        boolean all = budget >= grid.points();
        if (grid.dimension() == 1) {
            return new int[] {all ? (grid.points() + perCell - 1) / perCell : budget / perCell};
        }
        return all ? grid.shape() : AxisBudgets.of(grid, budget / perCell, grid.shape(), 0);
    }

    private static int[] filled(int length, int value) {
        int[] array = new int[length];
        Arrays.fill(array, value);
        return array;
    }

    @Override
    double smallestCell(Domain domain, int budget) {
        int[] cells = cellsAlong(domain, budget);
        double smallest = 1;
        for (int axis = 0; axis < cells.length; axis++) {
            smallest *= domain instanceof Grid grid
                    ? Math.floor(grid.length(axis) / (double) cells[axis]) / grid.length(axis)
                    : 1.0 / cells[axis];
        }
        return smallest;
    }

    @Override
    PartitionCode code(Domain domain, int budget) {
        return PartitionCode.only(equalCells(domain, budget));
    }

    private EqualCells equalCells(Domain domain, int budget) {
        int[] cells = cellsAlong(domain, budget);
        long[] ends = IntStream.of(cells).asLongStream().toArray();
        return new EqualCells(domain instanceof Grid grid ? Lattice.of(grid) : Lattice.uniform(ends), cells);
    }

    /**
     * {@inheritDoc}
     *
     * <p>For \(p < \infty\) the orthogonal projection on every cell (best in \(L^2\)); in the supremum norm the best
     * polynomial over the samples, or over Chebyshev points of the cell (near-best; for degree 0 the midrange, best); in two
     * and three dimensions the projection moved by the midrange of its residual.
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

    /** In \(L^2\) no worse than constants on the same cells. */
    @Override
    public Optional<JacksonBound> jackson(Smoothness smoothness, LpNorm norm, int budget) {
        return smoothness.dimension() == 1 && (degree() == 0 || norm.p() == 2)
                ? JacksonBounds.constants(smoothness, norm, cells(new Cube(1), budget))
                : Optional.empty();
    }
}
