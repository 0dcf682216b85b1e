package org.epsilonet.comparator.internal;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.comparator.SpeedEstimate;

/**
 * What is known of a pair.
 *
 * @param measured the measured approximation speed
 * @param limit the encoding speed of the class in the norm, if known
 * @param theory the speed the family cites for the class, if any
 * @param encodability the verdict on the family
 * @param saturated whether an instance is known to be as hard as the class for the family's kind
 * @param kind the family's kind
 * @param missed budgets at which the family reached no useful element on some instance
 * @param budgets budgets in all
 * @param rate the measured error after quantization against bits
 * @param bitsGrowth the exponent of the budget in the number of bits; NaN where there are no bits
 * @param nearBest whether the family finds near-best elements, so that slopes are speeds
 * @param sweep how far the measured curve tells of the asymptotics
 * @param violations stated bounds that the measurements break, in words
 * @param instances how many functions were measured
 * @param better the best of the same kind and of all on the same functions, whose error is smaller at the last budget that
 *     tells the speed
 */
public record Evidence(
        SpeedEstimate measured,
        Optional<CitedSpeed> limit,
        Optional<CitedSpeed> theory,
        EncodabilityVerdict encodability,
        boolean saturated,
        ApproximationKind kind,
        int missed,
        int budgets,
        SpeedEstimate rate,
        double bitsGrowth,
        boolean nearBest,
        Sweep sweep,
        List<String> violations,
        int instances,
        List<LeastErrors.Better> better) {

    /** Cited speeds are exact; what is computed from them is rounded. */
    private static final double ROUNDING = 1e-9;

    /** Copies the lists. */
    public Evidence {
        violations = List.copyOf(violations);
        better = List.copyOf(better);
    }

    /** By how much a power of a logarithm changes the slope at the largest budget. */
    double logAllowance(double power) {
        return Math.abs(power) / Math.log(Math.max(8, measured.lastBudgetUsed()));
    }

    private double theoryTolerance() {
        return theory.map(t -> Judgement.tolerance(t.speed()) + logAllowance(t.logPower()))
                .orElse(Judgement.TOLERANCE);
    }

    /** Whether the family is measurably slower than it cites; never for an infinite citation. */
    boolean isSlowerThanTheory() {
        return theory.isPresent() && measured.high() < theory.get().speed() - theoryTolerance();
    }

    boolean isFasterThanTheory() {
        return theory.isPresent()
                && (measured.isInfinite()
                        ? Double.isFinite(theory.get().speed())
                        : measured.low() > theory.get().speed() + theoryTolerance());
    }

    /**
     * What encodability allows: \((1+h)\gamma^*_{encod}\); infinite for infinite \(h\).
     */
    double cap(CitedSpeed limit) {
        return Double.isFinite(encodability.h()) ? (1 + encodability.h()) * limit.speed() : Double.POSITIVE_INFINITY;
    }

    boolean citesMoreThan(double speed) {
        return theory.isPresent() && theory.get().speed() > speed * (1 + ROUNDING);
    }

    /** The entropy of the instances themselves, in bits. */
    double instanceBits() {
        return Math.log(instances) / Math.log(2);
    }

    boolean citesLessThan(double speed) {
        return theory.isPresent() && theory.get().speed() < speed;
    }
}
