package org.epsilonet.api.classes;

/**
 * A speed from the literature: an error (or a covering radius) of order \(M^{-\gamma}(\log M)^b\).
 *
 * @param speed the exponent \(\gamma \ge 0\); +∞ when the decay is faster than every power
 * @param logPower the power \(b\) of the logarithm; 0 where there is none or it is not known
 * @param source theorem and paper
 */
public record CitedSpeed(double speed, double logPower, String source) {
    /**
     * @throws IllegalArgumentException if the speed is NaN or negative, or the source is blank
     */
    public CitedSpeed {
        if (!(speed >= 0) || Double.isNaN(logPower) || source.isBlank()) {
            throw new IllegalArgumentException("a cited speed must be >= 0 and have a source, was " + speed);
        }
    }

    /** A speed without logarithm. */
    public static CitedSpeed of(double speed, String source) {
        return new CitedSpeed(speed, 0, source);
    }
}
