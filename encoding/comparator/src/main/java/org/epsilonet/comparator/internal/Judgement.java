package org.epsilonet.comparator.internal;

import java.util.Locale;
import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.comparator.PairVerdict;
import org.epsilonet.comparator.SpeedEstimate;

/**
 * The verdict on one pair. If the family is ∞-encodable then \(\gamma^*_{approx} \le \gamma^*_{encod}\) on every class,
 * and with an encoding of exponent \(h\) still \(\gamma^*_{approx} \le (1+h)\gamma^*_{encod}\). A measured speed is that
 * of the worst of a few elements, hence at least that of the class: speeds below the limit are below it on the class as
 * well, speeds above it only say that these elements are easier than the class.
 *
 * @param verdict the verdict
 * @param reason why, with numbers
 */
public record Judgement(PairVerdict verdict, String reason) {
    /** Speeds closer than this are not told apart. */
    private static final double TOLERANCE = 0.1;

    /** An interval wider than this, relative to the limit (at least 1), around an estimate off the limit decides nothing. */
    private static final double WIDE = 0.5;

    /**
     * What is known of a pair.
     *
     * @param measured the measured approximation speed
     * @param limit the encoding speed of the class in the norm, if known
     * @param theory the speed the family cites for the class, if any
     * @param encodability the verdict on the family
     * @param saturated whether an instance is known to be as hard as the class for the family's kind
     * @param missed budgets at which the family reached no useful element on some instance
     * @param budgets budgets in all
     */
    public record Evidence(
            SpeedEstimate measured,
            Optional<CitedSpeed> limit,
            Optional<CitedSpeed> theory,
            EncodabilityVerdict encodability,
            boolean saturated,
            int missed,
            int budgets) {

        private double logAllowance(CitedSpeed cited, double power) {
            return Math.abs(power) / Math.log(Math.max(8, measured.lastBudgetUsed()));
        }

        private double theoryTolerance() {
            return TOLERANCE + theory.map(t -> logAllowance(t, t.logPower())).orElse(0.0);
        }

        /** Whether the family is measurably slower than it cites; never for an infinite citation. */
        private boolean isSlowerThanTheory() {
            return theory.isPresent() && measured.high() < theory.get().speed() - theoryTolerance();
        }

        /** Slower beyond what too small budgets explain: less than half of a finite cited speed. */
        private boolean contradictsTheory() {
            return theory.isPresent()
                    && Double.isFinite(theory.get().speed())
                    && measured.high() < 0.5 * theory.get().speed() - theoryTolerance();
        }
    }

    /** The verdict that follows from the evidence. */
    public static Judgement of(Evidence e) {
        if (e.limit.isEmpty()) {
            return new Judgement(
                    PairVerdict.INCONCLUSIVE,
                    "no encoding speed: none is known for this class and norm, and finite data has none; "
                            + measured(e.measured));
        }
        if (!e.measured.isKnown()) {
            return new Judgement(
                    PairVerdict.INCONCLUSIVE,
                    e.missed > 0
                            ? "the family reaches no useful element at " + e.missed + " of " + e.budgets + " budgets"
                            : "fewer than three budgets tell the speed");
        }
        Judgement judged = againstLimit(e, e.limit.get());
        return new Judgement(judged.verdict, judged.reason + theoryNote(e));
    }

    private static Judgement againstLimit(Evidence e, CitedSpeed limit) {
        double speed = limit.speed();
        if (speed == Double.POSITIVE_INFINITY) {
            return e.measured.isInfinite()
                    ? new Judgement(
                            PairVerdict.ATTAINS_LIMIT,
                            "the error decays faster than every power, as that of the best codes of the class")
                    : below(e, "the class can be encoded at every speed; " + measured(e.measured));
        }
        double tolerance = TOLERANCE + e.logAllowance(limit, limit.logPower() * speed);
        if (e.measured.high() < speed - tolerance) {
            return below(e, measured(e.measured) + ", below the encoding speed " + shown(speed));
        }
        if (e.measured.isInfinite() || e.measured.low() > speed + tolerance) {
            return above(e, limit);
        }
        return touching(e, speed, tolerance);
    }

