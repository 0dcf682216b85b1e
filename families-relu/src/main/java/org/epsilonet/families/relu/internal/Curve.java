package org.epsilonet.families.relu.internal;

import org.epsilonet.api.function.Samples;

/**
 * Points \((x_j, y_j)\) of a graph with weights, at lattice positions: what knots are chosen for.
 *
 * @param positions lattice points, strictly increasing, from the first to the last
 * @param x their coordinates, up to a common scale
 * @param y the values of the target
 * @param weights the measure each point stands for, {@code > 0}, up to a common scale
 */
record Curve(long[] positions, double[] x, double[] y, double[] weights) {
    /** All samples, one lattice step apart. */
    static Curve of(Samples samples) {
        int n = samples.size();
        long[] positions = new long[n];
        double[] x = new double[n];
        double[] weights = new double[n];
        for (int j = 0; j < n; j++) {
            positions[j] = j;
            x[j] = j;
            weights[j] = 1;
        }
        return new Curve(positions, x, samples.values(), weights);
    }

    /** Points of a function on the interval, weighted by the trapezoidal rule. */
    static Curve of(KnotLattice lattice, long[] positions, double[] y) {
        int n = positions.length;
        double[] x = new double[n];
        double[] weights = new double[n];
        for (int j = 0; j < n; j++) {
            x[j] = lattice.position(positions[j]);
            weights[j] = lattice.mass(j == 0 ? -1 : positions[j - 1], positions[j], j == n - 1 ? -1 : positions[j + 1]);
        }
        return new Curve(positions, x, y, weights);
    }

    int size() {
        return x.length;
    }

    /** The lattice points at the given indices. */
    long[] positions(int[] indices) {
        long[] chosen = new long[indices.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = positions[indices[i]];
        }
        return chosen;
    }
}
