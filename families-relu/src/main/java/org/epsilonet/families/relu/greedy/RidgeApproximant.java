package org.epsilonet.families.relu.greedy;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Grid;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * A shallow network of several variables. On a grid of \(N\) points and \(R\) rows it costs \(O(RM + N)\): along a row a
 * neuron is active from one point on or up to one, so that constants and slopes are added where they begin and end.
 */
public final class RidgeApproximant implements Approximant {
    private final RidgeStructure structure;
    private final double[] parameters;
    private final int dimension;

    /** Per chosen neuron \(w\), then \(\tau\). */
    private final double[] ridges;

    RidgeApproximant(RidgeStructure structure, double[] parameters) {
        this.structure = structure;
        this.parameters = parameters;
        RidgeLattice lattice = structure.lattice();
        this.dimension = lattice.dimension();
        long[] neurons = structure.neurons();
        this.ridges = new double[neurons.length * (dimension + 1)];
        for (int i = 0; i < neurons.length; i++) {
            for (int axis = 0; axis < dimension; axis++) {
                ridges[i * (dimension + 1) + axis] = lattice.weight(lattice.directionOf(neurons[i]), axis);
            }
            ridges[i * (dimension + 1) + dimension] = lattice.threshold(neurons[i]);
        }
    }

    @Override
    public RidgeStructure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double at(double... x) {
        double sum = parameters[0];
        for (int axis = 0; axis < dimension; axis++) {
            sum += parameters[1 + axis] * x[axis];
        }
        for (int i = 0, n = 0; i < ridges.length; i += dimension + 1, n++) {
            double t = -ridges[i + dimension];
            for (int axis = 0; axis < dimension; axis++) {
                t += ridges[i + axis] * x[axis];
            }
            sum += t > 0 ? parameters[1 + dimension + n] * t : 0;
        }
        return sum;
    }

    @Override
    public double[] on(Grid grid) {
        double[] values = new double[grid.points()];
        int columns = grid.length(dimension - 1);
        double[] constants = new double[columns + 1];
        double[] slopes = new double[columns + 1];
        double[] x = new double[dimension - 1];
        for (int row = 0; row < values.length / columns; row++) {
            int rest = row;
            for (int axis = dimension - 2; axis >= 0; axis--) {
                x[axis] = (rest % grid.length(axis) + 0.5) / grid.length(axis);
                rest /= grid.length(axis);
            }
            collect(x, columns, constants, slopes);
            double constant = 0;
            double slope = 0;
            for (int c = 0; c <= columns; c++) {
                constant += constants[c];
                slope += slopes[c];
                constants[c] = 0;
                slopes[c] = 0;
                if (c < columns) {
                    values[row * columns + c] = constant + slope * ((c + 0.5) / columns);
                }
            }
        }
        return values;
    }

    /** Where along a row which constants and slopes begin; those that end are subtracted. */
    private void collect(double[] x, int columns, double[] constants, double[] slopes) {
        constants[0] = parameters[0];
        slopes[0] = parameters[dimension];
        for (int axis = 0; axis < x.length; axis++) {
            constants[0] += parameters[1 + axis] * x[axis];
        }
        for (int i = 0, n = 1 + dimension; i < ridges.length; i += dimension + 1, n++) {
            double base = -ridges[i + dimension];
            for (int axis = 0; axis < x.length; axis++) {
                base += ridges[i + axis] * x[axis];
            }
            double slope = ridges[i + dimension - 1];
            if (slope == 0) {
                constants[0] += base > 0 ? parameters[n] * base : 0;
                continue;
            }
            int kink = (int) Math.max(0, Math.min(columns, Math.floor(-base / slope * columns + 0.5)));
            if (slope > 0) {
                constants[kink] += parameters[n] * base;
                slopes[kink] += parameters[n] * slope;
            } else {
                constants[0] += parameters[n] * base;
                slopes[0] += parameters[n] * slope;
                constants[kink] -= parameters[n] * base;
                slopes[kink] -= parameters[n] * slope;
            }
        }
    }

    /** The network: two affine maps. */
    public ReluNetwork network() {
        int width = parameters.length - 1;
        double[][] weights = new double[width][dimension];
        double[] biases = new double[width];
        double[] output = new double[width];
        for (int i = 0; i < width; i++) {
            output[i] = parameters[1 + i];
            if (i < dimension) {
                weights[i][i] = 1;
            } else {
                int ridge = (i - dimension) * (dimension + 1);
                System.arraycopy(ridges, ridge, weights[i], 0, dimension);
                biases[i] = -ridges[ridge + dimension];
            }
        }
        return ReluNetwork.of(AffineMap.of(weights, biases), AffineMap.of(output, width, new double[] {parameters[0]}));
    }

    @Override
    public String toString() {
        return network().toString();
    }
}
