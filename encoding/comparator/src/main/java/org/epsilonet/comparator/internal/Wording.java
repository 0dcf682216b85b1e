package org.epsilonet.comparator.internal;

import java.util.Locale;
import org.epsilonet.comparator.SpeedEstimate;

/** How verdicts say numbers. */
final class Wording {
    private Wording() {}

    static String cited(Evidence e) {
        return e.theory().map(t -> shown(t.speed())).orElse("");
    }

    static String measured(SpeedEstimate speed) {
        if (!speed.isKnown()) {
            return "the budgets do not tell the speed";
        }
        return speed.isInfinite()
                ? "the measured error decays faster than every power"
                : "measured speed " + shown(speed.estimate()) + " [" + shown(speed.low()) + ", " + shown(speed.high())
                        + "]";
    }

    static String decimal(double x) {
        return String.format(Locale.ROOT, "%.2f", x);
    }

    static String shown(double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return "inf";
        }
        return x == Math.rint(x) ? String.valueOf((long) x) : decimal(x);
    }

    /** The entropy of the instances beside that of the class. */
    static String entropy(Evidence e) {
        return e.instances() < 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; the %s measured %s an entropy of %.2f bits, the limit is about the whole class",
                        e.instances() == 1 ? "single instance" : e.instances() + " instances",
                        e.instances() == 1 ? "has" : "have",
                        e.instanceBits());
    }
}
