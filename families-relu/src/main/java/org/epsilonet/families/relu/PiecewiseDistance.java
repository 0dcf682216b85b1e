package org.epsilonet.families.relu;

import java.util.Arrays;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.function.LpNorm;

/**
 * The distance of two piecewise linear functions in closed form: between merged knots the difference is linear, from
 * \(u\) to \(v\) with \(a = \min(|u|,|v|)\), \(b = \max(|u|,|v|)\), and the mean of its \(p\)-th power is
 *
 * <p>\(\frac{b^{p+1} \mp a^{p+1}}{(p+1)(b \mp a)}\), with minus signs if \(u\) and \(v\) have one sign, and plus signs
 * if the difference crosses zero. In the first case \(1-(a/b)^{p+1}\) is taken by {@code expm1}, so nothing cancels.
 */
final class PiecewiseDistance {
    /** Interpolating loses at most six roundings of \(|v_l| + |v_r|\), which is at most twice the larger one. */
    private static final double INTERPOLATION = 0x1p-49;

    private PiecewiseDistance() {}

    /** Rounded up; the arrays are those of the functions, and are not changed. */
    static double between(PiecewiseLinear f, PiecewiseLinear g, double[] fKnots, double[] gKnots, LpNorm norm) {
        double low = Math.max(fKnots[0], gKnots[0]);
        double high = Math.min(fKnots[fKnots.length - 1], gKnots[gKnots.length - 1]);
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "the distance needs a common interval, but " + f + " and " + g + " have none");
        }
        double[] knots = merged(fKnots, gKnots, low, high);
        double[] difference = f.atIncreasing(knots);
        double[] other = g.atIncreasing(knots);
        double largest = 0;
        for (int k = 0; k < knots.length; k++) {
            difference[k] -= other[k];
            largest = Math.max(largest, Math.abs(difference[k]));
        }
        double error = interpolationError(f, fKnots, knots) + interpolationError(g, gKnots, knots);
        if (!(largest + error < Double.POSITIVE_INFINITY)) {
            return Double.POSITIVE_INFINITY;
        }
        double distance = Math.min(largest, mean(knots, difference, largest, norm));
        return PerturbationBound.outward(distance + error, 3);
    }

    private static double[] merged(double[] f, double[] g, double low, double high) {
        double[] all = new double[f.length + g.length];
        int count = 0;
        for (double[] knots : new double[][] {f, g}) {
            for (double t : knots) {
                if (t >= low && t <= high) {
                    // Without the sign of zero, which sorting would tell apart.
                    all[count++] = t + 0.0;
                }
            }
        }
        Arrays.sort(all, 0, count);
        int distinct = 1;
        for (int i = 1; i < count; i++) {
            if (all[i] > all[distinct - 1]) {
                all[distinct++] = all[i];
            }
        }
        return Arrays.copyOf(all, distinct);
    }

    /** How far off the computed values may be; zero if all points are knots, where values are exact. */
    private static double interpolationError(PiecewiseLinear function, double[] own, double[] points) {
        double[] values = function.values();
        int onKnots = 0;
        double largest = 0;
        int k = 0;
        for (int i = 0; i < own.length; i++) {
            while (k < points.length && points[k] < own[i]) {
                k++;
            }
            onKnots += k < points.length && points[k] == own[i] ? 1 : 0;
            boolean touches = (i + 1 == own.length || own[i + 1] > points[0])
                    && (i == 0 || own[i - 1] < points[points.length - 1]);
            largest = touches ? Math.max(largest, Math.abs(values[i])) : largest;
        }
        return onKnots == points.length ? 0 : INTERPOLATION * largest + Double.MIN_NORMAL;
    }

    /** The norm of the interpolated differences, rounded up, in units of the largest. */
    private static double mean(double[] knots, double[] difference, double largest, LpNorm norm) {
        double length = knots[knots.length - 1] - knots[0];
        if (largest == 0 || norm.isSup() || length == Double.POSITIVE_INFINITY) {
            return largest;
        }
        double p = norm.p();
        double sum = 0;
        for (int k = 0; k + 1 < knots.length; k++) {
            double u = difference[k] / largest;
            double v = difference[k + 1] / largest;
            boolean crosses = difference[k] > 0 ? difference[k + 1] < 0 : difference[k] < 0 && difference[k + 1] > 0;
            double a = Math.min(Math.abs(u), Math.abs(v));
            double b = Math.max(Math.abs(u), Math.abs(v));
            sum += (knots[k + 1] - knots[k]) / length * meanPower(a, b, crosses, norm);
        }
        // Each sum and quotient costs a rounding, a difference or quotient to the power p costs p of them, and the
        // root of t costs |ln t| / p < 750.
        double operations = knots.length + 32 + 8 * p;
        double root = norm.root(sum * (1 + operations * 0x1p-52) + Double.MIN_NORMAL);
        return PerturbationBound.outward(root * largest, p == 1 || p == 2 ? 4 : 1024);
    }

    /** The mean of \(|\cdot|^p\) on a segment from \(a\) to \(b\), or from \(-a\) to \(b\). */
    private static double meanPower(double a, double b, boolean crosses, LpNorm norm) {
        double p = norm.p();
        if (b == 0) {
            return 0;
        }
        if (p == 1) {
            return crosses ? (a * a + b * b) / (2 * (a + b)) : (a + b) / 2;
        }
        if (p == 2) {
            return (a * a + (crosses ? -a : a) * b + b * b) / 3;
        }
        double power = norm.power(b);
        if (crosses) {
            double ratio = a / b;
            return power * (1 + Math.pow(ratio, p + 1)) / ((p + 1) * (1 + ratio));
        }
        double gap = (b - a) / b;
        return gap == 0 ? power : power * -Math.expm1((p + 1) * Math.log1p(-gap)) / ((p + 1) * gap);
    }
}
