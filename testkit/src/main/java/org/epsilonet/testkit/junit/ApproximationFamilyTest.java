package org.epsilonet.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.FamilyLaws;
import org.epsilonet.testkit.LawResult;
import org.epsilonet.testkit.internal.Law;
import org.epsilonet.testkit.internal.Laws;
import org.epsilonet.testkit.internal.Subject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The conformance test of a family: extend it, supply the family, done. One test per law.
 *
 * <pre>{@code
 * class HaarTest extends ApproximationFamilyTest {
 *     @Override
 *     protected ApproximationFamily family() {
 *         return new Haar();
 *     }
 * }
 * }</pre>
 */
public abstract class ApproximationFamilyTest {
    /** For subclasses. */
    protected ApproximationFamilyTest() {}

    /** The family to be tested. */
    protected abstract ApproximationFamily family();

    /**
     * Laws that do not apply to this family, each with the reason why; they are shown as skipped.
     *
     * @return name of a law, as in {@link FamilyLaws#names}, to reason; empty by default
     */
    protected Map<String, String> notApplicable() {
        return Map.of();
    }

    /** The seed of all random draws; it is part of every failure's message. */
    protected long seed() {
        return 20221105;
    }

    // The tests are public because JUnit may reach no others across a module boundary.

    /** One test per law. */
    @TestFactory
    public final Stream<DynamicTest> laws() {
        Map<String, String> exceptions = notApplicable();
        Subject subject = new Subject(family(), seed());
        return Laws.ALL.stream()
                .map(law -> DynamicTest.dynamicTest(
                        law.name(), () -> check(law, subject, exceptions.getOrDefault(law.name(), ""))));
    }

    /** An exception that names no law, or gives no reason, is a mistake. */
    @Test
    public final void everyExceptionNamesALawAndAReason() {
        Set<String> laws = Set.copyOf(FamilyLaws.names());
        List<String> wrong = notApplicable().entrySet().stream()
                .filter(e -> !laws.contains(e.getKey()) || e.getValue().isBlank())
                .map(Map.Entry::getKey)
                .toList();
        assertTrue(wrong.isEmpty(), () -> "not a law, or without a reason: " + wrong + "; the laws are " + laws);
    }

    private void check(Law law, Subject subject, String exception) {
        if (!exception.isEmpty()) {
            abort("does not apply: " + exception);
        }
        LawResult result = Laws.check(law, subject);
        switch (result.status()) {
            case PASSED -> {}
            case FAILED -> throw new AssertionError(result.detail());
            case NOT_APPLICABLE -> abort("does not apply: " + result.detail());
        }
    }
}
