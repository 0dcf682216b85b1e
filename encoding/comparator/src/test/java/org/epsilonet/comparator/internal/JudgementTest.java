package org.epsilonet.comparator.internal;

import static org.epsilonet.comparator.PairVerdict.ATTAINS_LIMIT;
import static org.epsilonet.comparator.PairVerdict.BELOW_LIMIT;
import static org.epsilonet.comparator.PairVerdict.CONTRADICTS_THEORY;
import static org.epsilonet.comparator.PairVerdict.EXCEEDS_NOT_ENCODABLE;
import static org.epsilonet.comparator.PairVerdict.EXCEEDS_ON_INSTANCES;
import static org.epsilonet.comparator.PairVerdict.INCONCLUSIVE;
import static org.epsilonet.comparator.internal.JudgementCases.DEEP;
import static org.epsilonet.comparator.internal.JudgementCases.DEEPER;
import static org.epsilonet.comparator.internal.JudgementCases.ENCODABLE;
import static org.epsilonet.comparator.internal.JudgementCases.INFINITE;
import static org.epsilonet.comparator.internal.JudgementCases.OBSTRUCTED;
import static org.epsilonet.comparator.internal.JudgementCases.SETTLED;
import static org.epsilonet.comparator.internal.JudgementCases.assertVerdict;
import static org.epsilonet.comparator.internal.JudgementCases.cited;
import static org.epsilonet.comparator.internal.JudgementCases.interval;
import static org.epsilonet.comparator.internal.JudgementCases.judged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.comparator.PairVerdict;
import org.epsilonet.comparator.SpeedEstimate;
import org.junit.jupiter.api.Test;

class JudgementTest {
    @Test
    void belowWhenTheWholeIntervalIs() {
        assertVerdict(BELOW_LIMIT, interval(0.5, 0.02), 1, 0.5, ENCODABLE);
        assertVerdict(BELOW_LIMIT, interval(3, 0.1), INFINITE, 3, ENCODABLE);
    }

    @Test
    void attainedWithinATenth() {
        assertVerdict(ATTAINS_LIMIT, interval(0.93, 0.01), 1, 1, ENCODABLE);
        assertVerdict(ATTAINS_LIMIT, interval(1.07, 0.01), 1, 1, ENCODABLE);
        assertVerdict(ATTAINS_LIMIT, interval(0.85, 0.1), 1, 1, ENCODABLE);
        assertVerdict(ATTAINS_LIMIT, interval(2.15, 0.01), 2, Double.NaN, ENCODABLE);
        assertVerdict(EXCEEDS_ON_INSTANCES, interval(0.65, 0.01), 0.5, Double.NaN, ENCODABLE);
        assertVerdict(ATTAINS_LIMIT, new SpeedEstimate(INFINITE, 8, INFINITE, 16, 64), INFINITE, INFINITE, ENCODABLE);
    }

    @Test
    void aboveDependsOnEncodability() {
        assertVerdict(EXCEEDS_ON_INSTANCES, interval(2, 0.1), 1, Double.NaN, ENCODABLE);
        assertVerdict(EXCEEDS_NOT_ENCODABLE, interval(2, 0.1), 1, 2, DEEP);
        assertVerdict(EXCEEDS_ON_INSTANCES, new SpeedEstimate(INFINITE, 0.5, INFINITE, 16, 64), 1, 1, ENCODABLE);
        assertTrue(judged(interval(2, 0.1), 1, 2, DEEP).reason().contains("h = 1 is 2"));
    }

    @Test
    void aClassThatIsNotCompactHasSpeedZero() {
        Judgement decaying = judged(interval(0.5, 0.02), 0, Double.NaN, ENCODABLE);
        assertEquals(EXCEEDS_ON_INSTANCES, decaying.verdict());
        assertVerdict(ATTAINS_LIMIT, interval(0, 0.02), 0, Double.NaN, ENCODABLE);
    }

    @Test
    void unknownOrWideDecidesNothing() {
        assertVerdict(INCONCLUSIVE, SpeedEstimate.UNKNOWN, 1, 1, ENCODABLE);
        assertVerdict(INCONCLUSIVE, interval(2, 1.8), 1, 1, ENCODABLE);
        assertVerdict(INCONCLUSIVE, interval(1, 0.01), Double.NaN, Double.NaN, ENCODABLE);
    }