    private static Judgement below(Evidence e, String reason) {
        if (e.contradictsTheory()) {
            return new Judgement(PairVerdict.CONTRADICTS_THEORY, reason + ", and below half of the cited speed");
        }
        double limit = e.limit.map(CitedSpeed::speed).orElse(0.0);
        boolean theoryAttains = e.theory.isPresent() && e.theory.get().speed() >= limit - TOLERANCE;
        return theoryAttains && e.isSlowerThanTheory()
                ? new Judgement(
                        PairVerdict.INCONCLUSIVE,
                        reason + ", but the cited speed is not below: budgets are too small for the asymptotics or the"
                                + " approximations are not near-best")
                : new Judgement(PairVerdict.BELOW_LIMIT, reason);
    }

    private static Judgement touching(Evidence e, double limit, double tolerance) {
        boolean close = Math.abs(e.measured.estimate() - limit) <= tolerance;
        boolean wide = e.measured.high() - e.measured.low() > WIDE * Math.max(1, limit);
        if (wide && !close) {
            return new Judgement(
                    PairVerdict.INCONCLUSIVE,
                    measured(e.measured) + ": the interval is too wide to compare with the encoding speed "
                            + shown(limit));
        }
        String reached = limit == 0
                ? ": no decay, as the class is not compact in this norm"
                : " reaches the encoding speed " + shown(limit)
                        + (e.saturated ? "" : ", on instances not known to be as hard as the class");
        return new Judgement(PairVerdict.ATTAINS_LIMIT, measured(e.measured) + reached);
    }

    private static Judgement above(Evidence e, CitedSpeed limit) {
        String exceeds = measured(e.measured) + " exceeds the encoding speed " + shown(limit.speed());
        if (limit.speed() == 0) {
            exceeds += " (" + limit.source() + ")";
        }
        if (e.encodability.kind() == EncodabilityVerdict.Kind.ENCODABLE) {
            return new Judgement(
                    PairVerdict.EXCEEDS_ON_INSTANCES,
                    exceeds
                            + ": the family is infinity-encodable, so these instances are easier for it than the class");
        }
        String cap = Double.isFinite(e.encodability.h())
                ? "; the limit for its exponent h = " + shown(e.encodability.h()) + " is "
                        + shown((1 + e.encodability.h()) * limit.speed())
                : "; without a bound on bits per parameter there is no limit";
        return new Judgement(PairVerdict.EXCEEDS_NOT_ENCODABLE, exceeds + cap);
    }

    private static String theoryNote(Evidence e) {
        if (e.theory.isEmpty()) {
            return "";
        }
        String cited = shown(e.theory.get().speed());
        if (e.isSlowerThanTheory()) {
            return "; slower than the cited speed " + cited;
        }
        boolean faster = e.measured.isInfinite()
                ? Double.isFinite(e.theory.get().speed())
                : e.measured.low() > e.theory.get().speed() + e.theoryTolerance();
        return faster
                ? "; faster than the cited speed " + cited
                        + (e.saturated ? ", though an instance is as hard as the class" : " of the class")
                : "; agrees with the cited speed " + cited;
    }

    private static String measured(SpeedEstimate speed) {
        if (!speed.isKnown()) {
            return "the budgets do not tell the speed";
        }
        return speed.isInfinite()
                ? "the measured error decays faster than every power"
                : "measured speed " + shown(speed.estimate()) + " [" + shown(speed.low()) + ", " + shown(speed.high())
                        + "]";
    }

    private static String shown(double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return "inf";
        }
        return x == Math.rint(x) ? String.valueOf((long) x) : String.format(Locale.ROOT, "%.2f", x);
    }
}
