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
    private static final int MOST_DEGREES = 6;

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
            offsets[c + 1] = offsets[c] + basis(c).count();
        }
    }

    /**
     * How many products of polynomials there are.
     *
     * @param degree their largest total degree
     * @param sizes how many polynomials exist along every axis
     */
    public static int basisSize(int degree, int... sizes) {
        return TotalDegree.of(degree, sizes).count();
    }

    /** The partition. */
    public Cells cells() {
        return cells;
    }

    int degree() {
        return degree;
    }

    /** The largest total degree on cell {@code c}. */
    public int degree(int c) {
        return cells.degree(c, degree);
    }

    /** The products of polynomials that are independent on cell {@code c}. */
    TotalDegree basis(int c) {
        return cells.basis(c, degree(c));
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
        return new CellwiseBound(this, norm);
    }

    @Override
    public void write(SymbolSink sink) {
        code.write(cells, sink);
    }

    /** The total degree, and how small the cell is. */
    @Override
    public int context(int i) {
        int c = cellOf(i);
        int ofDegree = Math.min(MOST_DEGREES - 1, degreeOf(c, i));
        return ofDegree * SIZE_CLASSES + Math.min(SIZE_CLASSES - 1, -Math.getExponent(cells.measure(c)) / 2);
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
        return cells.lattice().dimension() == 1 ? index : basis(c).total(index);
    }
}
