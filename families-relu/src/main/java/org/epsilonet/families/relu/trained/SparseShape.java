package org.epsilonet.families.relu.trained;

import org.epsilonet.api.family.PerturbationBound;
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

    /** Up to here supports are counted exactly, above by Stirling's formula. */
    private static final int COUNTED = 1024;

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

    /** \(\log_2\sum_{m\le M}\binom Pm\), the number of supports; above M = 1024 a little more. */
    double log2Supports() {
        double p = positions();
        if (budget <= COUNTED) {
            double log2 = 0;
            double relative = 1;
            for (int m = 1; m <= budget; m++) {
                double quotient = m / (p - m + 1);
                log2 -= StrictMath.log(quotient) / StrictMath.log(2);
                relative = 1 + relative * quotient;
            }
            return PerturbationBound.outward(log2 + StrictMath.log(relative) / StrictMath.log(2), 4 * budget + 8);
        }
        // The terms decrease at least like a geometric series, because 2M <= P.
        double quotient = budget / (p - budget + 1);
        double rounding = 0x1p-44 * p * StrictMath.log(p);
        double log = logFactorial(p, 1 / (12 * p))
                - logFactorial(budget, 1 / (12.0 * budget + 1))
                - logFactorial(p - budget, 1 / (12 * (p - budget) + 1))
                - StrictMath.log1p(-quotient);
        return (log + rounding) / StrictMath.log(2);
    }

    /** Stirling's formula for \(\ln n!\); Robbins: the correction is between 1/(12n+1) and 1/(12n). */
    private static double logFactorial(double n, double correction) {
        return (n + 0.5) * StrictMath.log(n) - n + 0.5 * StrictMath.log(2 * Math.PI) + correction;
    }
}
