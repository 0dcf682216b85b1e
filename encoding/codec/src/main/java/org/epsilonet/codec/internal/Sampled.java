package org.epsilonet.codec.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/** The function through samples at the cell centres of a grid, multilinear between them and constant beyond the last. */
final class Sampled implements Approximant, Structure {
    private final Grid grid;
    private final double[] values;

    /**
     * @param grid the grid
     * @param values one per point; not copied
     */
    Sampled(Grid grid, double[] values) {
        this.grid = grid;
        this.values = values;
    }

    @Override
    public Structure structure() {
        return this;
    }

    @Override
    public double[] parameters() {
        return values.clone();
    }

    @Override
    public int dimension() {
        return grid.dimension();
    }

    @Override
    public double at(double... x) {
        return at(x, 0, 0);
    }

    /** Interpolates along one axis what the later axes give in the two rows around x. */
    private double at(double[] x, int axis, int first) {
        if (axis == dimension()) {
            return values[first];
        }
        int n = grid.length(axis);
        double position = Math.min(Math.max(x[axis] * n - 0.5, 0), n - 1.0);
        int below = Math.min((int) position, n - 1);
        double share = position - below;
        double low = at(x, axis + 1, first * n + below);
        return share == 0 ? low : low + share * (at(x, axis + 1, first * n + below + 1) - low);
    }

    @Override
    public double[] on(Grid other) {
        return Arrays.equals(other.shape(), grid.shape()) ? values.clone() : Approximant.super.on(other);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != values.length) {
            throw new IllegalArgumentException(
                    "the grid has " + values.length + " samples, given were " + parameters.length);
        }
        return new Sampled(grid, parameters.clone());
    }

    /** Interpolation means values: the largest change of one, in every norm. */
    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        return deltas -> Arrays.stream(deltas).max().orElse(0);
    }

    @Override
    public void write(SymbolSink sink) {
        // There is only one on the grid.
    }

    @Override
    public String toString() {
        return "samples on " + grid;
    }
}
