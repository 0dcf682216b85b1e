package org.epsilonet.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.testkit.LawResult.Status;
import org.epsilonet.testkit.standin.PlantedFault;
import org.epsilonet.testkit.standin.StandIns;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FamilyLawsTest {
    private static final long SEED = 7;

    @Test
    void aSoundFamilyKeepsEveryLawWithinSeconds() {
        List<LawResult> results =
                Assertions.assertTimeout(Duration.ofSeconds(10), () -> FamilyLaws.check(StandIns.sound(), SEED));
        assertEquals(
                List.of(),
                results.stream().filter(r -> r.status() != Status.PASSED).toList());
        assertEquals(FamilyLaws.names(), results.stream().map(LawResult::law).toList());
    }

    @TestFactory
    Stream<DynamicTest> aFaultIsCaughtByItsLaw() {
        return StandIns.faults().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.toString(), () -> caught(fault.law(), fault.family())));
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
                Set.copyOf(FamilyLaws.names()),
                StandIns.faults().stream().map(PlantedFault::law).collect(Collectors.toSet()));
    }

    @Test
    void everyFaultHasItsId() {
        List<String> ids = StandIns.faults().stream().map(f -> f.family().id()).toList();
        assertEquals(ids.size(), Set.copyOf(ids).size(), ids.toString());
        assertTrue(ids.stream().allMatch(id -> id.matches("stand-in[.][a-z-]+")), ids.toString());
    }

    /** One that throws already when it is asked for its dimensions, and one whose calls end in an error of the machine. */
    @Test
    void aFamilyThatThrowsFailsWithASentence() {
        ApproximationFamily silent = family(method -> {
            throw new UnsupportedOperationException("not yet");
        });
        LawResult result = FamilyLaws.check("budget is kept", silent, SEED);
        assertEquals(Status.FAILED, result.status());
        assertTrue(
                result.detail()
                        .matches(
                                "The law 'budget is kept' cannot be checked on a family of .*it throws .*not yet at .*"),
                result::detail);

        ApproximationFamily broken = family(method -> {
            if (method.equals("approximate")) {
                throw new NoClassDefFoundError("org/missing/Library");
            }
            return null;
        });
        result = FamilyLaws.check("budget is kept", broken, SEED);
        assertEquals(Status.FAILED, result.status());
        assertTrue(
                result.detail().contains("it throws java.lang.NoClassDefFoundError: org/missing/Library at "),
                result::detail);
    }

    /** The sound family, with another answer to some methods. */
    private static ApproximationFamily family(Function<String, Object> answer) {
        return (ApproximationFamily) Proxy.newProxyInstance(
                FamilyLawsTest.class.getClassLoader(),
                new Class<?>[] {ParametrizedFamily.class},
                (proxy, method, arguments) -> {
                    Object other = answer.apply(method.getName());
                    return other != null ? other : method.invoke(StandIns.sound(), arguments);
                });
    }

    @Test
    void anUnknownLawIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FamilyLaws.check("budget is doubled", StandIns.sound(), 1));
    }
}
