package org.epsilonet.examples.rational;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Nodes and weights: increasing whole coordinates and numbers that are not zero. Arrays are not copied.
 *
 * @param nodes \(z_1 < \dots < z_m\)
 * @param weights \(w_1, \dots, w_m\)
 */
record Barycentric(long[] nodes, double[] weights) {
    int size() {
        return nodes.length;
    }

    /** Without nodes of weight 0, which are none; all of them if nothing else is left. */
    Barycentric withoutZeros() {
        int[] kept =
                IntStream.range(0, nodes.length).filter(j -> weights[j] != 0).toArray();
        return kept.length == nodes.length || kept.length == 0
                ? this
                : new Barycentric(
                        Arrays.stream(kept).mapToLong(j -> nodes[j]).toArray(),
                        Arrays.stream(kept).mapToDouble(j -> weights[j]).toArray());
    }

    /** The value at a coordinate of the function with the given values at the nodes; 0 at a pole. */
    double at(double s, double[] values) {
        double above = 0;
        double below = 0;
        for (int j = 0; j < nodes.length; j++) {
            double distance = s - nodes[j];
            if (distance == 0) {
                return values[j];
            }
            double w = weights[j] / distance;
            above += w * values[j];
            below += w;
        }
        double quotient = above / below;
        return Double.isFinite(quotient) ? quotient : 0;
    }

    /**
     * Floater's and Hormann's weights: the blend of the interpolating polynomials of degree {@code degree} through
     * neighbours. There are no real poles, whatever the nodes.
     */
    static Barycentric blended(long[] nodes, int degree) {
        int n = nodes.length - 1;
        int d = Math.min(degree, n);
        double scale = Math.max(1, (nodes[n] - nodes[0]) / (double) Math.max(1, n));
        double[] weights = new double[n + 1];
        for (int k = 0; k <= n; k++) {
            double sum = 0;
            for (int i = Math.max(0, k - d); i <= Math.min(k, n - d); i++) {
                double product = 1;
                for (int j = i; j <= i + d; j++) {
                    product *= j == k ? 1 : scale / Math.abs(nodes[k] - nodes[j]);
                }
                sum += product;
            }
            weights[k] = k % 2 == 0 ? sum : -sum;
        }
        return new Barycentric(nodes, weights);
    }
}
