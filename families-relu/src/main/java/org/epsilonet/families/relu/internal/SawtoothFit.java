package org.epsilonet.families.relu.internal;

import java.util.Arrays;
import java.util.Optional;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * Coefficients of the centred sawtooth series for one target and all \(m\), in the order of {@link SawtoothStructure}.
 *
 * <p>On a formula, interpolation at 0, 1 and the points \(2^{-s}\) gives
 * \[ c_0 = f(1)-f(0), \qquad c_s = f(2^{-s}) - \tfrac12\bigl(f(0) + f(2^{1-s})\bigr), \]
 * which are <em>the</em> coefficients if \(f\) has such a series; in more variables the same on each of the edges of the
 * cube that meet in 0. In the supremum norm these are taken, unless least squares is clearly better; otherwise the
 * least squares fit of the residual is added, which changes little but the
 * constant if \(f\) has a series, and makes the sum best in \(L^2\) if not. Samples are fitted by least squares, for
 * the supremum norm with the constant moved to the middle of the residual.
 */
final class SawtoothFit {
    /**
     * Points per axis in one, two, three dimensions. Odd, since on a dyadic grid all compositions beyond a certain one are
     * constant and bias the mean; in more dimensions primes that share no point but the centre with a grid that measures.
     */
    private static final int[] FORMULA_POINTS = {16_411, 521, 67};

    /** As many that each of the \(2^m\) pieces has four points. */
    private static final int[] FORMULA_COMPOSITIONS = {12, 7, 4};

    /** Moving the constant gains a factor 2 where the tail of the series has one sign; this is more. */
    private static final double CLEARLY_BETTER = 0.4;

    private final Target target;
    private final LpNorm norm;
    private final Samples samples;
    private final AdditiveLeastSquares leastSquares;
    private final double[][] moments;

    SawtoothFit(Target target, LpNorm norm, int largest) {
        this.target = target;
        this.norm = norm;
        int d = target.dimension();
        this.samples = target instanceof Samples data ? data : target.sampledOn(filled(d, FORMULA_POINTS[d - 1]));
        int fitted = target instanceof Samples ? largest : FORMULA_COMPOSITIONS[d - 1];
        this.leastSquares = new AdditiveLeastSquares(samples.grid(), fitted);
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
        double[] fitted = leastSquares.solve(moments, m);
        if (norm.isSup()) {
            fitted[0] += middle(residual(fitted, m));
        }
        return target instanceof Formula formula
                ? interpolating(formula, m).map(c -> better(c, fitted, m)).orElse(fitted)
                : fitted;
    }

    private double[] better(double[] interpolating, double[] fitted, int m) {
        if (norm.isSup()) {
            double clearly = CLEARLY_BETTER * norm.of(residual(interpolating, m));
            return norm.of(residual(fitted, m)) < clearly ? fitted : interpolating;
        }
        double[] refined = leastSquares.solve(leastSquares.moments(residual(interpolating, m)), m);
        for (int i = 0; i < refined.length; i++) {
            refined[i] += interpolating[i];
        }
        return LpNorm.L2.of(residual(refined, m)) < LpNorm.L2.of(residual(fitted, m)) ? refined : fitted;
    }

    private static Optional<double[]> interpolating(Formula f, int m) {
        int d = f.dimension();
        double[] x = new double[d];
        double atZero = f.at(x);
        SawtoothStructure order = new SawtoothStructure(d, m, false);
        double[] c = new double[order.size()];
        c[0] = atZero;
        for (int axis = 0; axis < d; axis++) {
            x[axis] = 1;
            double before = f.at(x);
            int linear = order.linear(axis);
            c[linear] = before - atZero;
            double centre = 0.5 * c[linear];
            for (int s = 1; s <= m; s++) {
                x[axis] = Math.scalb(1.0, -s);
                double value = f.at(x);
                c[linear + s] = value - 0.5 * (atZero + before);
                centre += 0.5 * c[linear + s];
                before = value;
            }
            c[0] += centre;
            x[axis] = 0;
        }
        return Double.isFinite(LpNorm.SUP.of(c)) ? Optional.of(c) : Optional.empty();
    }

    private double[] residual(double[] c, int m) {
        Grid grid = samples.grid();
        double[] values =
                new SawtoothStructure(grid.dimension(), m, true).realize(c).on(grid);
        for (int i = 0; i < values.length; i++) {
            values[i] = samples.value(i) - values[i];
        }
        return values;
    }

    private static int[] filled(int d, int points) {
        int[] shape = new int[d];
        Arrays.fill(shape, points);
        return shape;
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
