package org.epsilonet.families.splines;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.families.splines.internal.Cells;
import org.epsilonet.families.splines.internal.Lattice;
import org.epsilonet.families.splines.internal.LocalFit;
import org.epsilonet.families.splines.internal.Normalization;
import org.epsilonet.families.splines.internal.PartitionCode;
import org.epsilonet.families.splines.internal.PiecewiseParametrization;
import org.epsilonet.families.splines.internal.PiecewiseStructure;
import org.epsilonet.families.splines.internal.Radius;

/** What the families of piecewise polynomials share: given the cells, the rest is local. */
abstract class PiecewiseFamily implements ParametrizedFamily {
    /**
     * Coefficients are bounded by the root mean square over the cell, hence by \(\mu^{-1/2}\) times that over the domain;
     * four times that is allowed.
     */
    private static final double RADIUS = 4;

    /** Where cells are chosen on the cube, they may be as short as \(M^{-4}\): a polynomial search depth. */
    static final int SEARCH_DEPTH = 4;

    /** The largest budget for which \(M^{-4}\) is within the resolution of a double. */
    static final int LARGEST_ADAPTIVE_BUDGET_ON_CUBE = 1 << Lattice.FINEST_LEVEL / SEARCH_DEPTH;

    private final int degree;

    PiecewiseFamily(int degree, int highest) {
        if (degree < 0 || degree > highest) {
            throw new IllegalArgumentException("the degree must be in 0.." + highest + ", was " + degree);
        }
        this.degree = degree;
    }

    /** The largest (total) degree of the pieces. */
    public int degree() {
        return degree;
    }

    /** Total degree \(k\) in \(d\) variables: products of powers up to \(\lfloor k/d\rfloor\) of each. */
    @Override
    public final int polynomialOrder(Domain domain) {
        return degree(domain, largestBudget(domain)) / domain.dimension() + 1;
    }

    /** The partitions of a budget. */
    abstract PartitionCode code(Domain domain, int budget);

    /** The largest number of cells of a budget. */
    abstract int cells(Domain domain, int budget);

    /** The smallest measure of a cell. */
    abstract double smallestCell(Domain domain, int budget);

    /** The degree that a budget allows. */
    int degree(Domain domain, int budget) {
        return degree;
    }

    /** How many polynomials of a total degree are independent on a whole domain. */
    static int basisSize(Domain domain, int degree) {
        int[] sizes = new int[domain.dimension()];
        Arrays.setAll(sizes, axis -> domain instanceof Grid grid ? grid.length(axis) : degree + 1);
        return PiecewiseStructure.basisSize(degree, sizes);
    }

    /** The largest number of coefficients of a budget. */
    long coefficients(Domain domain, int budget) {
        long perCell = basisSize(new Cube(domain.dimension()), degree(domain, budget));
        return Math.min(perCell * cells(domain, budget), domain instanceof Grid grid ? grid.points() : 1L << 30);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        requireSupported(domain, budget);
        int k = degree(domain, budget);
        long size = coefficients(domain, budget);
        double radius = RADIUS / Math.sqrt(smallestCell(domain, budget));
        return new PiecewiseParametrization(code(domain, budget), domain.dimension(), k, (int) size, radius);
    }

    final void requireSupported(Domain domain, int budget) {
        if (!supports(domain)) {
            throw new IllegalArgumentException(id() + " does not exist on " + domain + "; dimensions: " + dimensions());
        }
        if (budget < 1) {
            throw new IllegalArgumentException("the budget must be >= 1, was " + budget);
        }
    }

    /** Fits every cell. */
    final Approximation fitted(Target target, Cells cells, int budget, LpNorm norm) {
        int k = degree(target.domain(), budget);
        PiecewiseStructure structure = new PiecewiseStructure(cells, k, code(target.domain(), budget));
        double[] parameters = new double[structure.size()];
        Target normal = Normalization.of(target);
        for (int ofCell = 0; ofCell <= k; ofCell++) {
            fit(normal, structure, ofCell, norm, parameters);
        }
        Normalization.undo(parameters, target);
        boolean reached = Radius.enforce(parameters, RADIUS / Math.sqrt(smallestCell(target.domain(), budget)));
        Approximant approximant = structure.realize(parameters);
        Distance distance = Distances.between(target, approximant, norm);
        return reached ? Approximation.reached(approximant, distance) : Approximation.notReached(approximant, distance);
    }

    /** Fits the cells of one degree. */
    private static void fit(Target target, PiecewiseStructure structure, int ofCell, LpNorm norm, double[] parameters) {
        Cells cells = structure.cells();
        int[] chosen = IntStream.range(0, cells.count())
                .filter(c -> structure.degree(c) == ofCell)
                .toArray();
        if (chosen.length == 0) {
            return;
        }
        LocalFit fit = LocalFit.of(target, cells.lattice(), ofCell, norm);
        long[] from = new long[cells.lattice().dimension()];
        long[] to = new long[from.length];
        for (int c : chosen) {
            for (int axis = 0; axis < from.length; axis++) {
                from[axis] = cells.from(c, axis);
                to[axis] = cells.to(c, axis);
            }
            fit.fit(from, to, parameters, structure.offset(c));
        }
    }

    /** The smallest measure of a leaf: a cell is halved at most once per split, and never below a step of the lattice. */
    static double smallestLeaf(Lattice lattice, int leaves) {
        double smallest = 1;
        for (int axis = 0; axis < lattice.dimension(); axis++) {
            smallest /= lattice.resolution(axis);
        }
        // A third rather than a half: on samples the smaller half of 3 is 1.
        return Math.max(smallest, StrictMath.pow(lattice.discrete() ? 1.0 / 3 : 0.5, leaves - 1));
    }
}
