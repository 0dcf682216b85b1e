package org.epsilonet.families.relu.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * The one structure of {@code relu.sawtooth} for a budget: the deep network that sums the centred series of all axes. The
 * parameters are \(a\), then for each axis \(c_{i0}, c_{i1}, \dots, c_{im}\).
 *
 * <p>On the cube the terms are orthogonal, those of one axis as in one dimension, those of different axes since all are
 * centred, with \(\|1\|_2 = 1\) and \(\|g_s-\tfrac12\|_2 = \|x-\tfrac12\|_2 = 1/\sqrt{12}\). So errors add as
 * squares for \(p \le 2\); in every other case they add, with terms at most ½.
 *
 * @param dimension \(d\)
 * @param compositions \(m\)
 * @param sampled whether the domain is a grid, where the terms need not be orthogonal
 */
record SawtoothStructure(int dimension, int compositions, boolean sampled) implements Structure {
    @Override
    public int size() {
        return linear(dimension);
    }

    /** Where the coefficients of an axis are, the linear one first. */
    int linear(int axis) {
        return 1 + axis * (compositions + 1);
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != size()) {
            throw new IllegalArgumentException(
                    "the series has " + size() + " coefficients, given were " + parameters.length);
        }
        return new SawtoothApproximant(this, parameters.clone());
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] weights = new double[size()];
        Arrays.fill(weights, orthogonal(norm) ? Math.nextUp(Math.sqrt(1.0 / 12)) : 0.5);
        weights[0] = 1;
        return orthogonal(norm) ? PerturbationBound.rootSumOfSquares(weights, 1) : PerturbationBound.sum(weights);
    }

    /** The bound for unit perturbations of all coefficients. */
    double lipschitz(LpNorm norm) {
        double[] ones = new double[size()];
        Arrays.fill(ones, 1);
        return perturbation(ones, norm).of(ones);
    }

    private boolean orthogonal(LpNorm norm) {
        return !sampled && norm.p() <= 2;
    }

    /** There is nothing to write. */
    @Override
    public void write(SymbolSink sink) {}
}
