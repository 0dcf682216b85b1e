package org.epsilonet.comparator.internal;

import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.encodability.EncodabilityVerdict;

/** Why a family that is not ∞-encodable may exceed the encoding speed in \(M\), and what it does in bits. */
final class Unlimited {
    private Unlimited() {}

    static String why(Evidence e, CitedSpeed limit) {
        double h = e.encodability().h();
        if (e.cap(limit) == Double.POSITIVE_INFINITY) {
            return e.encodability().kind() == EncodabilityVerdict.Kind.NOT_ENCODABLE
                    ? "; the family is proved not to be infinity-encodable, so the encoding speed is no limit for it"
                    : "; without a bound on bits per parameter there is no limit";
        }
        return "; the limit for its exponent h = " + Wording.shown(h) + " is " + Wording.shown(e.cap(limit))
                + ": each parameter may need of order " + (h == 1 ? "M" : "M^" + Wording.shown(h)) + " bits";
    }

    /**
     * Why a speed in \(M\) above the encoding speed is no contradiction: the encoding speed limits the error against bits, and
     * there the family stays within it.
     */
    static String inBits(Evidence e, CitedSpeed limit) {
        if (Double.isNaN(e.bitsGrowth())) {
            return "; it has no code at these budgets, and only bits are limited";
        }
        String grown = "; its bits grow like M^" + Wording.decimal(e.bitsGrowth());
        if (!e.rate().isKnown()) {
            return grown;
        }
        double speed = limit.speed();
        if (speed == 0) {
            return grown + ", in bits its exponent is " + Wording.shown(e.rate().estimate())
                    + " on these elements: each has a code, but no number of bits serves the whole class";
        }
        double tolerance = Judgement.tolerance(speed) + e.logAllowance(limit.logPower() * speed);
        String rate = grown + ", in bits its exponent " + Wording.shown(e.rate().estimate());
        if (!e.rate().isInfinite() && e.rate().low() <= speed + tolerance) {
            return rate + " stays within the encoding speed " + Wording.shown(speed);
        }
        double h = e.encodability().h();
        double inTheEnd = e.measured().low() / (1 + h);
        return h > 0
                        && Double.isFinite(h)
                        && e.bitsGrowth() < 1 + h - Judgement.TOLERANCE
                        && inTheEnd <= speed + tolerance
                ? rate + " so far; with M^" + Wording.shown(1 + h) + " bits "
                        + Wording.decimal(e.measured().estimate()) + " in M is "
                        + Wording.decimal(e.measured().estimate() / (1 + h)) + " in bits, within the encoding speed "
                        + Wording.shown(speed)
                : rate + " exceeds the encoding speed too, so these instances are easier than the class";
    }
}
