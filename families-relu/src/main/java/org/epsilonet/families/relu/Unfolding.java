package org.epsilonet.families.relu;

import java.util.Arrays;

/**
 * Carries the piecewise linear functions of all neurons of a layer through a network of one input. All share one list of
 * knots; each ReLU adds a knot where a pre-activation changes sign.
 */
final class Unfolding {
    private static final int MOST_KNOTS = (1 << 20) + 1;

    private double[] knots;
    private double[][] values;

    private Unfolding(double low, double high) {
        this.knots = new double[] {low, high};
        this.values = new double[][] {knots};
    }

    static PiecewiseLinear of(ReluNetwork network, double low, double high) {
        if (network.depth() == 2) {
            return ofShallow(network.maps().get(0), network.maps().get(1), low, high);
        }
        Unfolding unfolding = new Unfolding(low, high);
        for (int l = 0; l < network.depth(); l++) {
            unfolding.apply(network.maps().get(l));
            if (l + 1 < network.depth()) {
                unfolding.addZeros();
                unfolding.rectify();
            }
        }
        return PiecewiseLinear.of(unfolding.knots, unfolding.values[0]);
    }

    /**
     * One hidden layer: neuron \(i\) has its kink at \(t_i = -b_i/w_i\), where the slope grows by \(v_i|w_i|\). Sorting
     * the kinks takes \(O(n \log n)\) instead of one pass over all knots per neuron.
     */
    private static PiecewiseLinear ofShallow(AffineMap hidden, AffineMap output, double low, double high) {
        int n = hidden.rows();
        double[][] kinks = new double[n][];
        int count = 0;
        double value = output.bias(0);
        double slope = 0;
        double[] outer = new double[n];
        output.copyRow(0, outer);
        for (int i = 0; i < n; i++) {
            double w = hidden.weight(i, 0);
            double b = hidden.bias(i);
            double v = outer[i];
            double kink = -b / w;
            boolean inside = kink > low && kink < high;
            // The sign of w * low + b, rounded, may contradict where the kink is.
            boolean active = inside ? w < 0 : w * (0.5 * low + 0.5 * high) + b > 0;
            if (active) {
                value += v * Math.max(0, w * low + b);
                slope += v * w;
            }
            if (inside) {
                kinks[count++] = new double[] {kink, v * Math.abs(w)};
            }
        }
        Arrays.sort(kinks, 0, count, (a, b) -> Double.compare(a[0], b[0]));
        double[] knots = new double[count + 2];
        double[] values = new double[count + 2];
        knots[0] = low;
        values[0] = value;
        int last = 0;
        for (int i = 0; i <= count; i++) {
            double t = i < count ? kinks[i][0] : high;
            if (t > knots[last]) {
                values[last + 1] = values[last] + slope * (t - knots[last]);
                knots[++last] = t;
            }
            slope += i < count ? kinks[i][1] : 0;
        }
        return PiecewiseLinear.of(Arrays.copyOf(knots, last + 1), Arrays.copyOf(values, last + 1));
    }

    private void apply(AffineMap map) {
        double[][] images = new double[map.rows()][knots.length];
        int[] columns = new int[map.columns()];
        double[] weights = new double[map.columns()];
        for (int i = 0; i < map.rows(); i++) {
            Arrays.fill(images[i], map.bias(i));
            int count = map.entries(i, columns, weights);
            for (int e = 0; e < count; e++) {
                double w = weights[e];
                double[] from = values[columns[e]];
                for (int k = 0; k < knots.length; k++) {
                    images[i][k] += w * from[k];
                }
            }
        }
        values = images;
    }

    private void addZeros() {
        double[] zeros = new double[16];
        int count = 0;
        for (int k = 0; k + 1 < knots.length; k++) {
            for (double[] z : values) {
                if ((z[k] < 0 && z[k + 1] > 0) || (z[k] > 0 && z[k + 1] < 0)) {
                    double zero = knots[k] + (knots[k + 1] - knots[k]) * (z[k] / (z[k] - z[k + 1]));
                    zeros = count == zeros.length ? Arrays.copyOf(zeros, 2 * count) : zeros;
                    zeros[count++] = zero;
                }
            }
        }
        double[] all = Arrays.copyOf(knots, knots.length + count);
        System.arraycopy(zeros, 0, all, knots.length, count);
        Arrays.sort(all);
        int distinct = 1;
        for (int i = 1; i < all.length; i++) {
            if (all[i] > all[distinct - 1]) {
                all[distinct++] = all[i];
            }
        }
        if (distinct > MOST_KNOTS) {
            throw new IllegalArgumentException("the network has more than 2^20 linear pieces");
        }
        double[] refined = Arrays.copyOf(all, distinct);
        for (int i = 0; i < values.length; i++) {
            values[i] = PiecewiseLinear.of(knots, values[i]).atIncreasing(refined);
        }
        knots = refined;
    }

    private void rectify() {
        for (double[] channel : values) {
            for (int k = 0; k < channel.length; k++) {
                channel[k] = Math.max(0, channel[k]);
            }
        }
    }
}
