package org.epsilonet.comparator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.comparator.PairVerdict;
import org.epsilonet.comparator.SpeedEstimate;

/** What judgements are made of, and what they should be. */
final class JudgementCases {
    /** Nine budgets, the slope the same over both halves. */
    static final Sweep SETTLED = new Sweep(9, 9, 7, 7, 7, 7, false);

    static final double INFINITE = Double.POSITIVE_INFINITY;
    static final EncodabilityVerdict ENCODABLE = EncodabilityClaim.of(
                    Growth.LINEAR_LOG, Growth.LINEAR, Growth.LOG, Growth.LOG, "a source")
            .verdict();
    static final EncodabilityVerdict DEEP = EncodabilityClaim.of(
                    Growth.LINEAR_LOG, Growth.LINEAR, Growth.LINEAR, Growth.LINEAR, "a source")
            .verdict();
    static final EncodabilityVerdict DEEPER = EncodabilityClaim.of(
                    Growth.LINEAR_LOG, Growth.LINEAR, Growth.LINEAR, Growth.INFINITE, "a source")
            .verdict();
    static final EncodabilityVerdict OBSTRUCTED = EncodabilityClaim.of(
                    Growth.INFINITE, Growth.LINEAR, Growth.LOG, Growth.LOG, "a source")
            .obstructedBy("a proof")
            .verdict();

    static void assertVerdict(
            PairVerdict expected, SpeedEstimate measured, double limit, double theory, EncodabilityVerdict family) {
        Judgement judged = judged(measured, limit, theory, family);
        assertEquals(expected, judged.verdict(), judged.reason());
        assertFalse(judged.reason().isBlank());
    }

    /** NaN stands for unknown. */
    static Judgement judged(SpeedEstimate measured, double limit, double theory, EncodabilityVerdict family) {
        return judged(measured, limit, theory, family, true);
    }

    static Judgement judged(
            SpeedEstimate measured, double limit, double theory, EncodabilityVerdict family, boolean saturated) {
        return judged(measured, cited(limit), cited(theory), family, saturated, SETTLED, List.of());
    }

    static Judgement judged(
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
                2,
                List.of()));
    }

    static Optional<CitedSpeed> cited(double speed) {
        return Double.isNaN(speed) ? Optional.empty() : Optional.of(CitedSpeed.of(speed, "a source"));
    }

    static SpeedEstimate interval(double estimate, double halfWidth) {
        return new SpeedEstimate(estimate, estimate - halfWidth, estimate + halfWidth, 16, 4096);
    }

    private JudgementCases() {}
}
