package org.epsilonet.comparator.internal;

import static org.epsilonet.comparator.PairVerdict.ATTAINS_LIMIT;
import static org.epsilonet.comparator.PairVerdict.BELOW_LIMIT;
import static org.epsilonet.comparator.PairVerdict.CONTRADICTS_THEORY;
import static org.epsilonet.comparator.PairVerdict.EXCEEDS_NOT_ENCODABLE;
import static org.epsilonet.comparator.PairVerdict.EXCEEDS_ON_INSTANCES;
import static org.epsilonet.comparator.PairVerdict.INCONCLUSIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.comparator.PairVerdict;
import org.epsilonet.comparator.SpeedEstimate;
import org.junit.jupiter.api.Test;

class JudgementTest {
    /** Nine budgets, the slope the same over both halves. */
    private static final Sweep SETTLED = new Sweep(9, 7, 7, 7);

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final EncodabilityVerdict ENCODABLE = EncodabilityClaim.of(
                    Growth.LINEAR_LOG, Growth.LINEAR, Growth.LOG, Growth.LOG, "a source")
            .verdict();
    private static final EncodabilityVerdict DEEP = EncodabilityClaim.of(
                    Growth.LINEAR_LOG, Growth.LINEAR, Growth.LINEAR, Growth.LINEAR, "a source")
            .verdict();
    private static final EncodabilityVerdict DEEPER = EncodabilityClaim.of(
                    Growth.LINEAR_LOG, Growth.LINEAR, Growth.LINEAR, Growth.INFINITE, "a source")
            .verdict();
    private static final EncodabilityVerdict OBSTRUCTED = EncodabilityClaim.of(
                    Growth.INFINITE, Growth.LINEAR, Growth.LOG, Growth.LOG, "a source")
            .obstructedBy("a proof")
            .verdict();

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

    /** On an instance as hard as the class: a tenth off is a contradiction, in both directions. */
    @Test
    void aMissedSpeedContradictsTheory() {
        assertVerdict(CONTRADICTS_THEORY, interval(0.8, 0.02), 1, 1, ENCODABLE);
        assertVerdict(CONTRADICTS_THEORY, interval(0.35, 0.02), 1, 0.5, ENCODABLE);
        assertVerdict(CONTRADICTS_THEORY, interval(0.65, 0.02), 1, 0.5, ENCODABLE);
        assertVerdict(CONTRADICTS_THEORY, interval(0.65, 0.02), Double.NaN, 0.5, ENCODABLE);
        assertVerdict(ATTAINS_LIMIT, interval(0.89, 0.02), 1, 1, ENCODABLE);
        assertVerdict(BELOW_LIMIT, interval(0.45, 0.2), 1, 0.5, ENCODABLE);
        assertTrue(judged(interval(0.8, 0.02), 1, 1, ENCODABLE)
                .reason()
                .contains("misses the cited speed 1 by more than 0.1, on an instance as hard as the class"));
    }

    @Test
    void aLogarithmIsAllowedTwice() {
        Optional<CitedSpeed> logarithmic = Optional.of(new CitedSpeed(1, 1, "a source"));
        SpeedEstimate off = interval(0.85, 0.02);
        assertEquals(
                BELOW_LIMIT,
                judged(off, cited(1), logarithmic, ENCODABLE, true, SETTLED, List.of())
                        .verdict());
        SpeedEstimate far = interval(0.7, 0.05);
        assertEquals(
                CONTRADICTS_THEORY,
                judged(far, cited(1), logarithmic, ENCODABLE, true, SETTLED, List.of())
                        .verdict());
    }

