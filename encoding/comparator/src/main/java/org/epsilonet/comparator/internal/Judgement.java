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
 * @see "docs/theory.md, A9"
 */
public record Judgement(PairVerdict verdict, String reason) {
    /** Speeds closer than this, relative to the speed (at least 1), are not told apart. */
    private static final double TOLERANCE = 0.1;

    /** An interval wider than this many tolerances around an estimate off the limit decides nothing. */
    private static final double WIDE = 5;

    /** The same around an estimate at the limit: four tolerances to each side. */
    private static final double WIDE_AT_LIMIT = 8;

    /** Cited speeds are exact; what is computed from them is rounded. */
    private static final double ROUNDING = 1e-9;

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
     * @param rate the measured error after quantization against bits
     * @param bitsGrowth the exponent of the budget in the number of bits; NaN where there are no bits
     * @param nearBest whether the family finds near-best elements, so that slopes are speeds
     */
    public record Evidence(
            SpeedEstimate measured,
            Optional<CitedSpeed> limit,
            Optional<CitedSpeed> theory,
            EncodabilityVerdict encodability,
            boolean saturated,
            int missed,
            int budgets,
            SpeedEstimate rate,
            double bitsGrowth,
            boolean nearBest) {

        /** By how much a power of a logarithm changes the slope at the largest budget. */
        private double logAllowance(double power) {
            return Math.abs(power) / Math.log(Math.max(8, measured.lastBudgetUsed()));
        }

        private double theoryTolerance() {
            return theory.map(t -> tolerance(t.speed()) + logAllowance(t.logPower()))
                    .orElse(TOLERANCE);
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

        private boolean isFasterThanTheory() {
            return theory.isPresent()
                    && (measured.isInfinite()
                            ? Double.isFinite(theory.get().speed())
                            : measured.low() > theory.get().speed() + theoryTolerance());
        }

        /**
         * What encodability allows: \((1+h)\gamma^*_{encod}\); infinite for infinite \(h\).
         */
        private double cap(CitedSpeed limit) {
            return Double.isFinite(encodability.h())
                    ? (1 + encodability.h()) * limit.speed()
                    : Double.POSITIVE_INFINITY;
        }

        private boolean citesMoreThan(double speed) {
            return theory.isPresent() && theory.get().speed() > speed * (1 + ROUNDING);
        }

        private boolean citesLessThan(double speed) {
            return theory.isPresent() && theory.get().speed() < speed;
        }
    }

    /** The verdict that follows from the evidence. */
    public static Judgement of(Evidence e) {
        if (e.limit.isPresent() && e.citesMoreThan(e.cap(e.limit.get()))) {
            return contradictoryCitations(e, e.limit.get());
        }
        if (!e.nearBest) {
            return ofSearch(e);
        }
        if (e.contradictsTheory()) {
            return new Judgement(
                    PairVerdict.CONTRADICTS_THEORY,
                    measured(e.measured) + ", below half of the cited speed " + cited(e));
        }
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

    /** Errors of a search are above those of approximation by an unknown factor, which may grow or shrink with the budget. */
    private static Judgement ofSearch(Evidence e) {
        String slope = e.measured.isKnown()
                ? "the error decays with exponent "
                        + (e.measured.isInfinite() ? "inf" : decimal(e.measured.estimate())) + " in M"
                        + (e.rate.isKnown() ? ", " + shown(e.rate.estimate()) + " in bits" : "") + ", but "
                : "";
        return new Judgement(
                PairVerdict.INCONCLUSIVE,
                slope
                        + "the family does not promise near-best elements: the error of its optimization is part of it, and"
                        + " no approximation speed follows");
    }

    private static Judgement againstLimit(Evidence e, CitedSpeed limit) {
        double speed = limit.speed();
        if (speed == Double.POSITIVE_INFINITY) {
            return e.measured.isInfinite()
                    ? reaching(
                            e,
                            speed,
                            "the error decays faster than every power, as that of the best codes of the class")
                    : below(e, "the class can be encoded at every speed; " + measured(e.measured));
        }
        double tolerance = tolerance(speed) + e.logAllowance(limit.logPower() * speed);
        if (e.measured.high() < speed - tolerance) {
            return below(e, measured(e.measured) + ", below the encoding speed " + shown(speed));
        }
        if (e.measured.isInfinite() || e.measured.low() > speed + tolerance) {
            return above(e, limit);
        }
        return touching(e, speed, tolerance);
    }

    private static Judgement contradictoryCitations(Evidence e, CitedSpeed limit) {
        return new Judgement(
                PairVerdict.CONTRADICTS_THEORY,
                "the cited speed " + cited(e) + " is above " + shown(e.cap(limit)) + ", which a family of exponent h = "
                        + shown(e.encodability.h()) + " cannot exceed on a class of encoding speed "
                        + shown(limit.speed()) + "; " + measured(e.measured));
    }

    private static Judgement below(Evidence e, String reason) {
        double limit = e.limit.map(CitedSpeed::speed).orElse(0.0);
        boolean theoryAttains = e.theory.isPresent() && e.theory.get().speed() >= limit - tolerance(limit);
        return theoryAttains && e.isSlowerThanTheory()
                ? new Judgement(
                        PairVerdict.INCONCLUSIVE,
                        reason + ", but the cited speed is not below: budgets are too small for the asymptotics or the"
                                + " approximations are not near-best")
                : new Judgement(PairVerdict.BELOW_LIMIT, reason);
    }

    private static Judgement touching(Evidence e, double limit, double tolerance) {
        boolean close = Math.abs(e.measured.estimate() - limit) <= tolerance;
        if (e.measured.high() - e.measured.low() > (close ? WIDE_AT_LIMIT : WIDE) * tolerance) {
            return new Judgement(
                    PairVerdict.INCONCLUSIVE,
                    measured(e.measured) + ": the interval is too wide to compare with the encoding speed "
                            + shown(limit));
        }
        String reached = limit == 0
                ? ": no decay, as the class is not compact in this norm"
                : " reaches the encoding speed " + shown(limit)
                        + (e.saturated ? "" : ", on instances not known to be as hard as the class");
        return reaching(e, limit - tolerance, measured(e.measured) + reached);
    }

    /** The measurement reaches the limit; so does the family, unless theory says that it stays below on the class. */
    private static Judgement reaching(Evidence e, double lowest, String reason) {
        if (!e.citesLessThan(lowest)) {
            return new Judgement(PairVerdict.ATTAINS_LIMIT, reason);
        }
        String why = !e.isFasterThanTheory()
                ? "the measurement does not tell them apart"
                : e.saturated
                        ? "budgets are too small for the asymptotics"
                        : "these instances are easier than the class";
        return new Judgement(PairVerdict.INCONCLUSIVE, reason + ", though the cited speed is below it: " + why);
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
                            + (e.saturated && limit.speed() > 0
                                    ? ": an instance is as hard as the class and the family infinity-encodable, so larger"
                                            + " budgets must bring the speed down to the limit"
                                    : ": the family is infinity-encodable, so these instances are easier for it than the"
                                            + " class"));
        }
        return new Judgement(PairVerdict.EXCEEDS_NOT_ENCODABLE, exceeds + whyNotLimited(e, limit) + inBits(e, limit));
    }

