package org.epsilonet.families.wavelets.internal;

import org.epsilonet.families.wavelets.filter.LiftingFactors;
import org.epsilonet.families.wavelets.filter.LiftingStep;

/**
 * One level by lifting: to the even samples and the odd samples in turn sums over the other sequence are added, then both
 * are scaled.
 *
 * <p>A neighbour beyond an end is extrapolated from the nearest members of its own sequence with the weights of smallest
 * norm that are exact on polynomials. On these each step acts as on the whole line at every level: details vanish up to
 * the ends, and the low-pass coefficients are samples of a polynomial again.
 *
 * @param length how many numbers
 * @param factors the steps and scales
 * @param extrapolation for each distance beyond an end, from 1 on, the weights of the members from the end on; no sequence
 *     is shorter
 */
record LiftingLevel(int length, LiftingFactors factors, double[][] extrapolation) implements Level {
    @Override
    public void analyze(double[] x, int at, double[] low, int lowAt, double[] high, int highAt) {
        int lows = lows();
        double[] y = new double[length];
        for (int k = 0; k < length; k++) {
            y[k % 2 == 0 ? k / 2 : lows + k / 2] = x[at + k];
        }
        for (LiftingStep step : factors.steps()) {
            lift(y, step, 1);
        }
        for (int k = 0; k < lows; k++) {
            low[lowAt + k] = y[k] * factors.low();
        }
        for (int k = lows; k < length; k++) {
            high[highAt + k - lows] = y[k] / factors.high();
        }
    }

    @Override
    public void synthesize(double[] low, int lowAt, double[] high, int highAt, double[] x, int at) {
        int lows = lows();
        double[] y = new double[length];
        for (int k = 0; k < lows; k++) {
            y[k] = low[lowAt + k] / factors.low();
        }
        for (int k = lows; k < length; k++) {
            y[k] = high[highAt + k - lows] * factors.high();
        }
        for (int m = factors.steps().size() - 1; m >= 0; m--) {
            lift(y, factors.steps().get(m), -1);
        }
        for (int k = 0; k < length; k++) {
            x[at + k] = y[k % 2 == 0 ? k / 2 : lows + k / 2];
        }
    }

    @Override
    public Level resized(int newLength) {
        return new LiftingLevel(newLength, factors, extrapolation);
    }

    /** One step on evens (from 0) and odds (from lows), or its inverse. */
    private void lift(double[] y, LiftingStep step, int sign) {
        int to = step.odd() ? lows() : 0;
        int from = step.odd() ? 0 : lows();
        int targets = step.odd() ? length - lows() : lows();
        int sources = length - targets;
        int begin = Math.min(targets, Math.max(0, -step.offset()));
        int end = Math.max(begin, Math.min(targets, sources - step.offset() - step.taps().length + 1));
        double[] window = new double[step.taps().length];
        double[] taps = signed(step.taps(), sign);
        boolean paired = step.isPaired();
        for (int k = 0; k < begin; k++) {
            y[to + k] += sum(taps, window(y, from, sources, k + step.offset(), window), 0, paired);
        }
        for (int k = begin; k < end; k++) {
            y[to + k] += sum(taps, y, from + k + step.offset(), paired);
        }
        for (int k = end; k < targets; k++) {
            y[to + k] += sum(taps, window(y, from, sources, k + step.offset(), window), 0, paired);
        }
    }

    private static double[] signed(double[] taps, int sign) {
        double[] signed = taps.clone();
        for (int m = 0; m < taps.length; m++) {
            signed[m] *= sign;
        }
        return signed;
    }

    /** Symmetric steps add the two members of a pair before they multiply. */
    private static double sum(double[] taps, double[] y, int at, boolean paired) {
        int last = taps.length - 1;
        if (paired) {
            double sum = taps[0] * (y[at] + y[at + last]);
            for (int m = 1; m < taps.length / 2; m++) {
                sum += taps[m] * (y[at + m] + y[at + last - m]);
            }
            return sum;
        }
        double sum = taps[0] * y[at];
        for (int m = 1; m < taps.length; m++) {
            sum += taps[m] * y[at + m];
        }
        return sum;
    }

    /** Members of a sequence from a place on, those beyond its ends extrapolated. */
    private double[] window(double[] y, int from, int members, int first, double[] window) {
        for (int m = 0; m < window.length; m++) {
            int k = first + m;
            if (k < 0) {
                window[m] = beyond(y, from, 1, -k);
            } else {
                window[m] = k < members ? y[from + k] : beyond(y, from + members - 1, -1, k - members + 1);
            }
        }
        return window;
    }

    /** The value so many places before {@code first}, extrapolated from the members from there on. */
    private double beyond(double[] y, int first, int direction, int distance) {
        double[] weights = extrapolation[distance - 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * y[first + direction * i];
        }
        return sum;
    }
}