    /** Without a saturating instance, with few budgets, or on the way: no contradiction, and the reason is said. */
    @Test
    void whatIsNotAsymptoticContradictsNothing() {
        assertEquals(
                INCONCLUSIVE,
                judged(interval(0.8, 0.02), 1, 1, ENCODABLE, false).verdict());
        Judgement few = judged(
                interval(0.8, 0.02), cited(1), cited(1), ENCODABLE, true, new Sweep(8, 0.8, 0.8, 0.8), List.of());
        assertEquals(INCONCLUSIVE, few.verdict(), few.reason());
        assertTrue(few.reason().contains("no contradiction: fewer than 9 budgets are asymptotic"), few.reason());
        Judgement moving = judged(
                interval(0.8, 0.02), cited(1), cited(1), ENCODABLE, true, new Sweep(9, 0.76, 0.85, 0.85), List.of());
        assertEquals(INCONCLUSIVE, moving.verdict(), moving.reason());
        assertTrue(moving.reason().contains("the slope still moves towards it, from 0.76 to 0.85"), moving.reason());
        Judgement slow = judged(
                interval(0.8, 0.02), cited(1), cited(1), ENCODABLE, true, new Sweep(9, 0.78, 0.82, 0.82), List.of());
        assertEquals(CONTRADICTS_THEORY, slow.verdict(), slow.reason());
    }

    /** A bump in the first budgets is none of the asymptotics. */
    @Test
    void theLastSlopeMayAgree() {
        Judgement bump = judged(
                interval(2.4, 0.2), cited(2), cited(2), ENCODABLE, true, new Sweep(9, 2.11, 2.15, 2.09), List.of());
        assertTrue(bump.reason().contains("the last slope, 2.09, agrees with it"), bump.reason());
        assertFalse(bump.verdict() == CONTRADICTS_THEORY, bump.reason());
    }

    /** An element with the encoding speed 1 need not be the hardest for a family that cites 1/2. */
    @Test
    void nonlinearFamiliesMayBeFasterThanTheyCiteBelowTheLimit() {
        for (ApproximationKind kind : ApproximationKind.values()) {
            Judgement judged = Judgement.of(new Evidence(
                    interval(0.7, 0.05),
                    cited(1),
                    cited(0.5),
                    ENCODABLE,
                    true,
                    kind,
                    0,
                    9,
                    SpeedEstimate.UNKNOWN,
                    Double.NaN,
                    true,
                    SETTLED,
                    List.of(),
                    2));
            assertEquals(kind == ApproximationKind.LINEAR, judged.verdict() == CONTRADICTS_THEORY, judged.reason());
        }
    }

    /** Proven bounds hold at every budget, whatever the speed. */
    @Test
    void aBrokenBoundIsAContradiction() {
        Judgement broken = judged(
                SpeedEstimate.UNKNOWN,
                cited(1),
                Optional.empty(),
                ENCODABLE,
                false,
                new Sweep(0, Double.NaN, Double.NaN, Double.NaN),
                List.of("at M = 16 an error of 1 is beyond 0.5"));
        assertEquals(CONTRADICTS_THEORY, broken.verdict());
        assertEquals("at M = 16 an error of 1 is beyond 0.5", broken.reason());
    }

    @Test
    void theEntropyOfTheInstancesStandsBesideWhatExceeds() {
        assertTrue(
                judged(interval(2, 0.1), 1, Double.NaN, ENCODABLE)
                        .reason()
                        .contains("the 2 instances measured have an entropy of 1.00 bits"),
                judged(interval(2, 0.1), 1, Double.NaN, ENCODABLE).reason());
    }

    @Test
    void aSweepMovesOrNot() {
        assertTrue(new Sweep(9, 0.5, 0.7, 0.7).approaches(1));
        assertFalse(new Sweep(9, 0.5, 0.6, 0.6).approaches(1));
        assertFalse(new Sweep(9, 0.6, 0.5, 0.5).approaches(1));
        assertFalse(new Sweep(2, Double.NaN, Double.NaN, Double.NaN).approaches(1));
    }

