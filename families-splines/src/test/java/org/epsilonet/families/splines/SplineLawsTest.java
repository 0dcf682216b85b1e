package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.testkit.FamilyLaws;
import org.epsilonet.testkit.LawResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the test kit, for one family of every kind (all obey the laws of FamilyContractTest). */
class SplineLawsTest {
    private static final long SEED = 20261122;

    static Stream<ApproximationFamily> families() {
        return new SplineFamilies()
                .families().stream()
                        .filter(
                                f -> f.id().matches(
                                                ".*(uniform.degree3|monotone.degree2|free-knot.degree1|smooth.degree2|dyadic.degree1|hp|legendre|monomials|real-knots.degree0)"));
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
