package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.epsilonet.families.wavelets.filter.LiftingStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Piece by piece the same bits as by one step after the other on the whole line. */
class LiftingLevelTest {
    private static final long SEED = 9;

    @ParameterizedTest
    @ValueSource(strings = {"cdf53", "cdf97", "bior3.3", "bior6.8"})
    void bitsAreThoseOfWholeSteps(String name) {
        for (int n : new int[] {64, 65, 2048, 4095, 4096, 4097, 65_535, 65_536, 70_001}) {
            LiftingLevel level = level(name, n);
            double[] x = new Random(SEED).doubles(n, -1, 1).toArray();
            double[] low = new double[level.lows()];
            double[] high = new double[n - low.length];
            level.analyze(x, 0, low, 0, high, 0);
            double[] y = split(x);
            level.factors().steps().forEach(step -> lift(level, y, step, 1));
            for (int k = 0; k < n; k++) {
                y[k] = k < low.length
                        ? y[k] * level.factors().low()
                        : y[k] / level.factors().high();
            }
            assertArrayEquals(y, joined(low, high), name + " of " + n);

            double[] back = new double[n];
            level.synthesize(low, 0, high, 0, back, 0);
            for (int k = 0; k < n; k++) {
                y[k] = k < low.length
                        ? y[k] / level.factors().low()
                        : y[k] * level.factors().high();
            }
            for (int m = level.factors().steps().size() - 1; m >= 0; m--) {
                lift(level, y, level.factors().steps().get(m), -1);
            }
            assertArrayEquals(y, split(back), name + " of " + n);
        }
    }

    /** The finest level of a line of that length. */
    private static LiftingLevel level(String name, int n) {
        Level finest = WaveletSystem.named(name).cascade(n).level(0);
        return (LiftingLevel) finest;
    }

    /** Evens, then odds. */
    private static double[] split(double[] x) {
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            y[k % 2 == 0 ? k / 2 : (x.length + 1) / 2 + k / 2] = x[k];
        }
        return y;
    }

    private static double[] joined(double[] low, double[] high) {
        double[] all = Arrays.copyOf(low, low.length + high.length);
        System.arraycopy(high, 0, all, low.length, high.length);
        return all;
    }

    private static void lift(LiftingLevel level, double[] y, LiftingStep step, int sign) {
        int lows = level.lows();
        int to = step.odd() ? lows : 0;
        int from = step.odd() ? 0 : lows;
        int targets = step.odd() ? y.length - lows : lows;
        int sources = y.length - targets;
        double[] taps = step.taps();
        for (int k = 0; k < targets; k++) {
            double sum = 0;
            for (int m = 0; m < taps.length / (step.isPaired() ? 2 : 1); m++) {
                double term = member(level, y, from, sources, k + step.offset() + m);
                if (step.isPaired()) {
                    term += member(level, y, from, sources, k + step.offset() + taps.length - 1 - m);
                }
                sum += sign * taps[m] * term;
            }
            y[to + k] += sum;
        }
    }

    /** Member k of a sequence; beyond its ends extrapolated. */
    private static double member(LiftingLevel level, double[] y, int from, int members, int k) {
        if (k >= 0 && k < members) {
            return y[from + k];
        }
        double[] weights = level.extrapolation()[k < 0 ? -k - 1 : k - members];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * y[k < 0 ? from + i : from + members - 1 - i];
        }
        return sum;
    }
}
