package org.epsilonet.families.splines.wedgelet;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * Pieces, and on each the orthonormal polynomials of its {@link Region}. Coefficients are bounded by the function's size
 * on the piece, \(|c_j| \le \|f\|_{L^2(piece)} \le \|f\|_\infty\).
 */
final class WedgeStructure implements Structure {
    private static final int SIZE_CLASSES = 20;

    private final WedgePartition partition;
    private final int degree;
    private final WedgeCode code;
    private final Region[] regions;
    private final double[] measures;
    private final int[] offsets;

    WedgeStructure(WedgePartition partition, int degree, WedgeCode code) {
        this.partition = partition;
        this.degree = degree;
        this.code = code;
        this.regions = new Region[partition.pieces()];
        this.measures = new double[regions.length];
        this.offsets = new int[regions.length + 1];
        for (int leaf = 0; leaf < partition.leaves(); leaf++) {
            Outline outline = partition.outline(leaf);
            double share = partition.tree().measure(leaf) / ((double) outline.rows() * outline.columns());
            for (int p = partition.firstPiece(leaf); p < partition.firstPiece(leaf + 1); p++) {
                regions[p] = Region.of(partition.extremes(leaf, p - partition.firstPiece(leaf)), partition.discrete());
                measures[p] = regions[p].mass() * share;
                offsets[p + 1] = offsets[p] + regions[p].size(degree);
            }
        }
    }

    WedgePartition partition() {
        return partition;
    }

    int degree() {
        return degree;
    }

    Region region(int piece) {
        return regions[piece];
    }

    /** Where the coefficients of a piece begin. */
    int offset(int piece) {
        return offsets[piece];
    }

    @Override
    public int size() {
        return offsets[regions.length];
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != size()) {
            throw new IllegalArgumentException(
                    "the structure has " + size() + " parameters, were " + parameters.length);
        }
        return new WedgeFunction(this, parameters.clone());
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double orthonormality = 0;
        for (Region region : regions) {
            orthonormality = Math.max(orthonormality, region.orthonormality());
        }
        double[][] largest = norm.p() > 2 ? largestValues() : new double[0][];
        return new PiecewiseBound(measures, offsets, largest, orthonormality, norm);
    }

    private double[][] largestValues() {
        double[][] largest = new double[regions.length][];
        for (int leaf = 0; leaf < partition.leaves(); leaf++) {
            for (int p = partition.firstPiece(leaf); p < partition.firstPiece(leaf + 1); p++) {
                largest[p] = regions[p].largest(degree, partition.extremes(leaf, p - partition.firstPiece(leaf)));
            }
        }
        return largest;
    }

    @Override
    public void write(SymbolSink sink) {
        code.write(partition, sink);
    }

    /** The total degree, and how small the piece is. */
    @Override
    public int context(int i) {
        int piece = pieceOf(i);
        int size = Math.min(SIZE_CLASSES - 1, Math.max(0, -Math.getExponent(measures[piece])));
        return (i == offsets[piece] ? 0 : 1) * SIZE_CLASSES + size;
    }

    /**
     * Equal shares of the error, which minimizes the bits at high resolution: steps are proportional to
     * \(\mu(piece)^{-1/p}\), and in the supremum norm to \(1/\sqrt{2j+1}\).
     */
    @Override
    public double scale(int i, LpNorm norm) {
        int piece = pieceOf(i);
        if (norm.isSup()) {
            return i == offsets[piece] ? 1 : 1 / Math.sqrt(3);
        }
        double measure = measures[piece];
        return norm.p() == 2 ? 1 / Math.sqrt(measure) : 1 / StrictMath.pow(measure, 1 / norm.p());
    }

    /** Pieces without parameters share their offset with the next: the last of equal offsets is meant. */
    private int pieceOf(int i) {
        int found = Arrays.binarySearch(offsets, i);
        int piece = found >= 0 ? found : -found - 2;
        while (offsets[piece + 1] <= i) {
            piece++;
        }
        return piece;
    }
}