    /** An easy element may be approximated at the speed of the best codes though the class is not. */
    @Test
    void theLimitIsNotAttainedWhereTheoryStaysBelow() {
        Judgement easy = judged(interval(1, 0.02), 1, 0.5, ENCODABLE, false);
        assertEquals(INCONCLUSIVE, easy.verdict(), easy.reason());
        assertTrue(easy.reason().contains("the cited speed is below it: these instances are easier"), easy.reason());
        Judgement hard =
                judged(interval(1, 0.02), cited(1), cited(0.5), ENCODABLE, true, new Sweep(9, 1.3, 1, 1), List.of());
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

    @Test
    void citedSpeedsContradictEachOtherAboveWhatEncodabilityAllows() {
        assertSourcesDiffer(interval(1.5, 0.02), 1, 1.5, ENCODABLE);
        assertSourcesDiffer(SpeedEstimate.UNKNOWN, 1, INFINITE, ENCODABLE);
        assertSourcesDiffer(interval(0.5, 0.02), 0, 0.5, ENCODABLE);
        assertSourcesDiffer(interval(2.5, 0.02), 1, 2.5, DEEP);
        assertVerdict(EXCEEDS_NOT_ENCODABLE, interval(2, 0.02), 1, 2, DEEP);
        assertVerdict(EXCEEDS_NOT_ENCODABLE, interval(2, 0.02), 1, 2, OBSTRUCTED);
        assertVerdict(ATTAINS_LIMIT, interval(1.0 / 3, 0.02), 1 - 2.0 / 3, 1.0 / 3, ENCODABLE);
        String reason = judged(interval(1.5, 0.02), 1, 1.5, ENCODABLE).reason();
        assertTrue(reason.contains("the cited speed 1.50 is above 1,"), reason);
    }

    private static void assertSourcesDiffer(
            SpeedEstimate measured, double limit, double theory, EncodabilityVerdict family) {
        Judgement judged = judged(measured, limit, theory, family);
        assertEquals(INCONCLUSIVE, judged.verdict(), judged.reason());
        assertTrue(judged.reason().startsWith("the sources contradict each other"), judged.reason());
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
                2));
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
                    2));
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
                2));
    }

    @Test
    void everyVerdictExplainsItself() {
        Arrays.stream(PairVerdict.values())
                .forEach(v -> assertFalse(v.explanation().isBlank(), v.name()));
    }

    private static void assertVerdict(
            PairVerdict expected, SpeedEstimate measured, double limit, double theory, EncodabilityVerdict family) {
        Judgement judged = judged(measured, limit, theory, family);
        assertEquals(expected, judged.verdict(), judged.reason());
        assertFalse(judged.reason().isBlank());
    }

    /** NaN stands for unknown. */
    private static Judgement judged(SpeedEstimate measured, double limit, double theory, EncodabilityVerdict family) {
        return judged(measured, limit, theory, family, true);
    }

    private static Judgement judged(
            SpeedEstimate measured, double limit, double theory, EncodabilityVerdict family, boolean saturated) {
        return judged(measured, cited(limit), cited(theory), family, saturated, SETTLED, List.of());
    }

    private static Judgement judged(
            SpeedEstimate measured,
            Optional<CitedSpeed> limit,
            Optional<CitedSpeed> theory,
            EncodabilityVerdict family,
            boolean saturated,
            Sweep sweep,
            List<String> violations) {
        return Judgement.of(new Evidence(
                measured,
                limit,
                theory,
                family,
                saturated,
                ApproximationKind.LINEAR,
                0,
                9,
                SpeedEstimate.UNKNOWN,
                Double.NaN,
                true,
                sweep,
                violations,
                2));
    }

    private static Optional<CitedSpeed> cited(double speed) {
        return Double.isNaN(speed) ? Optional.empty() : Optional.of(CitedSpeed.of(speed, "a source"));
    }

    private static SpeedEstimate interval(double estimate, double halfWidth) {
        return new SpeedEstimate(estimate, estimate - halfWidth, estimate + halfWidth, 16, 4096);
    }
}
