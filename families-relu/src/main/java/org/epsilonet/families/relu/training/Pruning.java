package org.epsilonet.families.relu.training;

import java.util.Arrays;
import org.epsilonet.families.relu.ReluNetwork;

/** Pruning by magnitude. Train on with {@link Trainer#keepingZeros}. */
public final class Pruning {
    private Pruning() {}

    /**
     * The network with only its largest weights and biases; of equal ones those of earlier layers stay.
     *
     * @param network the network
     * @param nonzeros how many parameters stay, {@code >= 0}
     * @return a network with at most that many nonzero parameters
     * @throws IllegalArgumentException if the number is negative
     */
    public static ReluNetwork keep(ReluNetwork network, long nonzeros) {
        if (nonzeros < 0) {
            throw new IllegalArgumentException("cannot keep " + nonzeros + " parameters");
        }
        if (nonzeros >= network.nonzeros()) {
            return network;
        }
        Parameters parameters = Parameters.of(network);
        double[] theta = parameters.theta();
        double[] sorted = new double[theta.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = -Math.abs(theta[i]);
        }
        Arrays.sort(sorted);
        int kept = (int) nonzeros;
        double threshold = kept == 0 ? Double.POSITIVE_INFINITY : -sorted[kept - 1];
        int ties = 0;
        for (int i = 0; i < kept; i++) {
            ties += -sorted[i] == threshold ? 1 : 0;
        }
        for (int i = 0; i < theta.length; i++) {
            double size = Math.abs(theta[i]);
            boolean stays = size > threshold || (size == threshold && ties-- > 0);
            theta[i] = stays ? theta[i] : 0;
        }
        return parameters.network();
    }

    /**
     * The network with a share of its nonzero parameters, the largest.
     *
     * @param network the network
     * @param share in [0, 1]
     * @throws IllegalArgumentException if the share is not in [0, 1]
     */
    public static ReluNetwork keepShare(ReluNetwork network, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share kept must be in [0, 1], was " + share);
        }
        return keep(network, (long) (share * network.nonzeros()));
    }
}
