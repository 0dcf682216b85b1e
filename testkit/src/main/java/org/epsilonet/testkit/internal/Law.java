package org.epsilonet.testkit.internal;

import java.util.Locale;

/** A statement that holds for every family. */
public interface Law {
    /**
     * Looks for a counterexample.
     *
     * @param subject the family and seeded targets
     * @return what was measured
     * @throws LawBroken with the counterexample
     * @throws NotApplicable with the reason, if the law says nothing about this family
     */
    String check(Subject subject);

    /** The sentence: the class name in words, for example "budget is kept". */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<!^)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
