package org.epsilonet.architecture.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.Comparison;
import org.epsilonet.comparator.ComparisonPlan;
import org.epsilonet.comparator.ComparisonProgress;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.PairVerdict;
import org.junit.jupiter.api.Test;

class NegativeControlsTest {
    private static PairResult compare(String family, String functionClass, LpNorm norm, List<Integer> budgets) {
        ComparisonPlan plan = new ComparisonPlan(
                List.of(Families.named(family)),
                List.of(FunctionClasses.installed().get(functionClass)),
                List.of(),
                budgets,
                Optional.of(norm),
                1,
                1,
                false);
        return Comparison.run(plan, ComparisonProgress.NONE).pairs().get(0);
    }

    /** Twice the encoding speed in the number of weights; in bits, what every code is bound to. */
    @Test
    void bitExtractionExceedsTheEncodingSpeed() {
        PairResult pair = compare("relu.bit-extraction", "hoelder.1", LpNorm.L2, List.of(4, 8, 16, 32, 64));
        assertEquals(PairVerdict.EXCEEDS_NOT_ENCODABLE, pair.verdict(), pair::reason);
        // 2 in the limit; the scale, the steepest slope seen, still grows with M on a rough instance.
        assertTrue(pair.approxSpeed().low() > 1.5 && pair.approxSpeed().high() < 2.2, pair::reason);
        assertEquals(1, pair.encodingSpeed().orElseThrow(), 0);
        assertTrue(pair.rateExponent().estimate() <= 1.1, pair::toString);
    }

    @Test
    void realKnotsExceedTheEncodingSpeedWhereJumpsAreNotCompact() {
        PairResult pair =
                compare("splines.real-knots.degree0", "piecewise-smooth.2", LpNorm.SUP, List.of(8, 16, 32, 64, 128));
        assertEquals(PairVerdict.EXCEEDS_NOT_ENCODABLE, pair.verdict(), pair::reason);
        assertEquals(0, pair.encodingSpeed().orElseThrow(), 0);
    }
}
