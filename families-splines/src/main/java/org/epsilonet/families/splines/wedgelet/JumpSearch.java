package org.epsilonet.families.splines.wedgelet;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds the jumps of a function on [0, 1] by bisection between samples: the half across which it changes more is kept.
 * Where the change does not shrink with the interval, it is a jump. Found are jumps above a threshold, one between any
 * two samples.
 */
final class JumpSearch {
    private static final int TRIAL = 4;
    private static final double LASTING = 0.1;
    private static final int BISECTIONS = 44;

    private final double threshold;

    /**
     * @param threshold smaller changes between samples are not looked at
     */
    JumpSearch(double threshold) {
        this.threshold = threshold;
    }

    /**
     * The jumps.
     *
     * @param f the function
     * @param panels between as many + 1 equally spaced samples, the ends among them
     * @return increasing
     */
    double[] find(DoubleUnaryOperator f, int panels) {
        double[] jumps = new double[panels];
        int n = 0;
        double before = f.applyAsDouble(0);
        for (int i = 1; i <= panels; i++) {
            double after = f.applyAsDouble((double) i / panels);
            if (Math.abs(after - before) > threshold) {
                double jump = bisect(f, (i - 1.0) / panels, before, (double) i / panels, after);
                if (!Double.isNaN(jump)) {
                    jumps[n++] = jump;
                }
            }
            before = after;
        }
        return Arrays.copyOf(jumps, n);
    }

    private static double bisect(DoubleUnaryOperator f, double low, double atLow, double high, double atHigh) {
        double a = low;
        double b = high;
        double fa = atLow;
        double fb = atHigh;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = 0.5 * (a + b);
            double value = f.applyAsDouble(middle);
            if (Math.abs(value - fa) >= Math.abs(fb - value)) {
                b = middle;
                fb = value;
            } else {
                a = middle;
                fa = value;
            }
            if (k >= TRIAL && Math.abs(fb - fa) < LASTING * Math.abs(atHigh - atLow)) {
                return Double.NaN;
            }
        }
        return 0.5 * (a + b);
    }
}
