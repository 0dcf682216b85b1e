package org.epsilonet.api.classes;

/**
 * A proven upper bound on the error of a family's approximations, with its constant, for every function of a unit ball.
 *
 * @param error the bound, {@code >= 0}
 * @param source theorem and paper, or the argument in a sentence
 */
public record JacksonBound(double error, String source) {
    /**
     * @throws IllegalArgumentException if the bound is negative or NaN, or the source is blank
     */
    public JacksonBound {
        if (!(error >= 0) || source.isBlank()) {
            throw new IllegalArgumentException("a bound must be >= 0 and have a source, was " + error);
        }
    }
}
