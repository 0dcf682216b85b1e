package org.epsilonet.families.relu;

import java.util.ArrayList;
import java.util.List;

/**
 * The layers of {@link ReluConstructions#additiveSeries}. Channels \(2i\) and \(2i+1\) hold \(\sigma(t_i)\) and
 * \(\sigma(t_i-\tfrac12)\) with \(t_i = g_{s-1}(x_i)\), from which \(g_s(x_i) = 2\sigma(t_i) - 4\sigma(t_i-\tfrac12)\);
 * the last channel, number \(2d\), holds the sum of all terms so far.
 */
final class SeriesLayers {
    private static final double UP = 2;
    private static final double DOWN = -4;

    private final double[][] terms;
    private final int sum;

    private SeriesLayers(double[][] terms) {
        this.terms = terms;
        this.sum = 2 * terms.length;
    }

    /**
     * The network.
     *
     * @param constant \(a\)
     * @param shift what the sum starts with, so that it stays nonnegative; subtracted at the end
     * @param terms for each variable \(c_{i0}, \dots, c_{im}\)
     */
    static ReluNetwork network(double constant, double shift, double[]... terms) {
        SeriesLayers layers = new SeriesLayers(terms);
        int compositions = terms[0].length - 1;
        List<AffineMap> maps = new ArrayList<>();
        maps.add(layers.first(shift));
        for (int s = 1; s < compositions; s++) {
            maps.add(layers.composition(s));
        }
        maps.add(AffineMap.of(new double[][] {layers.sumWith(compositions)}, new double[] {constant - shift}));
        return ReluNetwork.of(maps);
    }

    private AffineMap first(double shift) {
        double[][] weights = new double[sum + 1][terms.length];
        for (int axis = 0; axis < terms.length; axis++) {
            weights[2 * axis][axis] = 1;
            weights[2 * axis + 1][axis] = 1;
            weights[sum][axis] = terms[axis][0];
        }
        return AffineMap.of(weights, biases(shift));
    }

    /** From \(g_{s-1}\) to \(g_s\), which is added to the sum. */
    private AffineMap composition(int s) {
        double[][] weights = new double[sum + 1][sum + 1];
        for (int channel = 0; channel < sum; channel++) {
            int up = channel - channel % 2;
            weights[channel][up] = UP;
            weights[channel][up + 1] = DOWN;
        }
        weights[sum] = sumWith(s);
        return AffineMap.of(weights, biases(0));
    }

    /** The row that adds the terms of \(g_s\) to the sum. */
    private double[] sumWith(int s) {
        double[] row = new double[sum + 1];
        for (int axis = 0; axis < terms.length; axis++) {
            row[2 * axis] = UP * terms[axis][s];
            row[2 * axis + 1] = DOWN * terms[axis][s];
        }
        row[sum] = 1;
        return row;
    }

    private double[] biases(double shift) {
        double[] biases = new double[sum + 1];
        for (int channel = 1; channel < sum; channel += 2) {
            biases[channel] = -0.5;
        }
        biases[sum] = shift;
        return biases;
    }
}
