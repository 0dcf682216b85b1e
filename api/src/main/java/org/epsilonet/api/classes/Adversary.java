package org.epsilonet.api.classes;

import java.util.function.Function;
import org.epsilonet.api.function.Target;

/**
 * A part of a class with finitely many parameters (signs, shifts, positions of knots, phases), in which a search looks for
 * functions that a given family approximates badly. The largest error it finds bounds the supremum over the class from
 * below.
 *
 * @param description the functions, in a phrase
 * @param isInBall whether they lie in the unit ball of {@link FunctionClass#definition}, constants included; otherwise in a
 *     fixed multiple of it
 * @param parameters how many parameters, {@code >= 1}
 * @param elements parameters in [0, 1] to a function; equal parameters give equal functions
 */
public record Adversary(
        String description, boolean isInBall, int parameters, Function<double[], ? extends Target> elements) {
    /**
     * @throws IllegalArgumentException if there are no parameters or the description is blank
     */
    public Adversary {
        if (parameters < 1 || description.isBlank()) {
            throw new IllegalArgumentException("an adversary needs parameters and a description, had " + parameters);
        }
    }

    /**
     * An element.
     *
     * @param at the parameters
     * @return the function
     * @throws IllegalArgumentException if they are too few or many, or not all in [0, 1]
     */
    public Target element(double... at) {
        if (at.length != parameters) {
            throw new IllegalArgumentException("there are " + parameters + " parameters, given were " + at.length);
        }
        for (double u : at) {
            if (!(u >= 0 && u <= 1)) {
                throw new IllegalArgumentException("parameters must be in [0, 1], one was " + u);
            }
        }
        return elements.apply(at.clone());
    }
}
