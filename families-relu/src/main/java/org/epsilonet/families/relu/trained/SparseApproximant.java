package org.epsilonet.families.relu.trained;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;
import org.epsilonet.api.function.LpNorm;

/** A sparse network as a function. */
final class SparseApproximant implements Approximant {
    private static final int BLOCK = 64;

    private final SparseStructure structure;
    private final SparseLayers layers;
    private final double[] theta;

    SparseApproximant(SparseStructure structure, SparseLayers layers, double[] theta) {
        this.structure = structure;
        this.layers = layers;
        this.theta = theta;
    }

    @Override
    public Structure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return theta.clone();
    }

    @Override
    public int dimension() {
        return structure.shape().inputs();
    }

    @Override
    public double at(double... x) {
        return atAll(x)[0];
    }

    @Override
    public double[] on(Grid grid) {
        double[] points = new double[Math.multiplyExact(grid.points(), grid.dimension())];
        GridPoints.forEach(grid, (i, x) -> System.arraycopy(x, 0, points, i * x.length, x.length));
        return atAll(points);
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        return atAll(increasing);
    }

    /** The values at points given one after the other. */
    double[] atAll(double[] points) {
        int d = dimension();
        int n = points.length / d;
        int stride = Math.min(n, BLOCK);
        double[] in = new double[layers.width() * stride];
        double[] work = new double[in.length];
        double[] values = new double[n];
        for (int first = 0; first < n; first += stride) {
            int count = Math.min(stride, n - first);
            for (int p = 0; p < count; p++) {
                for (int j = 0; j < d; j++) {
                    in[j * stride + p] = points[(first + p) * d + j];
                }
            }
            System.arraycopy(layers.evaluate(theta, in, work, count, stride), 0, values, first, count);
        }
        return values;
    }

    /** Whether all row sums of weights and all biases are at most the radius in modulus. */
    boolean isWithin(double radius) {
        return layers.largestNorm(theta) <= radius;
    }

    @Override
    public String toString() {
        int w = structure.shape().width();
        return "trained ReLU network " + dimension() + "-" + w + "-" + w + "-1: " + theta.length
                + " weights and biases, largest "
                + (theta.length == 0 ? 0 : (float) LpNorm.SUP.of(theta));
    }
}
