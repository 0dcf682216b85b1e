package org.epsilonet.comparator.internal;

import java.util.Optional;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;

/**
 * When measurements contradict theory: one of the two is wrong. Exactly when
 * <ol type="a">
 *   <li>an error exceeds a proven upper bound that the family states, or
 *   <li>fewer bits than the logarithm of their number tell functions apart that are further from each other than twice the
 *       error, or
 *   <li>the family cites a speed, an instance is known to be as hard as the class for its kind, and the interval misses the
 *       speed by more than {@value #TOLERANCE}, or {@value #TOLERANCE_WITH_LOG} where the citation has a logarithm.
 * </ol>
 *
 * <p>The third is a statement about \(M \to \infty\), and is not made from budgets that are too small for it: fewer than nine,
 * for which the coverage of intervals is not established, fewer than six of them asymptotic, or such that the slope is still
 * moving towards the cited speed, has reached it over the last three of them or, by the straight line through the last four
 * slopes, at the last, or from errors that stand still. A hard instance has \(E_M \ge c M^{-\gamma}\) for every linear, or
 * every ∞-encodable, method that is compared, with an unknown c that is taken for common: who falls faster while its error is
 * above that of another one breaks no such bound, unless the least errors of its kind, and where theory lets no kind be faster
 * also those of all kinds, fall faster than cited speed and encoding speed, too. So this verdict depends on which
 * families are compared. An infinite speed is never missed: a slow
 * exponential looks like a power for long. And an element that is hard for nonlinear methods has the encoding speed: a family
 * that cites less has other elements for its hardest, and may be faster than it cites on this one.
 */
final class Contradiction {
    static final double TOLERANCE = 0.1;
    static final double TOLERANCE_WITH_LOG = 0.2;

    private Contradiction() {}

    /** What contradicts what; empty where nothing does. */
    static Optional<String> in(Evidence e) {
        if (!e.violations().isEmpty()) {
            return Optional.of(String.join("; ", e.violations()));
        }
        return misses(e) && whyTooEarly(e).isEmpty()
                ? Optional.of(Wording.measured(e.measured()) + " misses the cited speed " + Wording.cited(e)
                        + " by more than " + tolerance(e) + ", on an instance as hard as the class")
                : Optional.empty();
    }

    /** Why a missed speed is no contradiction, to continue a sentence; empty where none is missed. */
    static String excuse(Evidence e) {
        return misses(e)
                ? whyTooEarly(e)
                        .map(why -> ", which is no contradiction: " + why)
                        .orElse("")
                : "";
    }

    private static boolean misses(Evidence e) {
        if (e.theory().isEmpty()
                || !e.saturated()
                || !e.nearBest()
                || !e.measured().isKnown()) {
            return false;
        }
        double speed = e.theory().get().speed();
        return Double.isFinite(speed)
                && (e.measured().high() < speed - tolerance(e)
                        || (e.measured().low() > speed + tolerance(e) && hasItsHardest(e)));
    }

    private static boolean hasItsHardest(Evidence e) {
        return e.kind() == ApproximationKind.LINEAR || !isSlowerThanCodes(e);
    }

    private static boolean isSlowerThanCodes(Evidence e) {
        return e.limit().isPresent() && e.citesLessThan(e.limit().get().speed());
    }

    private static double tolerance(Evidence e) {
        return e.theory().get().logPower() == 0 ? TOLERANCE : TOLERANCE_WITH_LOG;
    }

    /** Who has a smaller error, and is no faster than theory allows. */
    private static Optional<LeastErrors.Better> ahead(Evidence e) {
        double cited = e.theory().get().speed();
        double fastest = Math.max(cited, e.limit().map(CitedSpeed::speed).orElse(cited)) + tolerance(e);
        // Nonlinear methods may lie far below what binds linear ones, unless theory lets neither be faster.
        boolean isOneBound = e.kind() == ApproximationKind.NONLINEAR || !isSlowerThanCodes(e);
        return e.better().stream()
                .filter(a -> a.isOfTheKind() || isOneBound)
                .filter(a -> a.slope() <= fastest)
                .findFirst();
    }

    private static Optional<String> whyTooEarly(Evidence e) {
        if (!e.sweep().isLong()) {
            return Optional.of("fewer than " + Sweep.ENOUGH + " budgets were measured, or fewer than "
                    + Sweep.ENOUGH_USED + " are asymptotic");
        }
        if (Math.abs(e.sweep().last() - e.theory().get().speed()) <= tolerance(e)) {
            return Optional.of("the last slope, " + Wording.decimal(e.sweep().last()) + ", agrees with it");
        }
        if (Math.abs(e.sweep().ending() - e.theory().get().speed()) <= tolerance(e)) {
            return Optional.of("the last four slopes lead to it, to "
                    + Wording.decimal(e.sweep().ending()));
        }
        if (e.sweep().stopped()) {
            return Optional.of("the errors stand still at the last budgets, and tell no speed");
        }
        Optional<LeastErrors.Better> better = ahead(e);
        if (e.measured().low() > e.theory().get().speed() && better.isPresent()) {
            return Optional.of(
                    "its error is still above that of " + better.get().family() + ", so that it breaks no lower bound");
        }
        return e.sweep().approaches(e.theory().get().speed())
                ? Optional.of("the slope still moves towards it, from "
                        + Wording.decimal(e.sweep().early()) + " to "
                        + Wording.decimal(e.sweep().late()))
                : Optional.empty();
    }
}
