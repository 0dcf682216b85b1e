package org.epsilonet.cli.report;

import org.epsilonet.comparator.PairResult;

/**
 * How near a measured approximation speed \(\gamma\) comes to the encoding speed \(\gamma^*\) of a class: the ratio
 * \(\gamma/\gamma^*\) in steps, each with a colour. The colours go from pale to deep blue and then to orange, so that they
 * differ in lightness and keep apart under every common form of colour blindness.
 */
enum Closeness {
    FAR("below half of the limit"),
    HALF("50 to 75 %"),
    NEAR("75 to 90 %"),
    AT("at the limit, within a tenth"),
    ABOVE("above it"),
    UNKNOWN("speed or limit not known");

    private static final double TOLERANCE = 0.1;

    private final String meaning;

    Closeness(String meaning) {
        this.meaning = meaning;
    }

    static Closeness of(PairResult pair) {
        double ratio = ratio(pair);
        if (Double.isNaN(ratio)) {
            return UNKNOWN;
        }
        if (ratio > 1 + TOLERANCE) {
            return ABOVE;
        }
        return ratio >= 1 - TOLERANCE ? AT : ratio >= 0.75 ? NEAR : ratio >= 0.5 ? HALF : FAR;
    }

    /**
     * The measured speed by the encoding speed; 1 where both are infinite, or both zero within what an exponent shows; NaN
     * where one is not known.
     */
    static double ratio(PairResult pair) {
        double speed = pair.approxSpeed().estimate();
        double limit = pair.encodingSpeed().orElse(Double.NaN);
        if (limit == 0) {
            return Math.abs(speed) < TOLERANCE / 2 ? 1 : speed / limit;
        }
        return speed == Double.POSITIVE_INFINITY && limit == speed ? 1 : speed / limit;
    }

    /** What the colour means, for the legend. */
    String meaning() {
        return meaning;
    }

    /** The class of the style sheet that gives the colour. */
    String style() {
        return "near-" + ordinal();
    }
}
