package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.FamilyLaws;
import org.epsilonet.testkit.LawResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the test kit, for best terms of every kind of system. */
class WaveletLawsTest {
    private static final long SEED = 20261122;

    static Stream<ApproximationFamily> families() {
        return WaveletCatalogue.families().stream()
                .filter(f -> f.id().matches(
                                "wavelets[.](haar[.]best([.]unlimited)?|cdf53[.]best|haar[.]tree|coif1[.]best)"));
    }

    @ParameterizedTest
    @MethodSource("families")
    void lawsHold(ApproximationFamily family) {
        List<LawResult> failed = FamilyLaws.check(family, SEED).stream()
                .filter(law -> law.status() == LawResult.Status.FAILED)
                .toList();
        assertEquals(List.of(), failed, family.id() + ", seed " + SEED);
    }
}
