package org.epsilonet.comparator.internal;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Least squares of \(y = \ln\) error on \(x = \ln\) size, and on \(x\) and \(x^2\): the second tells how far the slope
 * drifts over the range. With \(z\) the residual of \(x^2\) after regression on \(1, x\), the quadratic coefficient is
 * \(\sum rz/\sum z^2\), \(r\) the residuals of the straight line (Frisch–Waugh).
 */
public final class LogLogFit {
    private static final double LEVEL = 0.95;
    private static final double ALLOWED_DRIFT = 0.05;
    private static final double OUTLIER = 3;

    private final double[] x;
    private final double meanY;
    private final double slope;
    private final double scatter;
    private final double drift;
    private final double driftError;

    private LogLogFit(double[] x, double meanY, double slope, double scatter, double drift, double driftError) {
        this.x = x;
        this.meanY = meanY;
        this.slope = slope;
        this.scatter = scatter;
        this.drift = drift;
        this.driftError = driftError;
    }

    /**
     * The fit.
     *
     * @param curve at least three points with positive errors
     */
    public static LogLogFit of(Curve curve) {
        int n = curve.points();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.log(curve.size(i));
            y[i] = Math.log(curve.error(i));
            squares[i] = x[i] * x[i];
        }
        double spread = x[n - 1] - x[0];
        double meanY = mean(y);
        double slope = residuals(x, y);
        residuals(x, squares);
        double residual = dot(y, y);
        double zz = dot(squares, squares);
        double quadratic = dot(y, squares) / zz;
        double unexplained = Math.max(0, residual - quadratic * quadratic * zz);
        double driftError = n > 3 ? 2 * spread * Math.sqrt(unexplained / (n - 3) / zz) : 0;
        double scatter = Math.sqrt(residual / (n - 2));
        return new LogLogFit(x, meanY, slope, scatter, 2 * spread * Math.abs(quadratic), driftError);
    }

    /** The speed, minus the slope. */
    public double speed() {
        return -slope;
    }

    /** Whether the slope changes over the range by more than 5 % (of at least 1) and twice its own standard error. */
    public boolean drifts() {
        return drift > Math.max(ALLOWED_DRIFT * Math.max(1, Math.abs(slope)), 2 * driftError);
    }

    /**
     * Whether a smaller size does not continue the line: its error is off by more than 5 % of a slope (of at least 1) up to
     * the first point, and by more than three standard errors of the prediction.
     */
    public boolean misses(double size, double error) {
        double offset = Math.log(size) - mean(x);
        double deviation = Math.abs(Math.log(error) - meanY - slope * offset);
        double predictionError = scatter * Math.sqrt(1 + 1.0 / x.length + offset * offset / centredSquares(x));
        double allowed = ALLOWED_DRIFT * Math.max(1, Math.abs(slope)) * (x[0] - Math.log(size));
        return deviation > Math.max(allowed, OUTLIER * predictionError);
    }

    /** Half the width of the 95 % interval, at least half the drift. */
    public double halfWidth() {
        double t = TDistribution.of(x.length - 2.0).inverseCumulativeProbability(0.5 + LEVEL / 2);
        return Math.max(t * scatter / Math.sqrt(centredSquares(x)), 0.5 * drift);
    }

    /** Replaces y by its residuals after regression on 1 and x; the slope. */
    private static double residuals(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double sxy = 0;
        for (int i = 0; i < x.length; i++) {
            sxy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = sxy / centredSquares(x);
        for (int i = 0; i < x.length; i++) {
            y[i] = y[i] - meanY - slope * (x[i] - meanX);
        }
        return slope;
    }

    private static double centredSquares(double[] x) {
        double mean = mean(x);
        double sum = 0;
        for (double v : x) {
            sum += (v - mean) * (v - mean);
        }
        return sum;
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum / x.length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
