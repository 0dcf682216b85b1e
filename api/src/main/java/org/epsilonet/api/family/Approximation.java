package org.epsilonet.api.family;

import org.epsilonet.api.function.Distance;

/**
 * The result of approximating a target: the element found and how far it is.
 *
 * @param approximant an element of \(\Sigma_M\) if reached; otherwise its parameters may leave the radius
 * @param distance its distance to the target in the norm asked for
 * @param outcome whether it is what the family's theory promises
 */
public record Approximation(Approximant approximant, Distance distance, Outcome outcome) {
    /** Whether a near-best element was found. */
    public enum Outcome {
        /** The element is near-best in \(\Sigma_M\), as far as the family's algorithm knows. */
        REACHED,
        /** The family has no useful element for this target within its radius, or found none. */
        NOT_REACHED
    }

    /** An approximation with the outcome {@link Outcome#REACHED}. */
    public static Approximation reached(Approximant approximant, Distance distance) {
        return new Approximation(approximant, distance, Outcome.REACHED);
    }

    /** An approximation with the outcome {@link Outcome#NOT_REACHED}. */
    public static Approximation notReached(Approximant approximant, Distance distance) {
        return new Approximation(approximant, distance, Outcome.NOT_REACHED);
    }
}
