package org.epsilonet.comparator.internal;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.distribution.FDistribution;
import org.epsilonet.comparator.SpeedModel;
import org.epsilonet.comparator.SpeedModel.Shape;

/**
 * The exponent of a curve by profile likelihood over the models
 * \[ \ln \mathrm{error} = c - \gamma\ln M + b\ln\ln M + \ln(1+D(M/M_0)^{-\rho}) + \xi, \]
 * \(0 \le b \le 2\), \(-0.63 \le D \le 1.72\), \(\frac12 \le \rho \le 2\), \(\xi\) autoregressive with correlation 0.3.
 * The interval holds every \(\gamma\) of a model whose squares are within \(1+F_{1,n-5}(0.95)/(n-5)\) of the least ones, from ten
 * points on by the 0.975 quantile; the estimate belongs to the simplest model that fits as well by the 0.99 quantile: a pure power, else one with a logarithm or a
 * correction (the better), else with both; the interval is made to hold it. Below six points a pure power is taken for granted.
 *
 * @param speed \(\gamma\) of the simplest model
 * @param low lower end of the interval
 * @param high upper end
 * @param model the simplest model
 */
public record SpeedFit(double speed, double low, double high, SpeedModel model) {
    private static final double LEVEL = 0.95;

    /** The more points, the more of their chance one of the exponents fits: with many the level is raised. */
    private static final double LEVEL_OF_MANY = 0.975;

    private static final int MANY = 10;

    /** A pure power is given up, for the estimate, only where chance would make it fit so badly once in a hundred. */
    private static final double CLEAR = 0.99;

    private static final int PARAMETERS = 5;

    /** The bounds on \(b\) and \(D\) leave six to eight points more freedom than their number less five. */
    private static final int FEWEST_FREEDOM = 3;

    /** Squares below are those of rounding and of the search for the best correction. */
    private static final double ROUNDING = 1e-13;

    /**
     * The fit.
     *
     * @param curve at least three points with positive errors
     */
    public static SpeedFit of(Curve curve) {
        int n = curve.points();
        double[] x = new double[n];
        double[] logErrors = new double[n];
        double[] logLogs = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.log(curve.size(i));
            logErrors[i] = Math.log(curve.error(i));
            logLogs[i] = AsymptoticRange.logLog(curve.size(i));
        }
        WhitenedLine line = new WhitenedLine(x);
        Corrections[] corrections = Arrays.stream(Corrections.EXPONENTS)
                .mapToObj(rho -> new Corrections(rho, curve, line, logErrors, logLogs))
                .toArray(Corrections[]::new);
        return n <= PARAMETERS ? ofFew(line, corrections[0].at(0), n) : of(line, corrections, curve);
    }

    private static SpeedFit ofFew(WhitenedLine line, LogEllipse power, int points) {
        double squares = power.squaresOfPower();
        double width = Math.sqrt((bound(squares, points - 2, LEVEL) - squares) / line.stiffness());
        return new SpeedFit(
                power.speed(0),
                power.speed(0) - width,
                power.speed(0) + width,
                new SpeedModel(Shape.POWER, 0, "a pure power, taken for granted below six budgets"));
    }

    private static double bound(double squares, int freedom, double level) {
        double quantile = FDistribution.of(1, freedom).inverseCumulativeProbability(level);
        return (squares + ROUNDING) * (1 + quantile / freedom);
    }

    private static SpeedFit of(WhitenedLine line, Corrections[] corrections, Curve curve) {
        int n = curve.points();
        double[] best =
                Arrays.stream(corrections).mapToDouble(c -> c.best(true)).toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < best.length; k++) {
            least = Math.min(least, corrections[k].at(best[k]).squares());
        }
        int freedom = Math.max(FEWEST_FREEDOM, n - PARAMETERS);
        double bound = bound(least, freedom, n < MANY ? LEVEL : LEVEL_OF_MANY);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < best.length; k++) {
            double[] ends = corrections[k].ends(bound, best[k]);
            low = Math.min(low, ends[0]);
            high = Math.max(high, ends[1]);
        }
        Candidate simplest = simplest(corrections, best, bound(least, freedom, CLEAR), curve);
        return new SpeedFit(
                simplest.speed, Math.min(low, simplest.speed), Math.max(high, simplest.speed), simplest.model);
    }

    /** A model with its exponent and what it leaves. */
    private record Candidate(double speed, double squares, SpeedModel model) {}

    private static Candidate simplest(Corrections[] corrections, double[] best, double bound, Curve curve) {
        LogEllipse plain = corrections[0].at(0);
        String miss = percent(plain.squaresOfPower(), curve);
        if (plain.squaresOfPower() <= bound) {
            return new Candidate(
                    plain.speed(0),
                    plain.squaresOfPower(),
                    new SpeedModel(
                            Shape.POWER,
                            0,
                            "a pure power fits within " + miss + ", no better with a logarithm or a correction than"
                                    + " chance allows"));
        }
        String not = ", where a pure power misses by " + miss;
        Candidate one = corrected(corrections[0], 0, true, Shape.LOGARITHM, not, curve);
        for (Corrections c : corrections) {
            one = better(one, corrected(c, c.best(false), false, Shape.CORRECTION, not, curve));
        }
        if (one.squares <= bound) {
            return one;
        }
        for (int k = 0; k < best.length; k++) {
            one = better(one, corrected(corrections[k], best[k], true, Shape.LOGARITHM_AND_CORRECTION, not, curve));
        }
        return one;
    }

    private static Candidate better(Candidate a, Candidate b) {
        return b.squares < a.squares ? b : a;
    }

    private static Candidate corrected(
            Corrections corrections, double u, boolean withLogarithm, Shape shape, String not, Curve curve) {
        LogEllipse ellipse = corrections.at(u);
        double power = withLogarithm ? ellipse.power() : 0;
        double squares = withLogarithm ? ellipse.squares() : ellipse.squaresOfPower();
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "M^%.2f", -ellipse.speed(power)));
        if (power > 0) {
            text.append(String.format(Locale.ROOT, " (ln M)^%.2f", power));
        }
        if (u != 0) {
            text.append(String.format(
                    Locale.ROOT,
                    " (1 %s %.2f (M/%d)^-%.2g)",
                    u < 0 ? "-" : "+",
                    Math.abs(Math.expm1(u)),
                    curve.budget(0),
                    corrections.exponent()));
        }
        text.append(" fits within ").append(percent(squares, curve)).append(not);
        return new Candidate(ellipse.speed(power), squares, new SpeedModel(shape, power, text.toString()));
    }

    private static String percent(double squares, Curve curve) {
        return String.format(Locale.ROOT, "%.2g %%", 100 * Math.sqrt(squares / (curve.points() - 2)));
    }
}
