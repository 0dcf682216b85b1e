package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * Cells, and on each the orthonormal polynomials of total degree at most \(k\) with respect to the cell's own
 * probability measure. Coefficients are bounded by the function's size on the cell, \(|c_j| \le \|f\|_{L^2(cell)} \le
 * \|f\|_\infty\).
 */
public final class PiecewiseStructure implements Structure {
    private static final int SIZE_CLASSES = 10;

    private final Cells cells;
    private final int degree;
    private final PartitionCode code;
    private final int[] offsets;

    /**
     * @param cells the partition
     * @param degree the largest total degree \(k\)
     * @param code how the partition is written
     */
    public PiecewiseStructure(Cells cells, int degree, PartitionCode code) {
        this.cells = cells;
        this.degree = degree;
        this.code = code;
        this.offsets = new int[cells.count() + 1];
        for (int c = 0; c < cells.count(); c++) {
            offsets[c + 1] = offsets[c] + cells.basisSize(c, degree);
        }
    }

    /** The partition. */
    public Cells cells() {
        return cells;
    }

    int degree() {
        return degree;
    }

    /** Where the coefficients of cell {@code c} begin. */
    public int offset(int c) {
        return offsets[c];
    }

    @Override
    public int size() {
        return offsets[cells.count()];
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != size()) {
            throw new IllegalArgumentException(
                    "the structure has " + size() + " parameters, were " + parameters.length);
        }
        return new PiecewisePolynomial(this, parameters.clone());
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        return new CellwiseBound(cells, degree, offsets, norm);
    }

    @Override
    public void write(SymbolSink sink) {
        code.write(cells, sink);
    }

    /** The total degree, and how small the cell is. */
    @Override
    public int context(int i) {
        int c = cellOf(i);
        return degreeOf(c, i) * SIZE_CLASSES + Math.min(SIZE_CLASSES - 1, -Math.getExponent(cells.measure(c)) / 2);
    }

    /**
     * Equal shares of the error, which minimizes the bits at high resolution: steps are proportional to
     * \(\mu(cell)^{-1/p}\), and in the supremum norm to \(1/\sqrt{2j+1}\).
     */
    @Override
    public double scale(int i, LpNorm norm) {
        int c = cellOf(i);
        if (norm.isSup()) {
            return 1 / Math.sqrt(2 * degreeOf(c, i) + 1);
        }
        double measure = cells.measure(c);
        return norm.p() == 2 ? 1 / Math.sqrt(measure) : 1 / StrictMath.pow(measure, 1 / norm.p());
    }

    private int cellOf(int i) {
        int full = offsets[1];
        int guess = Math.min(i / full, cells.count() - 1);
        if (offsets[guess] <= i && i < offsets[guess + 1]) {
            return guess;
        }
        int found = Arrays.binarySearch(offsets, i);
        return found >= 0 ? found : -found - 2;
    }

    private int degreeOf(int c, int i) {
        int index = i - offsets[c];
        Lattice lattice = cells.lattice();
        return lattice.dimension() == 1
                ? index
                : TotalDegree.degreeOf(
                        index,
                        CellPolynomials.size(degree, lattice.points(cells.to(c, 0) - cells.from(c, 0))),
                        CellPolynomials.size(degree, lattice.points(cells.to(c, 1) - cells.from(c, 1))));
    }
}