    private static String whyNotLimited(Evidence e, CitedSpeed limit) {
        double h = e.encodability.h();
        if (e.cap(limit) == Double.POSITIVE_INFINITY) {
            return e.encodability.kind() == EncodabilityVerdict.Kind.NOT_ENCODABLE
                    ? "; the family is proved not to be infinity-encodable, so the encoding speed is no limit for it"
                    : "; without a bound on bits per parameter there is no limit";
        }
        return "; the limit for its exponent h = " + shown(h) + " is " + shown(e.cap(limit))
                + ": each parameter may need of order " + (h == 1 ? "M" : "M^" + shown(h)) + " bits";
    }

    /**
     * Why a speed in \(M\) above the encoding speed is no contradiction: the encoding speed limits the error against bits, and
     * there the family stays within it.
     */
    private static String inBits(Evidence e, CitedSpeed limit) {
        if (Double.isNaN(e.bitsGrowth)) {
            return "; it has no code at these budgets, and only bits are limited";
        }
        String grown = "; its bits grow like M^" + decimal(e.bitsGrowth);
        if (!e.rate.isKnown()) {
            return grown;
        }
        double speed = limit.speed();
        if (speed == 0) {
            return grown + ", in bits its exponent is " + shown(e.rate.estimate())
                    + " on these elements: each has a code, but no number of bits serves the whole class";
        }
        double tolerance = tolerance(speed) + e.logAllowance(limit.logPower() * speed);
        String rate = grown + ", in bits its exponent " + shown(e.rate.estimate());
        if (!e.rate.isInfinite() && e.rate.low() <= speed + tolerance) {
            return rate + " stays within the encoding speed " + shown(speed);
        }
        double h = e.encodability.h();
        double inTheEnd = e.measured.low() / (1 + h);
        return h > 0 && Double.isFinite(h) && e.bitsGrowth < 1 + h - TOLERANCE && inTheEnd <= speed + tolerance
                ? rate + " so far; with M^" + shown(1 + h) + " bits " + decimal(e.measured.estimate()) + " in M is "
                        + decimal(e.measured.estimate() / (1 + h)) + " in bits, within the encoding speed "
                        + shown(speed)
                : rate + " exceeds the encoding speed too, so these instances are easier than the class";
    }

    private static String theoryNote(Evidence e) {
        if (e.theory.isEmpty()) {
            return "";
        }
        if (e.isSlowerThanTheory()) {
            return "; slower than the cited speed " + cited(e);
        }
        return (e.isFasterThanTheory() ? "; faster than the cited speed " : "; agrees with the cited speed ")
                + cited(e);
    }

    private static String cited(Evidence e) {
        return e.theory.map(t -> shown(t.speed())).orElse("");
    }

    private static double tolerance(double speed) {
        return Double.isFinite(speed) ? TOLERANCE * Math.max(1, speed) : TOLERANCE;
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

    private static String decimal(double x) {
        return String.format(Locale.ROOT, "%.2f", x);
    }

    private static String shown(double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return "inf";
        }
        return x == Math.rint(x) ? String.valueOf((long) x) : decimal(x);
    }
}
