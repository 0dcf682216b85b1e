package org.epsilonet.testkit;

import java.util.List;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.internal.Law;
import org.epsilonet.testkit.internal.Laws;
import org.epsilonet.testkit.internal.Subject;

/**
 * The contract of an {@link ApproximationFamily}, as laws that look for counterexamples.
 *
 * <p><b>Kind of answer:</b> FAILED is a proof, PASSED is evidence from seeded trials. <b>Cost:</b> a few seconds for all
 * laws of a family.
 */
public final class FamilyLaws {
    private FamilyLaws() {}

    /** The laws, in the order in which they are checked; each name is a sentence. */
    public static List<String> names() {
        return Laws.ALL.stream().map(Law::name).toList();
    }

    /**
     * Checks all laws.
     *
     * @param family the family; nothing is assumed about it
     * @param seed decides all random draws; the same seed gives the same result
     * @return one result per law, in the order of {@link #names}
     */
    public static List<LawResult> check(ApproximationFamily family, long seed) {
        Subject subject = new Subject(family, seed);
        return Laws.ALL.stream().map(law -> Laws.check(law, subject)).toList();
    }

    /**
     * Checks one law.
     *
     * @param law one of {@link #names}
     * @param family the family
     * @param seed decides all random draws
     * @return its result
     * @throws IllegalArgumentException if there is no such law
     */
    public static LawResult check(String law, ApproximationFamily family, long seed) {
        return Laws.ALL.stream()
                .filter(l -> l.name().equals(law))
                .findFirst()
                .map(l -> Laws.check(l, new Subject(family, seed)))
                .orElseThrow(() -> new IllegalArgumentException("no law '" + law + "'; the laws are " + names()));
    }
}
