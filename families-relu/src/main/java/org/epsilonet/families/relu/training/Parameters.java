package org.epsilonet.families.relu.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * The parameters \(W_1, b_1, W_2, b_2, \dots\) of a network in one array, to be changed in place; rows of weights are
 * outputs.
 */
final class Parameters {
    private final int[] sizes;
    private final int[] weightsAt;
    private final int[] biasesAt;
    private final double[] theta;

    Parameters(int[] sizes) {
        this.sizes = sizes.clone();
        this.weightsAt = new int[sizes.length];
        this.biasesAt = new int[sizes.length];
        long at = 0;
        for (int l = 1; l < sizes.length; l++) {
            weightsAt[l] = (int) at;
            at += (long) sizes[l] * sizes[l - 1];
            biasesAt[l] = (int) Math.min(at, Integer.MAX_VALUE);
            at += sizes[l];
            if (at > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "a network of sizes " + Arrays.toString(sizes) + " is too large to be trained");
            }
        }
        this.theta = new double[(int) at];
    }

    static Parameters of(ReluNetwork network) {
        Parameters parameters = new Parameters(network.architecture());
        for (int l = 1; l < parameters.sizes.length; l++) {
            AffineMap map = network.maps().get(l - 1);
            double[] row = new double[map.columns()];
            for (int i = 0; i < map.rows(); i++) {
                map.copyRow(i, row);
                System.arraycopy(row, 0, parameters.theta, parameters.weightsAt[l] + i * row.length, row.length);
                parameters.theta[parameters.biasesAt[l] + i] = map.bias(i);
            }
        }
        return parameters;
    }

    ReluNetwork network() {
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            double[] weights = Arrays.copyOfRange(theta, weightsAt[l], biasesAt[l]);
            maps.add(AffineMap.of(
                    weights, sizes[l - 1], Arrays.copyOfRange(theta, biasesAt[l], biasesAt[l] + sizes[l])));
        }
        return ReluNetwork.of(maps);
    }

    /** \(L\). */
    int depth() {
        return sizes.length - 1;
    }

    /** \(N_\ell\). */
    int size(int layer) {
        return sizes[layer];
    }

    /** Where \(W_\ell\) starts, row-major. */
    int weightsAt(int layer) {
        return weightsAt[layer];
    }

    /** Where \(b_\ell\) starts. */
    int biasesAt(int layer) {
        return biasesAt[layer];
    }

    /** All parameters; the array itself. */
    double[] theta() {
        return theta;
    }

    /** Scales rows of weights down to \(\ell^1\) norm {@code radius} and clamps biases to it. */
    void shrinkTo(double radius) {
        for (int l = 1; l < sizes.length; l++) {
            for (int i = 0; i < sizes[l]; i++) {
                int from = weightsAt[l] + i * sizes[l - 1];
                double sum = 0;
                for (int j = 0; j < sizes[l - 1]; j++) {
                    sum += Math.abs(theta[from + j]);
                }
                if (sum > radius) {
                    // A little less, so that the sum in exact arithmetic is within the radius, too.
                    double factor = radius / sum * (1 - 0x1p-30);
                    for (int j = 0; j < sizes[l - 1]; j++) {
                        theta[from + j] *= factor;
                    }
                }
                int bias = biasesAt[l] + i;
                theta[bias] = Math.max(-radius, Math.min(radius, theta[bias]));
            }
        }
    }
}
