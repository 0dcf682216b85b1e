package org.epsilonet.comparator.internal;

/**
 * Speeds \(\gamma\) and powers \(b\) of the logarithm together, for one correction: the weighted sum of squares is
 * \(R + q(b-b_0)^2 + s(\gamma-g_0-lb)^2\), and what fits within a bound is an ellipse cut by \(0 \le b \le\)
 * {@value #LARGEST_POWER}.
 */
final class LogEllipse {
    /** Sums over hyperbolic crosses and cartoons stay below. */
    static final double LARGEST_POWER = 2;

    private final double least;
    private final double curvature;
    private final double centre;
    private final double speed;
    private final double lean;
    private final double stiffness;

    /**
     * @param line the regression
     * @param residuals whitened residuals of the data less the correction
     * @param speed minus the slope of the data less the correction
     * @param logResiduals those of \(\ln\ln M\)
     * @param logSlope the slope of \(\ln\ln M\)
     */
    LogEllipse(WhitenedLine line, double[] residuals, double speed, double[] logResiduals, double logSlope) {
        this.curvature = WhitenedLine.dot(logResiduals, logResiduals);
        double along = WhitenedLine.dot(residuals, logResiduals);
        this.centre = along / curvature;
        double squares = 0;
        for (int i = 0; i < residuals.length; i++) {
            double rest = residuals[i] - centre * logResiduals[i];
            squares += rest * rest;
        }
        this.least = squares;
        this.speed = speed;
        this.lean = logSlope;
        this.stiffness = line.stiffness();
    }

    /** The power of the logarithm that fits best. */
    double power() {
        return Math.min(LARGEST_POWER, Math.max(0, centre));
    }

    /** The least sum of squares with that power. */
    double squares() {
        return squares(power());
    }

    /** The least sum of squares without a logarithm. */
    double squaresOfPower() {
        return squares(0);
    }

    /** The speed that fits best with a power of the logarithm. */
    double speed(double power) {
        return speed + lean * power;
    }

    /** The largest (sign 1) or smallest (sign -1) speed within a bound on the squares that {@link #squares} meets. */
    double end(double bound, int sign) {
        double room = Math.max(0, bound - least);
        double reach = Math.sqrt(room / curvature);
        double touch =
                lean * Math.sqrt(stiffness * room / (curvature * curvature + curvature * lean * lean * stiffness));
        double from = Math.max(0, centre - reach);
        double to = Math.min(LARGEST_POWER, centre + reach);
        double power = Math.max(from, Math.min(to, centre + sign * touch));
        return speed(power) + sign * Math.sqrt(Math.max(0, bound - squares(power)) / stiffness);
    }

    private double squares(double power) {
        double off = power - centre;
        return least + curvature * off * off;
    }
}
