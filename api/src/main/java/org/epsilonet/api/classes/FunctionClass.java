package org.epsilonet.api.classes;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.function.LpNorm;

/**
 * A class of functions on \([0,1]^d\) with a known encoding speed. Stateless and thread-safe.
 *
 * @see "docs/theory.md, A3"
 */
public interface FunctionClass {
    /** Dotted, stable name, for example {@code hoelder.0.5}. Lower case letters, digits, dots and dashes. */
    String id();

    /** What a person reads in a table. */
    String title();

    /** What defines the class; its dimension is the dimension of the class. */
    Smoothness smoothness();

    /** The metric in which the class is usually studied. */
    LpNorm norm();

    /**
     * The encoding speed \(\gamma^*_{encod}\) in a metric.
     *
     * @param norm the metric
     * @return speed, power of the logarithm in the entropy, and source; speed 0 where the class is not compact; empty
     *     where it is not known
     */
    Optional<CitedSpeed> encodingSpeed(LpNorm norm);

    /**
     * The class itself, a unit ball, in one sentence with all its constants: the set that {@link #entropy} is about. The
     * encoding speed does not depend on the constants.
     *
     * @return the definition; blank where the class is meant up to constants only
     */
    default String definition() {
        return "";
    }

    /**
     * Bounds on the bits that any code of the class needs.
     *
     * @param epsilon the accuracy \(\varepsilon\), positive and finite
     * @param norm the metric
     * @return the bounds; empty where nothing is known
     * @throws IllegalArgumentException if the accuracy is not positive and finite
     */
    default Optional<EntropyBounds> entropy(double epsilon, LpNorm norm) {
        EntropyBounds.requireAccuracy(epsilon);
        return Optional.empty();
    }

    /**
     * Elements of the class, hard ones first.
     *
     * @param seed decides the random ones; the same seed gives the same instances
     * @return at least one instance
     */
    List<Instance> instances(long seed);

    /**
     * Where to look for functions that are hard at a budget.
     *
     * @param budget the budget \(M \ge 1\) of the family that is to fail
     * @return a part of the class with parameters; empty where none is known
     */
    default Optional<Adversary> adversary(int budget) {
        return Optional.empty();
    }

    /** The dimension \(d\) of the domain. */
    default int dimension() {
        return smoothness().dimension();
    }
}
