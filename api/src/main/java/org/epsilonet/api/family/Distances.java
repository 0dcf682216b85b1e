package org.epsilonet.api.family;

import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.internal.CompositeQuadrature;
import org.epsilonet.api.internal.SampleDistance;

/**
 * Measures how far an approximant is from its target: on all samples of data, and by quadrature off any fitting grid for
 * formulas.
 */
public final class Distances {
    private Distances() {}

    /**
     * The distance \(\|f - g\|\) in a normalized \(L^p\) norm.
     *
     * <p><b>Kind of answer:</b> {@link Distance.Kind#MEASURED} on samples; {@link Distance.Kind#ESTIMATED} on formulas. In
     * one dimension Gauss–Kronrod (7, 15) panels end at the breakpoints of both functions and are graded towards those of
     * the target; in more dimensions a grid of odd side, which shares no cell boundary with dyadic grids.
     * <b>Cost:</b> one pass over the samples, or about 10^5 (\(d=1\)) to 10^6 evaluations.
     *
     * @param target the function \(f\)
     * @param approximant the function \(g\), of the same dimension
     * @param norm the norm
     * @return the distance, its uncertainty and its kind
     * @throws IllegalArgumentException if a formula is NaN where it is sampled
     */
    public static Distance between(Target target, Approximant approximant, LpNorm norm) {
        if (target instanceof Samples samples) {
            return betweenSamples(samples, approximant.on(samples.grid()), norm);
        }
        return CompositeQuadrature.distance((Formula) target, approximant, norm);
    }

    /**
     * The distance between samples and other values on the same grid, rounded up: what is measured here holds in exact
     * arithmetic too. Infinite if a value is not finite.
     *
     * @param samples the data
     * @param values as many values
     * @param norm the norm
     * @return the measured distance
     */
    public static Distance betweenSamples(Samples samples, double[] values, LpNorm norm) {
        double distance = norm.isSup() ? largestDifference(samples, values) : SampleDistance.of(samples, values, norm);
        if (!norm.isSup() && distance > 0) {
            // Rounded, the differences may be less by 2^-53: far less than the accuracy of the sum leaves.
            distance = Math.nextUp(distance * (1 + LpNorm.ACCURACY));
        }
        return Distance.measured(Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance, norm);
    }

    private static double largestDifference(Samples samples, double[] values) {
        double largest = 0;
        for (int i = 0; i < samples.size(); i++) {
            largest = Math.max(largest, differenceAtLeast(samples.value(i), values[i]));
        }
        return largest;
    }

    /**
     * The distance of two numbers, rounded up; exact where the difference is a double (Knuth's two-sum gives the rounding error).
     *
     * @return at least \(|a - b|\)
     */
    public static double differenceAtLeast(double a, double b) {
        double difference = a - b;
        double back = difference - a;
        double rounding = (a - (difference - back)) - (b + back);
        return rounding == 0 ? Math.abs(difference) : Math.nextUp(Math.abs(difference));
    }
}
