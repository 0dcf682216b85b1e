package org.epsilonet.architecture.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.testkit.FamilyLaws;
import org.epsilonet.testkit.LawResult;
import org.epsilonet.testkit.LawResult.Status;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** All installed families keep the contract; run by the profile {@code laws}. */
@Tag("laws")
class EveryFamilyTest {
    private static final long SEED = 1;

    @TestFactory
    Stream<DynamicTest> everyFamilyKeepsEveryLaw() {
        return Families.available().stream()
                .map(family -> DynamicTest.dynamicTest(family.id(), () -> keepsEveryLaw(family)));
    }

    private static void keepsEveryLaw(ApproximationFamily family) {
        List<String> broken = FamilyLaws.check(family, SEED).stream()
                .filter(law -> law.status() == Status.FAILED)
                .map(LawResult::detail)
                .toList();
        assertEquals(List.of(), broken);
    }
}