    @Test
    void theEntropyOfTheInstancesStandsBesideWhatExceeds() {
        assertTrue(
                judged(interval(2, 0.1), 1, Double.NaN, ENCODABLE)
                        .reason()
                        .contains("the 2 instances measured have an entropy of 1.00 bits"),
                judged(interval(2, 0.1), 1, Double.NaN, ENCODABLE).reason());
    }

    /** An easy element may be approximated at the speed of the best codes though the class is not. */
    @Test
    void theLimitIsNotAttainedWhereTheoryStaysBelow() {
        Judgement easy = judged(interval(1, 0.02), 1, 0.5, ENCODABLE, false);
        assertEquals(INCONCLUSIVE, easy.verdict(), easy.reason());
        assertTrue(easy.reason().contains("the cited speed is below it: these instances are easier"), easy.reason());
        Judgement hard = judged(
                interval(1, 0.02),
                cited(1),
                cited(0.5),
                ENCODABLE,
                true,
                new Sweep(9, 9, 1.3, 1, 1, 1, false),
                List.of());
        assertEquals(INCONCLUSIVE, hard.verdict(), hard.reason());
        assertTrue(hard.reason().contains("budgets are too small"), hard.reason());
        Judgement both = judged(interval(1.6, 0.4), 2, 1.5, ENCODABLE, true);
        assertEquals(INCONCLUSIVE, both.verdict(), both.reason());
        assertTrue(both.reason().contains("does not tell them apart"), both.reason());
        SpeedEstimate exponential = new SpeedEstimate(INFINITE, 8, INFINITE, 16, 64);
        assertEquals(
                INCONCLUSIVE, judged(exponential, INFINITE, 4, ENCODABLE, false).verdict());
        assertVerdict(CONTRADICTS_THEORY, exponential, INFINITE, 4, ENCODABLE);
    }

    /** Four tolerances to each side of an estimate at the limit. */
    @Test
    void aWideIntervalDoesNotAttain() {
        assertVerdict(ATTAINS_LIMIT, interval(1, 0.35), 1, 1, ENCODABLE);
        assertVerdict(INCONCLUSIVE, interval(1, 0.45), 1, 1, ENCODABLE);
        assertVerdict(ATTAINS_LIMIT, interval(2, 0.75), 2, 2, ENCODABLE);
        assertVerdict(INCONCLUSIVE, interval(2, 0.85), 2, 2, ENCODABLE);
        assertTrue(judged(interval(1, 0.45), 1, 1, ENCODABLE).reason().contains("too wide"));
    }

    /** What a logarithm in the entropy allows is for the slope, not for the width of the interval around it. */
    @Test
    void aLogarithmMakesNoWideIntervalNarrow() {
        Judgement wide = logarithmic(new SpeedEstimate(0.41, -0.07, 0.88, 32, 512));
        assertEquals(INCONCLUSIVE, wide.verdict(), wide.reason());
        assertTrue(wide.reason().contains("too wide"), wide.reason());
        Judgement near = logarithmic(new SpeedEstimate(0.72, 0.64, 0.8, 32, 512));
        assertEquals(ATTAINS_LIMIT, near.verdict(), near.reason());
        assertTrue(near.reason().contains("reaches the encoding speed 1 but for a power of log M"), near.reason());
        Judgement full = logarithmic(new SpeedEstimate(0.95, 0.9, 1, 32, 512));
        assertEquals(ATTAINS_LIMIT, full.verdict(), full.reason());
        assertFalse(full.reason().contains("log M"), full.reason());
    }

    private static Judgement logarithmic(SpeedEstimate measured) {
        Optional<CitedSpeed> limit = Optional.of(new CitedSpeed(1, 1.5, "a source"));
        return judged(measured, limit, Optional.empty(), ENCODABLE, true, SETTLED, List.of());
    }

    /** Growths that alone would give h = 0 are no limit for a family with an obstruction. */
    @Test
    void anObstructionLeavesNoLimit() {
        Judgement judged = judged(interval(2, 0.02), 1, Double.NaN, OBSTRUCTED);
        assertEquals(EXCEEDS_NOT_ENCODABLE, judged.verdict());
        assertFalse(judged.reason().contains("h = 0"), judged.reason());
        assertTrue(judged.reason().contains("no limit"), judged.reason());
    }

