package org.epsilonet.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.LawResult.Status;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FamilyLawsTest {
    private static final long SEED = 7;

    @Test
    void aSoundFamilyKeepsEveryLawWithinSeconds() {
        List<LawResult> results = Assertions.assertTimeout(
                Duration.ofSeconds(10), () -> FamilyLaws.check(new PiecewiseConstants(), SEED));
        assertEquals(
                List.of(),
                results.stream().filter(r -> r.status() != Status.PASSED).toList());
        assertEquals(FamilyLaws.names(), results.stream().map(LawResult::law).toList());
    }

    @TestFactory
    Stream<DynamicTest> aFaultIsCaughtByItsLaw() {
        return FaultyFamilies.byBrokenLaw().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getValue().getClass().getSimpleName(), () -> caught(e.getKey(), e.getValue())));
    }

    private static void caught(String law, ApproximationFamily family) {
        LawResult result = FamilyLaws.check(law, family, SEED);
        assertEquals(Status.FAILED, result.status(), result::detail);
        for (String part : List.of("'" + law + "'", family.id(), "seed " + SEED)) {
            assertTrue(result.detail().contains(part), () -> part + " is missing in: " + result.detail());
        }
    }

    @Test
    void everyLawHasAFaultThatItCatches() {
        assertEquals(
                Set.copyOf(FamilyLaws.names()), FaultyFamilies.byBrokenLaw().keySet());
    }

    @Test
    void anUnknownLawIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> FamilyLaws.check("budget is doubled", new PiecewiseConstants(), 1));
    }
}
