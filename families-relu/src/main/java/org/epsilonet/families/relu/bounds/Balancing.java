package org.epsilonet.families.relu.bounds;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * Rescaling of neurons: multiplying what enters a hidden neuron by \(\lambda > 0\) and what leaves it by \(1/\lambda\)
 * changes no function, since \(\sigma(\lambda t) = \lambda\sigma(t)\). Path bounds do not notice; steps and entrywise bounds
 * do. Here \(\lambda\) is the power of two that makes the largest weights before and behind the neuron alike, so that no
 * weight is rounded twice and the largest weight of the network falls.
 *
 * @see "docs/theory.md, B11"
 */
final class Balancing {
    private static final int MOST_SWEEPS = 32;
    private static final int LARGEST_EXPONENT = 200;

    private final double[][][] weights;
    private final double[][] biases;

    private Balancing(ReluNetwork network) {
        weights = new double[network.depth()][][];
        biases = new double[network.depth()][];
        for (int l = 0; l < network.depth(); l++) {
            AffineMap map = network.maps().get(l);
            weights[l] = new double[map.rows()][map.columns()];
            biases[l] = new double[map.rows()];
            for (int i = 0; i < map.rows(); i++) {
                map.copyRow(i, weights[l][i]);
                biases[l][i] = map.bias(i);
            }
        }
    }

    /** The balanced network, equal as a function; the network itself if there is nothing to change. */
    static ReluNetwork of(ReluNetwork network) {
        Balancing balancing = new Balancing(network);
        boolean changed = false;
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            boolean inSweep = false;
            for (int l = 0; l + 1 < network.depth(); l++) {
                inSweep |= balancing.layer(l);
            }
            changed |= inSweep;
            if (!inSweep) {
                break;
            }
        }
        return changed ? balancing.network() : network;
    }

    private boolean layer(int l) {
        double[] behind = new double[weights[l].length];
        for (double[] row : weights[l + 1]) {
            for (int j = 0; j < behind.length; j++) {
                behind[j] = Math.max(behind[j], Math.abs(row[j]));
            }
        }
        boolean changed = false;
        for (int j = 0; j < behind.length; j++) {
            double before = largest(weights[l][j]);
            if (before == 0 || behind[j] == 0) {
                continue;
            }
            int exponent = (int) Math.rint(0.5 * (log2(behind[j]) - log2(before)));
            if (exponent != 0 && canScale(l, j, exponent)) {
                scale(l, j, exponent);
                changed = true;
            }
        }
        return changed;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static double largest(double[] row) {
        double largest = 0;
        for (double w : row) {
            largest = Math.max(largest, Math.abs(w));
        }
        return largest;
    }

    /** Whether no bit is lost: nothing overflows and nothing becomes subnormal. */
    private boolean canScale(int l, int j, int exponent) {
        boolean exact = Math.abs(exponent) <= LARGEST_EXPONENT && isExact(biases[l][j], exponent);
        for (double w : weights[l][j]) {
            exact &= isExact(w, exponent);
        }
        for (double[] row : weights[l + 1]) {
            exact &= isExact(row[j], -exponent);
        }
        return exact;
    }

    private static boolean isExact(double x, int exponent) {
        int after = Math.getExponent(x) + exponent;
        return x == 0
                // Within float32 too, since that is what files hold.
                || (Math.getExponent(x) >= Double.MIN_EXPONENT
                        && (exponent <= 0 || after < Float.MAX_EXPONENT)
                        && after >= Double.MIN_EXPONENT
                        && after <= Double.MAX_EXPONENT);
    }

    private void scale(int l, int j, int exponent) {
        biases[l][j] = Math.scalb(biases[l][j], exponent);
        for (int k = 0; k < weights[l][j].length; k++) {
            weights[l][j][k] = Math.scalb(weights[l][j][k], exponent);
        }
        for (double[] row : weights[l + 1]) {
            row[j] = Math.scalb(row[j], -exponent);
        }
    }

    private ReluNetwork network() {
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 0; l < weights.length; l++) {
            maps.add(AffineMap.of(weights[l], biases[l]));
        }
        return ReluNetwork.of(maps);
    }
}
