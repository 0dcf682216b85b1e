package org.epsilonet.families.relu.trained;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** A support: which parameters of a network of a shape are not zero. */
final class SparseStructure implements Structure {
    private final SparseShape shape;
    private final long[] support;
    private final SparseLayers layers;

    /**
     * @param support numbers of parameters, increasing; kept
     */
    SparseStructure(SparseShape shape, long[] support) {
        this.shape = shape;
        this.support = support;
        this.layers = SparseLayers.of(shape, support);
    }

    @Override
    public int size() {
        return support.length;
    }

    /** The parameters that may be nonzero; the array itself. */
    long[] support() {
        return support;
    }

    SparseShape shape() {
        return shape;
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != support.length) {
            throw new IllegalArgumentException(
                    "the support has " + support.length + " entries, given were " + parameters.length);
        }
        return new SparseApproximant(this, layers, parameters.clone());
    }

    /** In every \(L^p\) norm the bound of the supremum, which is at least as large. */
    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] theta = parameters.clone();
        return deltas -> layers.movement(theta, deltas);
    }

    @Override
    public int context(int i) {
        return 2 * shape.layer(support[i]) + (shape.column(support[i]) == SparseShape.BIAS ? 1 : 0);
    }

    @Override
    public Structure without(boolean[] zero) {
        long[] kept = new long[support.length];
        int size = 0;
        for (int i = 0; i < support.length; i++) {
            if (!zero[i]) {
                kept[size++] = support[i];
            }
        }
        return size == support.length ? this : new SparseStructure(shape, Arrays.copyOf(kept, size));
    }

    /** The size, then the numbers of zeros before each entry. */
    @Override
    public void write(SymbolSink sink) {
        sink.uniform(support.length, shape.budget() + 1L);
        long next = 0;
        for (long position : support) {
            sink.integer(shape.layer(next), position - next);
            next = position + 1;
        }
    }

    /** Reads what {@link #write} wrote; memory grows with the symbols read. */
    static SparseStructure read(SparseShape shape, SymbolSource source) throws CorruptCodeException {
        int size = (int) source.uniform(shape.budget() + 1L);
        long[] support = new long[Math.min(size, 64)];
        long next = 0;
        for (int i = 0; i < size; i++) {
            long zeros = source.integer(shape.layer(next));
            long room = shape.positions() - next - (size - i);
            if (zeros > room) {
                throw new CorruptCodeException(
                        zeros + " zeros before a nonzero parameter, at most " + room + " are possible");
            }
            if (i == support.length) {
                support = Arrays.copyOf(support, (int) Math.min(size, 2L * i));
            }
            support[i] = next + zeros;
            next = support[i] + 1;
        }
        return new SparseStructure(shape, support);
    }
}
