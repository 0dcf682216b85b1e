package org.epsilonet.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear axis.
 *
 * @param ticks where it is labelled, ascending, inside the axis
 */
record LinearAxis(double min, double max, List<Tick> ticks) implements Axis {
    private static final int MOST_TICKS = 8;
    private static final double[] STEPS = {1, 2, 5, 10};

    LinearAxis {
        ticks = List.copyOf(ticks);
    }

    /** An axis from zero to a little beyond the largest of the data, labelled in multiples of 1, 2 or 5 times a power of ten. */
    static LinearAxis fromZero(double... data) {
        double largest = 0;
        for (double x : data) {
            largest = Math.max(largest, x);
        }
        double end = largest > 0 ? 1.04 * largest : 1;
        double decade = Math.pow(10, Math.floor(Math.log10(end / MOST_TICKS)));
        double step = 10 * decade;
        for (int k = STEPS.length - 1; k >= 0; k--) {
            if (end / (STEPS[k] * decade) <= MOST_TICKS) {
                step = STEPS[k] * decade;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (int k = 0; k * step <= end; k++) {
            ticks.add(new Tick(k * step, String.format(Locale.ROOT, step < 1 ? "%.2g" : "%.0f", k * step)));
        }
        return new LinearAxis(0, end, ticks);
    }

    @Override
    public double position(double value) {
        return (value - min) / (max - min);
    }
}
