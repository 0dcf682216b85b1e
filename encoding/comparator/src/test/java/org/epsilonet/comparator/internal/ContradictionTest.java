package org.epsilonet.comparator.internal;

import static org.epsilonet.comparator.PairVerdict.ATTAINS_LIMIT;
import static org.epsilonet.comparator.PairVerdict.BELOW_LIMIT;
import static org.epsilonet.comparator.PairVerdict.CONTRADICTS_THEORY;
import static org.epsilonet.comparator.PairVerdict.EXCEEDS_NOT_ENCODABLE;
import static org.epsilonet.comparator.PairVerdict.INCONCLUSIVE;
import static org.epsilonet.comparator.internal.JudgementCases.DEEP;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.function.Distance;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.SpeedEstimate;
import org.junit.jupiter.api.Test;

/** When a measurement contradicts theory, and when it is only too early to say so. */
class ContradictionTest {
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
        Judgement few = afterSweep(interval(0.8, 0.02), 1, new Sweep(8, 8, 0.8, 0.8, 0.8, 0.8, false));
        assertEquals(INCONCLUSIVE, few.verdict(), few.reason());
        assertTrue(few.reason().contains("no contradiction: fewer than 9 budgets were measured"), few.reason());
        Judgement fewUsed = afterSweep(interval(0.8, 0.02), 1, new Sweep(9, 5, 0.8, 0.8, 0.8, 0.8, false));
        assertEquals(INCONCLUSIVE, fewUsed.verdict(), fewUsed.reason());
        Judgement enough = afterSweep(interval(0.8, 0.02), 1, new Sweep(9, 6, 0.8, 0.8, 0.8, 0.8, false));
        assertEquals(CONTRADICTS_THEORY, enough.verdict(), enough.reason());
        Judgement moving = afterSweep(interval(0.8, 0.02), 1, new Sweep(9, 9, 0.76, 0.85, 0.85, 0.85, false));
        assertEquals(INCONCLUSIVE, moving.verdict(), moving.reason());
        assertTrue(moving.reason().contains("the slope still moves towards it, from 0.76 to 0.85"), moving.reason());
        Judgement slow = afterSweep(interval(0.8, 0.02), 1, new Sweep(9, 9, 0.78, 0.82, 0.82, 0.82, false));
        assertEquals(CONTRADICTS_THEORY, slow.verdict(), slow.reason());
    }

    /** A bump in the first budgets is none of the asymptotics. */
    @Test
    void theLastSlopeMayAgree() {
        Judgement bump = afterSweep(interval(2.4, 0.2), 2, new Sweep(9, 9, 2.11, 2.15, 2.09, 2.09, false));
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
                    2,
                    List.of()));
            assertEquals(kind == ApproximationKind.LINEAR, judged.verdict() == CONTRADICTS_THEORY, judged.reason());
        }
    }

    private static Judgement fast(double slope, boolean stopped, LeastErrors.Better... better) {
        return fast(slope, 1, stopped, better);
    }

    private static Judgement fast(double slope, double limit, boolean stopped, LeastErrors.Better... better) {
        return Judgement.of(new Evidence(
                interval(slope, 0.05),
                cited(limit),
                cited(1),
                ENCODABLE,
                true,
                ApproximationKind.LINEAR,
                0,
                9,
                SpeedEstimate.UNKNOWN,
                Double.NaN,
                true,
                new Sweep(9, 9, slope, slope, slope, slope, stopped),
                List.of(),
                2,
                List.of(better)));
    }

    /** Only who has the least error of all cannot fall faster than the hard instance allows. */
    @Test
    void whoIsBehindBreaksNoBound() {
        assertEquals(CONTRADICTS_THEORY, fast(1.4, false).verdict());
        Judgement behind = fast(1.4, false, new LeastErrors.Better("other", 1, true));
        assertFalse(behind.verdict() == CONTRADICTS_THEORY, behind.reason());
        assertTrue(
                behind.reason().contains("still above that of other, so that it breaks no lower bound"),
                behind.reason());
        // Where all fall too fast the functions are not as hard as they are said to be.
        assertEquals(
                CONTRADICTS_THEORY,
                fast(1.4, false, new LeastErrors.Better("other", 1.3, true)).verdict());
        // The best of all kinds may tell more than the best of one.
        Judgement ofAll = fast(
                1.4, false, new LeastErrors.Better("other", 1.3, true), new LeastErrors.Better("nonlinear", 1, false));
        assertTrue(ofAll.reason().contains("still above that of nonlinear"), ofAll.reason());
        // Where codes may be faster than linear methods, nonlinear ones say nothing of these.
        for (double limit : new double[] {2, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    CONTRADICTS_THEORY,
                    fast(1.4, limit, false, new LeastErrors.Better("nonlinear", 1, false))
                            .verdict());
        }
        // Too slow is too slow, whoever is better.
        assertEquals(
                CONTRADICTS_THEORY,
                fast(0.6, false, new LeastErrors.Better("other", 1, true)).verdict());
    }

    @Test
    void errorsThatHaveStoppedTellNoSpeed() {
        assertEquals(CONTRADICTS_THEORY, fast(0, false).verdict());
        Judgement stopped = fast(0, true);
        assertEquals(INCONCLUSIVE, stopped.verdict(), stopped.reason());
        assertTrue(stopped.reason().contains("the errors stand still at the last budgets"), stopped.reason());
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
                new Sweep(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false),
                List.of("at M = 16 an error of 1 is beyond 0.5"));
        assertEquals(CONTRADICTS_THEORY, broken.verdict());
        assertEquals("at M = 16 an error of 1 is beyond 0.5", broken.reason());
    }

    @Test
    void aSweepMovesOrNot() {
        assertTrue(new Sweep(9, 9, 0.5, 0.7, 0.7, 0.7, false).approaches(1));
        assertFalse(new Sweep(9, 9, 0.5, 0.6, 0.6, 0.6, false).approaches(1));
        assertFalse(new Sweep(9, 9, 0.6, 0.5, 0.5, 0.5, false).approaches(1));
        assertFalse(new Sweep(2, 2, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false).approaches(1));
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

    /** Symlets with six moments on piecewise smooth functions: 2.505 - 1.5 · 0.32 for the last four slopes. */
    @Test
    void slopesThatLeadToACitationDoNotMissIt() {
        Sweep sweep = withSlopes(1.39, 1.69, 1.95, 2.42, 2.73, 3.05, 2.34, 1.90);
        assertEquals(2.025, sweep.ending(), 1e-12);

        Judgement wavering = afterSweep(interval(2.27, 0.07), 2, sweep);

        assertFalse(wavering.verdict() == CONTRADICTS_THEORY, wavering.reason());
        assertTrue(wavering.reason().contains("the last four slopes lead to it, to 2.0"), wavering.reason());
    }

    @Test
    void slopesThatLeadAwayMissIt() {
        for (Sweep sweep : List.of(
                withSlopes(0.8, 0.8, 0.8, 0.8, 0.79, 0.81, 0.8, 0.8), withSlopes(1, 1, 1, 1, 0.95, 0.85, 0.75, 0.65))) {
            Judgement judged = afterSweep(interval(0.8, 0.02), 1, sweep);

            assertEquals(9, sweep.measured());
            assertEquals(CONTRADICTS_THEORY, judged.verdict(), judged.reason());
        }
    }

    private static Sweep withSlopes(double... slopes) {
        List<Point> points = new ArrayList<>();
        double error = 1;
        for (int k = 0; k <= slopes.length; k++) {
            points.add(new Point(16 << k, 0, error, Distance.Kind.ESTIMATED, Double.NaN, Double.NaN, Double.NaN));
            error *= k < slopes.length ? Math.pow(2, -slopes[k]) : 1;
        }
        return Sweep.of(points, new SpeedEstimate(1, 1, 1, 16, 16 << slopes.length));
    }

    /** On a saturating instance of a class whose encoding speed is the one that the family cites. */
    private static Judgement afterSweep(SpeedEstimate measured, double speed, Sweep sweep) {
        return judged(measured, cited(speed), cited(speed), ENCODABLE, true, sweep, List.of());
    }
}
