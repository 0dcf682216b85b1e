package org.epsilonet.families.relu.internal;

import java.util.Optional;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * Coefficients \(a, c_0, \dots, c_m\) of the centred sawtooth series for one target and all \(m\).
 *
 * <p>On a formula, interpolation at 0, 1 and the points \(2^{-s}\) gives
 * \[ c_0 = f(1)-f(0), \qquad c_s = f(2^{-s}) - \tfrac12\bigl(f(0) + f(2^{1-s})\bigr), \]
 * which are <em>the</em> coefficients if \(f\) has such a series. In the supremum norm these are taken, unless least
 * squares is clearly better; otherwise the least squares fit of the residual is added, which changes little but the
 * constant if \(f\) has a series, and makes the sum best in \(L^2\) if not. Samples are fitted by least squares, for
 * the supremum norm with the constant moved to the middle of the residual.
 */
final class SawtoothFit {
    /** Odd, since on a dyadic grid all compositions beyond a certain one are constant and bias the mean. */
    private static final int FORMULA_POINTS = 65_539;

    private static final int FORMULA_COMPOSITIONS = 15;

    /** Moving the constant gains a factor 2 where the tail of the series has one sign; this is more. */
    private static final double CLEARLY_BETTER = 0.4;

    private final Target target;
    private final LpNorm norm;
    private final Samples samples;
    private final SawtoothLeastSquares leastSquares;
    private final double[] moments;

    SawtoothFit(Target target, LpNorm norm, int largest) {
        this.target = target;
        this.norm = norm;
        this.samples = target instanceof Samples data ? data : target.sampledOn(FORMULA_POINTS);
        int fitted = target instanceof Samples ? largest : FORMULA_COMPOSITIONS;
        this.leastSquares = new SawtoothLeastSquares(samples.size(), fitted);
        this.moments = leastSquares.moments(samples.values());
    }

    /** Largest minus smallest value of the target. */
    double range() {
        return samples.range();
    }

    /** The largest absolute value of the target on the points of the fit. */
    double magnitude() {
        return LpNorm.SUP.of(samples.values());
    }

    double[] coefficients(int m) {
        double[] fitted = leastSquares(moments, m);
        if (norm.isSup()) {
            fitted[0] += middle(residual(fitted));
        }
        return target instanceof Formula formula
                ? interpolating(formula, m).map(c -> better(c, fitted)).orElse(fitted)
                : fitted;
    }

    private double[] better(double[] interpolating, double[] fitted) {
        if (norm.isSup()) {
            double clearly = CLEARLY_BETTER * norm.of(residual(interpolating));
            return norm.of(residual(fitted)) < clearly ? fitted : interpolating;
        }
        double[] refined = leastSquares(leastSquares.moments(residual(interpolating)), interpolating.length - 2);
        for (int i = 0; i < refined.length; i++) {
            refined[i] += interpolating[i];
        }
        return LpNorm.L2.of(residual(refined)) < LpNorm.L2.of(residual(fitted)) ? refined : fitted;
    }

    private double[] leastSquares(double[] rightHandSide, int m) {
        double[] padded = new double[m + 2];
        double[] c = leastSquares.solve(rightHandSide, Math.min(m + 2, rightHandSide.length));
        System.arraycopy(c, 0, padded, 0, c.length);
        return padded;
    }

    private static Optional<double[]> interpolating(Formula f, int m) {
        double atZero = f.at(0);
        double[] c = new double[m + 2];
        c[1] = f.at(1) - atZero;
        double centre = 0.5 * c[1];
        double before = f.at(1);
        for (int s = 1; s <= m; s++) {
            double value = f.at(Math.scalb(1.0, -s));
            c[s + 1] = value - 0.5 * (atZero + before);
            centre += 0.5 * c[s + 1];
            before = value;
        }
        c[0] = atZero + centre;
        return Double.isFinite(LpNorm.SUP.of(c)) ? Optional.of(c) : Optional.empty();
    }

    private double[] residual(double[] c) {
        double[] values = new SawtoothStructure(c.length - 2, true).realize(c).on(Grid.of(samples.size()));
        for (int i = 0; i < values.length; i++) {
            values[i] = samples.value(i) - values[i];
        }
        return values;
    }

    private static double middle(double[] values) {
        double low = values[0];
        double high = values[0];
        for (double v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        return 0.5 * (low + high);
    }
}
