package org.epsilonet.families.relu.training;

import java.util.Random;
import org.epsilonet.families.relu.ReluNetwork;

/** Networks to start training from. */
public final class Initialization {
    private Initialization() {}

    /**
     * He's initialization: weights \(W_\ell\) normal with variance \(2/N_{\ell-1}\), so that the sizes of values neither
     * grow nor shrink from layer to layer; biases zero.
     *
     * @param seed decides the draw
     * @param sizes \(N_0, \dots, N_L\), at least two, each {@code >= 1}
     * @throws IllegalArgumentException if the sizes are not as said, or too many
     */
    public static ReluNetwork he(long seed, int... sizes) {
        return drawn(seed, sizes).network();
    }

    /**
     * He's initialization, but the kinks of the first layer are spread over a box of inputs: its biases are \(-W_1c\)
     * row by row, with \(c\) uniform in \([a, b]^d\). For functions of few variables.
     *
     * @param seed decides the draw
     * @param low \(a\)
     * @param high \(b > a\)
     * @param sizes \(N_0, \dots, N_L\), at least two, each {@code >= 1}
     * @throws IllegalArgumentException if the sizes or the box are not as said
     */
    public static ReluNetwork spread(long seed, double low, double high, int... sizes) {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("needs finite low < high, were " + low + " and " + high);
        }
        Parameters parameters = drawn(seed, sizes);
        Random random = new Random(~seed);
        double[] theta = parameters.theta();
        for (int i = 0; i < sizes[1]; i++) {
            double sum = 0;
            for (int j = 0; j < sizes[0]; j++) {
                double c = low + (high - low) * random.nextDouble();
                sum += theta[parameters.weightsAt(1) + i * sizes[0] + j] * c;
            }
            theta[parameters.biasesAt(1) + i] = -sum;
        }
        return parameters.network();
    }

    private static Parameters drawn(long seed, int[] sizes) {
        boolean positive = sizes.length >= 2;
        for (int size : sizes) {
            positive &= size >= 1;
        }
        if (!positive) {
            throw new IllegalArgumentException(
                    "a network needs at least two layer sizes, each >= 1, were " + java.util.Arrays.toString(sizes));
        }
        Parameters parameters = new Parameters(sizes);
        Random random = new Random(seed);
        for (int l = 1; l < sizes.length; l++) {
            double deviation = Math.sqrt(2.0 / sizes[l - 1]);
            for (int i = parameters.weightsAt(l); i < parameters.biasesAt(l); i++) {
                parameters.theta()[i] = deviation * random.nextGaussian();
            }
        }
        return parameters;
    }
}
