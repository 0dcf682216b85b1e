package org.epsilonet.testkit;

import java.util.List;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.internal.Law;
import org.epsilonet.testkit.internal.Laws;
import org.epsilonet.testkit.internal.Subject;

/**
 * The contract of an {@link ApproximationFamily}, as laws that look for counterexamples.
 *
 * <p><b>Kind of answer:</b> FAILED is a proof, PASSED is evidence from seeded trials. <b>Cost:</b> a budget of work and not
 * of time: some thousand approximations of up to 300 samples, a few dozen of formulas, and 10^5 evaluations each of the
 * approximants found. For a family whose approximations cost some microseconds per sample that is about a second.
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
        return check(names(), family, seed);
    }

    /**
     * Checks some laws.
     *
     * @param laws some of {@link #names}
     * @param family the family
     * @param seed decides all random draws
     * @return one result per law, in the order given; a family that cannot even be asked for its domains fails all
     * @throws IllegalArgumentException if there is no such law
     */
    public static List<LawResult> check(List<String> laws, ApproximationFamily family, long seed) {
        List<Law> chosen = laws.stream().map(FamilyLaws::named).toList();
        Subject subject;
        try {
            subject = new Subject(family, seed);
        } catch (RuntimeException | Error thrown) {
            return chosen.stream()
                    .map(law -> Laws.unaskable(law, family, seed, thrown))
                    .toList();
        }
        return chosen.stream().map(law -> Laws.check(law, subject)).toList();
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
        return check(List.of(law), family, seed).get(0);
    }

    private static Law named(String name) {
        return Laws.ALL.stream()
                .filter(law -> law.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no law '" + name + "'; the laws are " + names()));
    }
}
