package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Formula;

/**
 * Piecewise constants with few pieces near to a formula, their knots as exact as doubles are.
 *
 * @param places the knots, increasing
 * @param values the values on the pieces, one more
 */
public record RealKnots(double[] places, double[] values) {
    /** Samples that tell where pieces end; a jump between two of them is then found by bisection. */
    private static final int SAMPLES = 1 << 14;

    private static final int HALVINGS = 60;

    /**
     * At most so many pieces with nearly the least error in the supremum norm: midranges of the longest pieces of one
     * oscillation, which is found by bisection.
     */
    public static RealKnots uniform(Formula formula, int pieces) {
        double[] samples = new double[SAMPLES];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = formula.at((i + 0.5) / SAMPLES);
            low = Math.min(low, samples[i]);
            high = Math.max(high, samples[i]);
        }
        if (!(high - low < Double.POSITIVE_INFINITY)) {
            return new RealKnots(new double[0], new double[1]);
        }
        if (count(samples, 0, pieces) <= pieces) {
            return cut(formula, samples, 0);
        }
        double enough = high - low;
        double tooLittle = 0;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = 0.5 * (enough + tooLittle);
            if (count(samples, middle, pieces) <= pieces) {
                enough = middle;
            } else {
                tooLittle = middle;
            }
        }
        return cut(formula, samples, enough);
    }

    /** The number of pieces of at most the given oscillation; stops one above the limit. */
    private static int count(double[] samples, double oscillation, int limit) {
        int pieces = 0;
        for (int i = 0; i < samples.length && pieces <= limit; pieces++) {
            i = end(samples, i, oscillation);
        }
        return pieces;
    }

    private static int end(double[] samples, int from, double oscillation) {
        double low = samples[from];
        double high = low;
        int i = from + 1;
        for (; i < samples.length; i++) {
            low = Math.min(low, samples[i]);
            high = Math.max(high, samples[i]);
            if (high - low > oscillation) {
                break;
            }
        }
        return i;
    }

    private static RealKnots cut(Formula formula, double[] samples, double oscillation) {
        double[] places = new double[16];
        double[] values = new double[16];
        int n = 0;
        for (int i = 0; i < samples.length; n++) {
            if (n + 1 >= values.length) {
                places = Arrays.copyOf(places, 2 * n + 2);
                values = Arrays.copyOf(values, 2 * n + 2);
            }
            if (i > 0) {
                double left = (i - 0.5) / samples.length;
                double right = (i + 0.5) / samples.length;
                places[n - 1] = crossing(formula, left, right, samples[i - 1], samples[i]);
            }
            int end = end(samples, i, oscillation);
            double low = samples[i];
            double high = low;
            for (int k = i; k < end; k++) {
                low = Math.min(low, samples[k]);
                high = Math.max(high, samples[k]);
            }
            values[n] = 0.5 * low + 0.5 * high;
            i = end;
        }
        return new RealKnots(Arrays.copyOf(places, n - 1), Arrays.copyOf(values, n));
    }

    /** The same values, with every knot at the place nearby where the formula goes over from one to the other. */
    public RealKnots refined(Formula formula) {
        double[] moved = places.clone();
        for (int i = 0; i < moved.length; i++) {
            double before = i == 0 ? 0 : moved[i - 1];
            double after = i + 1 == moved.length ? 1 : places[i + 1];
            double reach = 0.25 * Math.min(1.0 / SAMPLES, Math.min(places[i] - before, after - places[i]));
            double left = places[i] - reach;
            double right = places[i] + reach;
            if (isLeft(formula.at(left), values[i], values[i + 1])
                    && !isLeft(formula.at(right), values[i], values[i + 1])) {
                moved[i] = crossing(formula, left, right, values[i], values[i + 1]);
            }
        }
        return new RealKnots(moved, values);
    }

    /** The first double where the formula is closer to the right value, if it is so at the right end. */
    private static double crossing(Formula formula, double left, double right, double leftValue, double rightValue) {
        double low = left;
        double high = right;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (isLeft(formula.at(middle), leftValue, rightValue)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static boolean isLeft(double value, double leftValue, double rightValue) {
        return Math.abs(value - leftValue) < Math.abs(value - rightValue);
    }

    /** Mean, places, heights of the jumps. */
    public double[] parameters() {
        int n = places.length;
        double[] parameters = new double[2 * n + 1];
        parameters[0] = values[0];
        for (int i = 0; i < n; i++) {
            parameters[1 + i] = places[i];
            parameters[1 + n + i] = values[i + 1] - values[i];
        }
        return parameters;
    }
}
