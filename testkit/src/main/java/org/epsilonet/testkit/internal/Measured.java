package org.epsilonet.testkit.internal;

import java.util.Locale;

/**
 * The range of a ratio seen in many trials.
 *
 * @param low the smallest
 * @param high the largest
 */
record Measured(double low, double high) {
    static final Measured NOTHING = new Measured(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    Measured and(double ratio) {
        return new Measured(Math.min(low, ratio), Math.max(high, ratio));
    }

    /** Three digits. */
    static String shown(double x) {
        return String.format(Locale.ROOT, "%.3g", x);
    }

    @Override
    public String toString() {
        return low > high ? "nothing to compare" : shown(low) + " to " + shown(high);
    }
}
