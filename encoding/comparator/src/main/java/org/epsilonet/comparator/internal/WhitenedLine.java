package org.epsilonet.comparator.internal;

import java.util.Arrays;

/**
 * Regression on \(1, x\) with residuals of correlation {@value #CORRELATION} from point to point: generalized least
 * squares, as ordinary ones after the whitening \(y_i - \varphi y_{i-1}\) (Prais and Winsten). Everything here is linear in
 * \(y\), so that what a model adds to \(y\) is projected once.
 */
final class WhitenedLine {
    /** The correlation \(\varphi\) that intervals account for. */
    static final double CORRELATION = 0.3;

    private final double[] constant;
    private final double[] ramp;
    private final double spread;

    /** @param x at least two different abscissas */
    WhitenedLine(double[] x) {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        constant = whitened(ones);
        double length = Math.sqrt(dot(constant, constant));
        scale(constant, 1 / length);
        ramp = whitened(x);
        subtract(ramp, constant);
        spread = Math.sqrt(dot(ramp, ramp));
        scale(ramp, 1 / spread);
    }

    /** The whitened residuals of \(y\). */
    double[] residuals(double[] y) {
        double[] r = whitened(y);
        subtract(r, constant);
        subtract(r, ramp);
        return r;
    }

    /** The slope of \(y\) in \(x\). */
    double slope(double[] y) {
        return dot(whitened(y), ramp) / spread;
    }

    /** How fast the sum of squares grows with the slope: it is \(RSS + s\,\delta^2\) at a slope off by \(\delta\). */
    double stiffness() {
        return spread * spread;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] whitened(double[] y) {
        double[] white = new double[y.length];
        white[0] = Math.sqrt(1 - CORRELATION * CORRELATION) * y[0];
        for (int i = 1; i < y.length; i++) {
            white[i] = y[i] - CORRELATION * y[i - 1];
        }
        return white;
    }

    /** Takes the part along a unit vector away. */
    private static void subtract(double[] y, double[] unit) {
        double along = dot(y, unit);
        for (int i = 0; i < y.length; i++) {
            y[i] -= along * unit[i];
        }
    }

    private static void scale(double[] y, double factor) {
        for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
        }
    }
}
