package org.epsilonet.families.relu.trained;

import java.util.Optional;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.model.Architecture;
import org.epsilonet.families.relu.bounds.ArchitectureLipschitz;
import org.epsilonet.families.relu.bounds.Exponent;

/**
 * Networks of sizes \(d, w, w, 1\) whose parameters are numbered \(W_1, b_1, W_2, b_2, W_3, b_3\), row-major.
 *
 * @param inputs \(d\)
 * @param budget \(M\), the most nonzero parameters
 * @see "docs/theory.md, G6"
 */
record SparseShape(int inputs, int budget) {
    /** The number of affine maps. */
    static final int DEPTH = 3;

    /** The column of a bias. */
    static final int BIAS = -1;

    /** \(w = \lceil\sqrt{2M}\rceil\). */
    int width() {
        return (int) Math.ceil(Math.sqrt(2.0 * budget));
    }

    /** \(N_\ell\). */
    int size(int layer) {
        return layer == 0 ? inputs : layer == DEPTH ? 1 : width();
    }

    /** \(P\). */
    long positions() {
        return weightsAt(DEPTH + 1);
    }

    /** The number of the first weight of a layer, 1 to 3; of layer 4, the number of all parameters. */
    long weightsAt(int layer) {
        long at = 0;
        for (int l = 1; l < layer; l++) {
            at += (size(l - 1) + 1L) * size(l);
        }
        return at;
    }

    /** The layer of a parameter, 1 to 3. */
    int layer(long position) {
        return position < weightsAt(2) ? 1 : position < weightsAt(3) ? 2 : 3;
    }

    /** The row of a parameter in its layer. */
    int row(long position) {
        int l = layer(position);
        long within = position - weightsAt(l);
        long weights = (long) size(l) * size(l - 1);
        return (int) (within < weights ? within / size(l - 1) : within - weights);
    }

    /** The column of a weight, or {@link #BIAS}. */
    int column(long position) {
        int l = layer(position);
        long within = position - weightsAt(l);
        return within < (long) size(l) * size(l - 1) ? (int) (within % size(l - 1)) : BIAS;
    }

    /** The number of a parameter. */
    long position(int layer, int row, int column) {
        long weights = (long) size(layer) * size(layer - 1);
        return weightsAt(layer) + (column == BIAS ? weights + row : (long) row * size(layer - 1) + column);
    }

    /** \(r_M\). */
    double radius() {
        return 16 * (1 + Math.ceil(Math.sqrt(budget)));
    }

    /**
     * The exact Lipschitz constant over \([0,1]^d\) of all networks of these sizes and this radius, which bounds those of
     * fewer entries.
     */
    double lipschitz() {
        Architecture architecture = Architecture.of(radius(), inputs, width(), width(), 1);
        return new ArchitectureLipschitz(architecture, 1, Exponent.INFINITY).upper();
    }

    /** \(\log_2\sum_{m\le M}\binom Pm\), the number of supports, rounded up. */
    double log2Supports() {
        return supports().log2Count();
    }

    /** A numbering of the supports, while their numbers are short. */
    Optional<StructureNumbering> numbering() {
        return supports().numbering(0, 1, this::support, positions -> new SparseStructure(this, positions));
    }

    private Subsets supports() {
        return new Subsets(positions(), budget);
    }

    private long[] support(Structure s) {
        if (s instanceof SparseStructure sparse && sparse.shape().equals(this)) {
            return sparse.support();
        }
        throw new IllegalArgumentException("not a support of a network of " + this);
    }
}
