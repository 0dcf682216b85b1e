package org.epsilonet.families.splines.wedgelet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.epsilonet.testkit.FamilyLaws;
import org.epsilonet.testkit.LawResult;
import org.junit.jupiter.api.Test;

/** The laws of the test kit, for degree 1; degree 0 runs the same code with one polynomial. */
class WedgeletLawsTest {
    private static final long SEED = 20261128;

    @Test
    void lawsHold() {
        List<LawResult> failed = FamilyLaws.check(Wedgelets.ofDegree(1), SEED).stream()
                .filter(law -> law.status() == LawResult.Status.FAILED)
                .toList();
        assertEquals(List.of(), failed, "seed " + SEED);
    }
}
