package org.epsilonet.comparator.internal;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.comparator.PairVerdict;

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
    static final double TOLERANCE = 0.1;

    /** An interval wider than this many tolerances (without a logarithm) around an estimate off the limit decides nothing. */
    private static final double WIDE = 5;

    /** The same around an estimate at the limit: four tolerances to each side. */
    private static final double WIDE_AT_LIMIT = 8;

    /** The verdict that follows from the evidence. */
    public static Judgement of(Evidence e) {
        Optional<String> contradiction = Contradiction.in(e);
        if (contradiction.isPresent()) {
            return new Judgement(PairVerdict.CONTRADICTS_THEORY, contradiction.get());
        }
        if (!e.nearBest()) {
            return ofSearch(e);
        }
        if (e.limit().isPresent() && e.citesMoreThan(e.cap(e.limit().get()))) {
            return contradictoryCitations(e, e.limit().get());
        }
        if (e.limit().isEmpty()) {
            return new Judgement(
                    PairVerdict.INCONCLUSIVE,
                    "no encoding speed: none is known for this class and norm, and finite data has none; "
                            + Wording.measured(e.measured()));
        }
        if (!e.measured().isKnown()) {
            return new Judgement(
                    PairVerdict.INCONCLUSIVE,
                    e.missed() > 0
                            ? "the family reaches no useful element at " + e.missed() + " of " + e.budgets()
                                    + " budgets"
                            : "fewer than three budgets tell the speed");
        }
        Judgement judged = againstLimit(e, e.limit().get());
        return new Judgement(judged.verdict, judged.reason + theoryNote(e) + Contradiction.excuse(e));
    }

    /** Errors of a search are above those of approximation by an unknown factor, which may grow or shrink with the budget. */
    private static Judgement ofSearch(Evidence e) {
        String slope = e.measured().isKnown()
                ? "the error decays with exponent "
                        + (e.measured().isInfinite()
                                ? "inf"
                                : Wording.decimal(e.measured().estimate())) + " in M"
                        + (e.rate().isKnown() ? ", " + Wording.shown(e.rate().estimate()) + " in bits" : "") + ", but "
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
            return e.measured().isInfinite()
                    ? reaching(
                            e,
                            speed,
                            "the error decays faster than every power, as that of the best codes of the class")
                    : below(e, "the class can be encoded at every speed; " + Wording.measured(e.measured()));
        }
        double tolerance = tolerance(speed) + e.logAllowance(limit.logPower() * speed);
        if (e.measured().high() < speed - tolerance) {
            return below(e, Wording.measured(e.measured()) + ", below the encoding speed " + Wording.shown(speed));
        }
        if (e.measured().isInfinite() || e.measured().low() > speed + tolerance) {
            return above(e, limit);
        }
        return touching(e, speed, tolerance);
    }

    /** No measurement contradicts anything here, and none can decide: one of the sources is wrong. */
    private static Judgement contradictoryCitations(Evidence e, CitedSpeed limit) {
        return new Judgement(
                PairVerdict.INCONCLUSIVE,
                "the sources contradict each other: the cited speed " + Wording.cited(e) + " is above "
                        + Wording.shown(e.cap(limit))
                        + ", which a family of exponent h = "
                        + Wording.shown(e.encodability().h())
                        + " cannot exceed on a class of encoding speed " + Wording.shown(limit.speed()) + "; "
                        + Wording.measured(e.measured()));
    }

    private static Judgement below(Evidence e, String reason) {
        double limit = e.limit().map(CitedSpeed::speed).orElse(0.0);
        boolean theoryAttains = e.theory().isPresent() && e.theory().get().speed() >= limit - tolerance(limit);
        return theoryAttains && e.isSlowerThanTheory()
                ? new Judgement(
                        PairVerdict.INCONCLUSIVE,
                        reason + ", but the cited speed is not below: budgets are too small for the asymptotics or the"
                                + " approximations are not near-best")
                : new Judgement(PairVerdict.BELOW_LIMIT, reason);
    }

    private static Judgement touching(Evidence e, double limit, double tolerance) {
        boolean close = Math.abs(e.measured().estimate() - limit) <= tolerance;
        // A logarithm moves the slope that is expected; it makes no interval that shows nothing show something.
        if (e.measured().high() - e.measured().low() > (close ? WIDE_AT_LIMIT : WIDE) * tolerance(limit)) {
            return new Judgement(
                    PairVerdict.INCONCLUSIVE,
                    Wording.measured(e.measured()) + ": the interval is too wide to compare with the encoding speed "
                            + Wording.shown(limit));
        }
        String reached = limit == 0
                ? ": no decay, as the class is not compact in this norm"
                : " reaches the encoding speed " + Wording.shown(limit)
                        + (e.measured().high() < limit - tolerance(limit) ? " but for a power of log M" : "")
                        + (e.saturated() ? "" : ", on instances not known to be as hard as the class");
        return reaching(e, limit - tolerance, Wording.measured(e.measured()) + reached);
    }

    /** The measurement reaches the limit; so does the family, unless theory says that it stays below on the class. */
    private static Judgement reaching(Evidence e, double lowest, String reason) {
        if (!e.citesLessThan(lowest)) {
            return new Judgement(PairVerdict.ATTAINS_LIMIT, reason);
        }
        String why = !e.isFasterThanTheory()
                ? "the measurement does not tell them apart"
                : e.saturated()
                        ? "budgets are too small for the asymptotics"
                        : "these instances are easier than the class";
        return new Judgement(PairVerdict.INCONCLUSIVE, reason + ", though the cited speed is below it: " + why);
    }

    private static Judgement above(Evidence e, CitedSpeed limit) {
        String exceeds = Wording.measured(e.measured()) + " exceeds the encoding speed " + Wording.shown(limit.speed());
        if (limit.speed() == 0) {
            exceeds += " (" + limit.source() + ")";
        }
        if (e.encodability().kind() == EncodabilityVerdict.Kind.ENCODABLE) {
            return new Judgement(
                    PairVerdict.EXCEEDS_ON_INSTANCES,
                    exceeds
                            + (e.saturated() && limit.speed() > 0
                                    ? ": an instance is as hard as the class and the family infinity-encodable, so larger"
                                            + " budgets must bring the speed down to the limit"
                                    : ": the family is infinity-encodable, so these instances are easier for it than the"
                                            + " class")
                            + Wording.entropy(e));
        }
        return new Judgement(
                PairVerdict.EXCEEDS_NOT_ENCODABLE, exceeds + Unlimited.why(e, limit) + Unlimited.inBits(e, limit));
    }

    private static String theoryNote(Evidence e) {
        if (e.theory().isEmpty()) {
            return "";
        }
        if (e.isSlowerThanTheory()) {
            return "; slower than the cited speed " + Wording.cited(e);
        }
        return (e.isFasterThanTheory() ? "; faster than the cited speed " : "; agrees with the cited speed ")
                + Wording.cited(e);
    }

    static double tolerance(double speed) {
        return Double.isFinite(speed) ? TOLERANCE * Math.max(1, speed) : TOLERANCE;
    }
}
