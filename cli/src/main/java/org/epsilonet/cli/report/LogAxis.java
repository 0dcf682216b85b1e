package org.epsilonet.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A logarithmic axis from {@code min} to {@code max}, both positive.
 *
 * @param ticks where it is labelled, ascending, inside the axis
 */
record LogAxis(double min, double max, List<Tick> ticks) implements Axis {
    private static final int MOST_TICKS = 8;
    private static final double MARGIN = 0.03;
    private static final double[] ONE = {1};
    private static final double[] ONE_TWO_FIVE = {1, 2, 5};

    LogAxis {
        ticks = List.copyOf(ticks);
    }

    @Override
    public double position(double value) {
        return (Math.log(value) - Math.log(min)) / (Math.log(max) - Math.log(min));
    }

    /** An axis over positive data, at least one decade long and labelled in powers of ten. */
    static LogAxis decades(double... data) {
        LogAxis bare = spanning(10, data);
        boolean isShort = Math.log10(bare.max / bare.min) < 2.5;
        List<Double> values = bare.multiplesOfPowers(10, isShort ? ONE_TWO_FIVE : ONE);
        double largestPlain = isShort ? 1.1e5 : 1.1e3;
        boolean plain = values.stream().allMatch(v -> v > 0.9e-3 && v < largestPlain);
        return bare.labelled(values, v -> plain ? plain(v) : power(v));
    }

    /** An axis over positive data, at least two octaves long and labelled in powers of two. */
    static LogAxis octaves(double... data) {
        LogAxis bare = spanning(4, data);
        return bare.labelled(bare.multiplesOfPowers(2, ONE), LogAxis::plain);
    }

    private static LogAxis spanning(double factor, double... data) {
        double low = DoubleStream.of(data).min().orElse(1);
        double high = DoubleStream.of(data).max().orElse(1);
        double widen = Math.max(1, Math.sqrt(factor / (high / low)));
        double margin = Math.pow(high / low * widen * widen, MARGIN);
        return new LogAxis(low / widen / margin, high * widen * margin, List.of());
    }

    private List<Double> multiplesOfPowers(double base, double... mantissas) {
        int first = (int) Math.floor(Math.log(min) / Math.log(base));
        int last = (int) Math.ceil(Math.log(max) / Math.log(base));
        List<Double> values = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            for (double mantissa : mantissas) {
                double value = mantissa * Math.pow(base, exponent);
                if (value >= min && value <= max) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private LogAxis labelled(List<Double> values, DoubleFunction<String> label) {
        int step = (values.size() + MOST_TICKS - 1) / MOST_TICKS;
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < values.size(); i += Math.max(1, step)) {
            ticks.add(new Tick(values.get(i), label.apply(values.get(i))));
        }
        return new LogAxis(min, max, ticks);
    }

    private static String plain(double value) {
        return value >= 1
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value).replaceFirst("0+$", "");
    }

    /** As {@code 10⁻³} or {@code 2·10⁻³}. */
    private static String power(double value) {
        int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
        if (exponent == 0) {
            return plain(value);
        }
        long mantissa = Math.round(value / Math.pow(10, exponent));
        return (mantissa == 1 ? "10" : mantissa + "·10") + raised(exponent);
    }

    private static String raised(int exponent) {
        String digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        StringBuilder raised = new StringBuilder(exponent < 0 ? "⁻" : "");
        String.valueOf(Math.abs(exponent)).chars().forEach(c -> raised.append(digits.charAt(c - '0')));
        return raised.toString();
    }
}
