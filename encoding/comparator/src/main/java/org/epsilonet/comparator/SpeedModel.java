package org.epsilonet.comparator;

/**
 * The curve behind a {@linkplain SpeedEstimate speed}.
 *
 * @param shape its kind
 * @param logPower the power \(b\) of \(\ln M\); 0 without a logarithm
 * @param reason which curve and why, with numbers
 */
public record SpeedModel(Shape shape, double logPower, String reason) {
    /** Nothing is known. */
    public static final SpeedModel UNKNOWN = new SpeedModel(Shape.UNKNOWN, 0, "too few budgets tell");

    /** What the error looks like as a function of \(M\). */
    public enum Shape {
        /** \(CM^{-\gamma}\). */
        POWER,
        /** \(CM^{-\gamma}(\ln M)^b\). */
        LOGARITHM,
        /** \(CM^{-\gamma}(1+DM^{-\rho})\). */
        CORRECTION,
        /** \(CM^{-\gamma}(\ln M)^b(1+DM^{-\rho})\). */
        LOGARITHM_AND_CORRECTION,
        /** Decay faster than every power. */
        EXPONENTIAL,
        /** Too few budgets. */
        UNKNOWN
    }
}
