package org.epsilonet.families.relu.bounds;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/** Interval bounds on the Jacobian of a network with respect to its input, computed backward from every output. */
final class Jacobian {
    private Jacobian() {}

    /**
     * Bounds on the absolute values of the entries.
     *
     * @param network the network
     * @param ranges which neurons are on or off
     * @param absolute whether to forget all signs: the sums over paths
     * @return one row per output, rounded up
     */
    static double[][] of(ReluNetwork network, Activations ranges, boolean absolute) {
        double[][] result = new double[network.outputs()][];
        long cost = 0;
        for (AffineMap map : network.maps()) {
            cost += 2L * map.rows() * map.columns();
        }
        Rows.forEach(network.outputs(), cost, (from, to) -> {
            for (int o = from; o < to; o++) {
                result[o] = row(network, ranges, absolute, o);
            }
        });
        return result;
    }

    private static double[] row(ReluNetwork network, Activations ranges, boolean absolute, int output) {
        double[] low = new double[network.outputs()];
        double[] high = new double[network.outputs()];
        low[output] = 1;
        high[output] = 1;
        for (int l = network.depth() - 1; l >= 0; l--) {
            AffineMap map = network.maps().get(l);
            if (l < network.depth() - 1) {
                throughRelu(ranges, l, low, high);
            }
            double[] nextLow = new double[map.columns()];
            double[] nextHigh = new double[map.columns()];
            double[] magnitudes = new double[map.columns()];
            double[] weights = new double[map.columns()];
            for (int i = 0; i < map.rows(); i++) {
                if (low[i] == 0 && high[i] == 0) {
                    continue;
                }
                map.copyRow(i, weights);
                double size = Math.max(Math.abs(low[i]), Math.abs(high[i]));
                for (int j = 0; j < weights.length; j++) {
                    double w = absolute ? Math.abs(weights[j]) : weights[j];
                    if (w != 0) {
                        nextLow[j] += w > 0 ? w * low[i] : w * high[i];
                        nextHigh[j] += w > 0 ? w * high[i] : w * low[i];
                        magnitudes[j] += ComponentwiseBound.product(Math.abs(w), size);
                    }
                }
            }
            for (int j = 0; j < magnitudes.length; j++) {
                if (magnitudes[j] != 0) {
                    double rounding = PerturbationBound.outward(magnitudes[j] * (map.rows() + 2) * 0x1p-52, 4);
                    boolean known = magnitudes[j] < Double.POSITIVE_INFINITY;
                    nextLow[j] = known ? Math.nextDown(nextLow[j] - rounding) : Double.NEGATIVE_INFINITY;
                    nextHigh[j] = known ? Math.nextUp(nextHigh[j] + rounding) : Double.POSITIVE_INFINITY;
                }
            }
            low = nextLow;
            high = nextHigh;
        }
        double[] largest = new double[low.length];
        for (int j = 0; j < largest.length; j++) {
            largest[j] = Math.max(Math.abs(low[j]), Math.abs(high[j]));
        }
        return largest;
    }

    private static void throughRelu(Activations ranges, int l, double[] low, double[] high) {
        for (int j = 0; j < low.length; j++) {
            if (ranges.high[l][j] <= 0) {
                low[j] = 0;
                high[j] = 0;
            } else if (ranges.low[l][j] < 0) {
                low[j] = Math.min(0, low[j]);
                high[j] = Math.max(0, high[j]);
            }
        }
    }
}
