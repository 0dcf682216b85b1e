package org.epsilonet.families.relu.bounds;

import java.util.Arrays;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * Backward linear bounds on how far outputs move when the input moves by at most 1 in every coordinate. A neuron that may
 * be on or off, with a change \(e\), \(|e| \le \epsilon\), before it, passes \(\frac12 e\) up to \(\frac12\epsilon\).
 */
final class InputRelaxation {
    private InputRelaxation() {}

    /**
     * Per output, a bound on the sum of the absolute values of a row of the Jacobian, rounded up.
     *
     * @param network the network
     * @param ranges which neurons are on or off
     */
    static double[] of(ReluNetwork network, Activations ranges) {
        double[][] changes = new double[network.depth()][];
        for (int l = 0; l < network.depth(); l++) {
            changes[l] = layer(network, ranges, changes, l);
        }
        return changes[network.depth() - 1];
    }

    private static double[] layer(ReluNetwork network, Activations ranges, double[][] changes, int top) {
        double[] bounds = new double[network.maps().get(top).rows()];
        long cost = 0;
        for (int l = 0; l <= top; l++) {
            cost += (long) network.maps().get(l).rows() * network.maps().get(l).columns();
        }
        Rows.forEach(bounds.length, cost, (from, to) -> {
            for (int i = from; i < to; i++) {
                bounds[i] = neuron(network, ranges, changes, top, i);
            }
        });
        return bounds;
    }

    private static double neuron(ReluNetwork network, Activations ranges, double[][] changes, int top, int neuron) {
        double[] a = new double[network.maps().get(top).rows()];
        a[neuron] = 1;
        double bound = 0;
        int operations = 8;
        for (int l = top; l >= 0; l--) {
            AffineMap map = network.maps().get(l);
            double[] next = new double[map.columns()];
            double[] magnitudes = new double[map.columns()];
            double[] weights = new double[map.columns()];
            for (int i = 0; i < a.length; i++) {
                if (a[i] != 0) {
                    map.copyRow(i, weights);
                    for (int j = 0; j < next.length; j++) {
                        double part = a[i] * weights[j];
                        next[j] += part;
                        magnitudes[j] += Math.abs(part);
                    }
                }
            }
            double gamma = (map.rows() + 4) * 0x1p-52;
            double[] below = new double[next.length];
            if (l > 0) {
                for (int j = 0; j < below.length; j++) {
                    below[j] = ranges.high[l - 1][j] <= 0 ? 0 : changes[l - 1][j];
                }
            } else {
                Arrays.fill(below, 1);
            }
            for (int j = 0; j < next.length; j++) {
                double lost = gamma * magnitudes[j] + map.rows() * Double.MIN_NORMAL;
                bound += ComponentwiseBound.product(lost, below[j]);
                if (l == 0) {
                    bound += Math.abs(next[j]);
                } else if (below[j] == 0) {
                    next[j] = 0;
                } else if (ranges.low[l - 1][j] < 0) {
                    next[j] *= 0.5;
                    bound += Math.abs(next[j]) * below[j];
                }
            }
            operations += 3 * next.length + 4;
            a = next;
        }
        double outward = PerturbationBound.outward(bound, operations);
        return Double.isNaN(outward) ? Double.POSITIVE_INFINITY : outward;
    }
}
