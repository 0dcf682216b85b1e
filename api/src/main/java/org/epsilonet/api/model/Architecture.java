package org.epsilonet.api.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All fully connected networks of given layer sizes whose weights are bounded: \(\Theta_q(r) = \{\|W_\ell\|_q \le r,
 * \|b_\ell\|_q \le r\}\) with operator norms.
 *
 * @param sizes \(N_0, \dots, N_L\), input and output included; at least two, each {@code >= 1}
 * @param radius \(r > 0\), finite
 */
public record Architecture(List<Integer> sizes, double radius) {
    /**
     * Copies the sizes.
     *
     * @throws IllegalArgumentException if there are fewer than two sizes, one is below 1, or the radius is not positive
     *     and finite
     */
    public Architecture {
        sizes = List.copyOf(sizes);
        if (sizes.size() < 2 || sizes.stream().anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException(
                    "an architecture needs at least two layer sizes, each >= 1, were " + sizes);
        }
        if (!(radius > 0) || radius == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the radius of an architecture must be > 0 and finite, was " + radius);
        }
    }

    /** The architecture with the given sizes. */
    public static Architecture of(double radius, int... sizes) {
        return new Architecture(Arrays.stream(sizes).boxed().toList(), radius);
    }

    /** \(L\), the number of affine maps. */
    public int depth() {
        return sizes.size() - 1;
    }

    /** \(N_\ell\). */
    public int size(int layer) {
        return sizes.get(layer);
    }

    /** \(W = \max_\ell N_\ell\), input and output included. */
    public int width() {
        return sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** \(P\), the number of weights and biases. */
    public double parameters() {
        double count = 0;
        for (int l = 1; l < sizes.size(); l++) {
            count += (size(l - 1) + 1.0) * size(l);
        }
        return count;
    }

    @Override
    public String toString() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("-")) + ", radius " + radius;
    }
}
