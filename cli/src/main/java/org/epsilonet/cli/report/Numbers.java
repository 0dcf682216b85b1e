package org.epsilonet.cli.report;

import java.util.Locale;
import java.util.OptionalDouble;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.SpeedEstimate;

/** How numbers are shown to people: ∞ for infinite, — for unknown, a true minus sign. */
final class Numbers {
    static final String UNKNOWN = "—";

    private Numbers() {}

    /** A speed with its interval: {@code 1.98 [1.95, 2.01]}. */
    static String speed(SpeedEstimate speed) {
        String interval = interval(speed);
        return interval.isEmpty() ? exponent(speed.estimate()) : exponent(speed.estimate()) + " " + interval;
    }

    /** The interval alone; empty beside an estimate that is infinite or unknown. */
    static String interval(SpeedEstimate speed) {
        return Double.isFinite(speed.estimate())
                ? "[" + exponent(speed.low()) + ", " + exponent(speed.high()) + "]"
                : "";
    }

    /** An exponent with two decimals; what rounds to zero has no sign. */
    static String exponent(double exponent) {
        return finiteOr(Math.abs(exponent) < 0.005 ? 0 : exponent, "%.2f");
    }

    /** An exponent from the literature: as few decimals as it needs. */
    static String cited(OptionalDouble exponent) {
        return exponent.isPresent() ? cited(exponent.getAsDouble()) : UNKNOWN;
    }

    /** An exponent from the literature, with its logarithm where it has one: {@code 1 (log^0.5)}. */
    static String cited(CitedSpeed speed) {
        String logarithm = speed.logPower() == 0 ? "" : " (log^" + cited(speed.logPower()) + ")";
        return cited(speed.speed()) + logarithm;
    }

    /** A norm as in a paper: {@code L²}, {@code sup}, {@code L^4.5}. */
    static String norm(LpNorm norm) {
        if (norm.isSup()) {
            return "sup";
        }
        return norm.p() == 1 ? "L¹" : norm.p() == 2 ? "L²" : "L^" + cited(norm.p());
    }

    /** A size of an error: three significant digits. */
    static String error(double error) {
        return error == 0 ? "0" : finiteOr(error, "%.2e");
    }

    /** A small quantity, one decimal. */
    static String decimal(double value) {
        return finiteOr(value, "%.1f");
    }

    /** A count, its thousands apart (narrow no-break spaces); negative is unknown. */
    static String count(long count) {
        return count < 0 ? UNKNOWN : String.format(Locale.ROOT, "%,d", count).replace(',', '\u202F');
    }

    private static String cited(double exponent) {
        String shown = finiteOr(exponent, "%.3f");
        return Double.isFinite(exponent) ? shown.replaceFirst("\\.?0+$", "") : shown;
    }

    private static String finiteOr(double value, String format) {
        if (Double.isNaN(value)) {
            return UNKNOWN;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return String.format(Locale.ROOT, format, value).replace('-', '−');
    }
}
