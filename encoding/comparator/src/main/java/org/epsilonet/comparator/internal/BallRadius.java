package org.epsilonet.comparator.internal;

import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.classes.Smoothness.Besov;
import org.epsilonet.api.classes.Smoothness.BoundedVariation;
import org.epsilonet.api.classes.Smoothness.Hoelder;
import org.epsilonet.api.classes.Smoothness.Periodic;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * How large an instance is: the least \(R\) such that it lies in \(R\) times the unit ball, from samples. Instances are
 * elements of their class up to a constant, entropies are about the ball; an element of \(R\) times the ball needs for the
 * error \(\varepsilon\) what one of the ball needs for \(\varepsilon/R\). Differences of samples are below the seminorms, so
 * that \(R\), and with it the number of bits needed, is not overestimated.
 */
final class BallRadius {
    private static final int SAMPLES = 1 << 13;

    private BallRadius() {}

    /** The radius; NaN where the seminorm is not computed. */
    static double of(Smoothness smoothness, Target target) {
        if (!(target instanceof Formula formula) || smoothness.dimension() != 1) {
            return Double.NaN;
        }
        if (smoothness instanceof Hoelder c && c.alpha() <= 1) {
            return hoelder(formula.sampledOn(SAMPLES).values(), c.alpha());
        }
        if (smoothness instanceof BoundedVariation) {
            return variation(formula.sampledOn(SAMPLES).values());
        }
        return smoothness.equals(new Periodic(new Besov(1, 1, 2, 2)))
                ? circle(formula.sampledOn(SAMPLES).values())
                : Double.NaN;
    }

    /** The largest quotient of differences over dyadic distances, and the largest value. */
    private static double hoelder(double[] f, double alpha) {
        double largest = LpNorm.SUP.of(f);
        for (int lag = 1; lag < f.length; lag *= 2) {
            double distance = Math.pow((double) lag / f.length, alpha);
            for (int i = lag; i < f.length; i++) {
                largest = Math.max(largest, Math.abs(f[i] - f[i - lag]) / distance);
            }
        }
        return largest;
    }

    private static double variation(double[] f) {
        double sum = 0;
        for (int i = 1; i < f.length; i++) {
            sum += Math.abs(f[i] - f[i - 1]);
        }
        return Math.max(sum, LpNorm.SUP.of(f));
    }

    /** Square of the mean plus square mean of the derivative, of samples at equal distances around the circle. */
    private static double circle(double[] f) {
        double mean = 0;
        double slopes = 0;
        for (int i = 0; i < f.length; i++) {
            double difference = f[i] - f[(i + f.length - 1) % f.length];
            mean += f[i] / f.length;
            slopes += difference * difference * f.length;
        }
        return Math.sqrt(mean * mean + slopes);
    }
}