    /** Faster in M than the encoding speed, and why that is no contradiction. */
    @Test
    void negativeControlsStayWithinTheLimitInBits() {
        Judgement deep = inBits(DEEP, interval(0.99, 0.03), 1.98);
        assertEquals(EXCEEDS_NOT_ENCODABLE, deep.verdict());
        assertTrue(
                deep.reason()
                        .contains(
                                "the limit for its exponent h = 1 is 2: each parameter may need of order M bits; its bits"
                                        + " grow like M^1.98, in bits its exponent 0.99 stays within the encoding speed 1"),
                deep.reason());
        assertTrue(inBits(DEEPER, interval(0.95, 0.1), 2.1)
                .reason()
                .contains("no limit; its bits grow like M^2.10, in bits"));
        assertTrue(
                inBits(OBSTRUCTED, interval(1.05, 0.1), 1.9)
                        .reason()
                        .contains(
                                "proved not to be infinity-encodable, so the encoding speed is no limit for it; its bits"),
                inBits(OBSTRUCTED, interval(1.05, 0.1), 1.9).reason());
    }

    @Test
    void bitsThatDoNotTellAreSaidNotTo() {
        assertTrue(
                inBits(DEEP, SpeedEstimate.UNKNOWN, Double.NaN).reason().contains("it has no code at these budgets"));
        Judgement early = inBits(DEEP, interval(1.3, 0.05), 1.5);
        assertTrue(early.reason().contains("1.30 so far; with M^2 bits 2.00 in M is 1.00 in bits"), early.reason());
        Judgement easy = inBits(DEEPER, interval(1.9, 0.05), 1.1);
        assertTrue(easy.reason().contains("1.90 exceeds the encoding speed too, so these instances"), easy.reason());
    }

    /** A class that is not compact has no code at all; its elements have. */
    @Test
    void elementsOfAClassWithoutACodeHaveCodes() {
        Judgement control = Judgement.of(new Evidence(
                interval(0.5, 0.01),
                cited(0),
                cited(0.5),
                OBSTRUCTED,
                true,
                ApproximationKind.LINEAR,
                0,
                9,
                interval(0.5, 0.02),
                0.99,
                true,
                SETTLED,
                List.of(),
                2,
                List.of()));
        assertEquals(EXCEEDS_NOT_ENCODABLE, control.verdict());
        assertTrue(
                control.reason()
                        .contains("no limit for it; its bits grow like M^0.99, in bits its exponent is 0.50 on these"
                                + " elements: each has a code, but no number of bits serves the whole class"),
                control.reason());
    }

    /** Slopes of a training run at, below and above the limit: none of them is a speed. */
    @Test
    void theErrorOfASearchIsNoErrorOfApproximation() {
        for (double slope : new double[] {0.3, 1, 2}) {
            Judgement trained = Judgement.of(new Evidence(
                    interval(slope, 0.01),
                    cited(1),
                    Optional.empty(),
                    ENCODABLE,
                    true,
                    ApproximationKind.LINEAR,
                    0,
                    9,
                    interval(0.25, 0.02),
                    1.1,
                    false,
                    SETTLED,
                    List.of(),
                    2,
                    List.of()));
            assertEquals(INCONCLUSIVE, trained.verdict());
            assertTrue(trained.reason().contains("0.25 in bits, but the family does not promise"), trained.reason());
        }
    }

    private static Judgement inBits(EncodabilityVerdict family, SpeedEstimate rate, double growth) {
        return Judgement.of(new Evidence(
                interval(2, 0.02),
                cited(1),
                Optional.empty(),
                family,
                true,
                ApproximationKind.LINEAR,
                0,
                9,
                rate,
                growth,
                true,
                SETTLED,
                List.of(),
                2,
                List.of()));
    }

    @Test
    void everyVerdictExplainsItself() {
        Arrays.stream(PairVerdict.values())
                .forEach(v -> assertFalse(v.explanation().isBlank(), v.name()));
    }
}
