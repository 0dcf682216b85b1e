package org.epsilonet.comparator;

import java.util.List;
import java.util.Optional;

/**
 * Proven limits beside the measurements of a pair.
 *
 * @param instanceBits the entropy of the instances themselves, \(\log_2\) of their number; NaN for data
 * @param entropyLower for every point, bits that any code of the class, scaled to hold the hardest instance, needs for the
 *     error after quantization; NaN where none are known
 * @param supremum what a search for hard functions found; empty where there was none
 */
public record Limits(double instanceBits, List<Double> entropyLower, Optional<Supremum> supremum) {
    /** Nothing is known. */
    public static final Limits NONE = new Limits(Double.NaN, List.of(), Optional.empty());

    /** Copies the list. */
    public Limits {
        entropyLower = List.copyOf(entropyLower);
    }
}
