package org.epsilonet.comparator.internal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The corrections \(1 + D(M/M_0)^{-\rho}\) of one exponent \(\rho\), \(M_0\) the first budget, by \(u = \ln(1+D)\),
 * \(|u| \le 1\): with \(D\) from -0.63 to 1.72.
 */
final class Corrections {
    /**
     * The exponents tried: from 1/2 to 2, a quarter of an octave apart. With larger gaps a correction between two of them is
     * taken for another one together with a logarithm, and the interval misses the speed.
     */
    static final double[] EXPONENTS = {0.5, 0.595, 0.707, 0.841, 1, 1.189, 1.414, 1.682, 2};

    private static final int GRID = 10;
    private static final int INSIDE = 8;
    private static final int REFINEMENTS = 24;
    private static final int BISECTIONS = 12;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final double exponent;
    private final double[] decay;
    private final WhitenedLine line;
    private final double[] residuals;
    private final double speed;
    private final double[] logResiduals;
    private final double logSlope;

    Corrections(double exponent, Curve curve, WhitenedLine line, double[] logErrors, double[] logLogs) {
        this.exponent = exponent;
        this.line = line;
        this.decay = new double[curve.points()];
        Arrays.setAll(decay, i -> Math.pow(curve.size(i) / curve.size(0), -exponent));
        this.residuals = line.residuals(logErrors);
        this.speed = -line.slope(logErrors);
        this.logResiduals = line.residuals(logLogs);
        this.logSlope = line.slope(logLogs);
    }

    double exponent() {
        return exponent;
    }

    /** What fits with the correction that starts at \(e^u\). */
    LogEllipse at(double u) {
        double size = Math.expm1(u);
        double[] added = new double[decay.length];
        for (int i = 0; i < added.length; i++) {
            added[i] = Math.log1p(size * decay[i]);
        }
        double[] rest = line.residuals(added);
        for (int i = 0; i < rest.length; i++) {
            rest[i] = residuals[i] - rest[i];
        }
        return new LogEllipse(line, rest, speed + line.slope(added), logResiduals, logSlope);
    }

    /** The correction that fits best with the best logarithm, or without one. */
    double best(boolean withLogarithm) {
        return least(u -> withLogarithm ? at(u).squares() : at(u).squaresOfPower());
    }

    /**
     * The ends of the speeds of all corrections and logarithms that fit within a bound.
     *
     * @param bound on the sum of squares
     * @param best the correction that fits best
     * @return lower and upper end; empty ({@code +∞, -∞}) where nothing fits
     */
    double[] ends(double bound, double best) {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        if (at(best).squares() > bound) {
            return ends;
        }
        for (int k = -GRID; k <= GRID; k++) {
            widen(ends, bound, (double) k / GRID);
        }
        double from = edge(bound, best, -1);
        double to = edge(bound, best, 1);
        for (int k = 0; k <= INSIDE; k++) {
            widen(ends, bound, from + (to - from) * k / INSIDE);
        }
        widen(ends, bound, best);
        return ends;
    }

    private void widen(double[] ends, double bound, double u) {
        LogEllipse ellipse = at(u);
        if (ellipse.squares() <= bound) {
            ends[0] = Math.min(ends[0], ellipse.end(bound, -1));
            ends[1] = Math.max(ends[1], ellipse.end(bound, 1));
        }
    }

    /** How far from the best correction one still fits, on one side. */
    private double edge(double bound, double best, int side) {
        double in = best;
        double out = side;
        if (at(out).squares() <= bound) {
            return out;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (in + out);
            if (at(middle).squares() <= bound) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    /** The best of a grid, refined by golden sections between its neighbours; the grid's where that is no better. */
    private static double least(DoubleUnaryOperator squares) {
        double best = 0;
        double fewest = squares.applyAsDouble(0);
        for (int k = -GRID; k <= GRID; k++) {
            double u = (double) k / GRID;
            double s = squares.applyAsDouble(u);
            if (s < fewest) {
                best = u;
                fewest = s;
            }
        }
        double low = Math.max(-1, best - 1.0 / GRID);
        double high = Math.min(1, best + 1.0 / GRID);
        double a = high - GOLDEN * (high - low);
        double b = low + GOLDEN * (high - low);
        double atA = squares.applyAsDouble(a);
        double atB = squares.applyAsDouble(b);
        for (int i = 0; i < REFINEMENTS; i++) {
            if (atA < atB) {
                high = b;
                b = a;
                atB = atA;
                a = high - GOLDEN * (high - low);
                atA = squares.applyAsDouble(a);
            } else {
                low = a;
                a = b;
                atA = atB;
                b = low + GOLDEN * (high - low);
                atB = squares.applyAsDouble(b);
            }
        }
        double refined = atA < atB ? a : b;
        return Math.min(atA, atB) < fewest ? refined : best;
    }
}
