package org.epsilonet.api.classes;

import java.util.Set;
import org.epsilonet.api.function.Target;

/**
 * An element of a function class (up to a constant factor), on which a speed can be measured.
 *
 * @param target the function
 * @param saturates the kinds of approximation that are no faster on this element than on the class in the worst case;
 *     in the usual metric of the class; empty for typical (random) elements. Only on these does a measured speed confirm a cited one
 */
public record Instance(Target target, Set<ApproximationKind> saturates) {
    /** Copies the set. */
    public Instance {
        saturates = Set.copyOf(saturates);
    }
}
