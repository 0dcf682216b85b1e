package org.epsilonet.families.relu.bounds;

/**
 * Two lines between which a function of one variable lies on an interval.
 *
 * @param upperSlope slope of the line above
 * @param upperIntercept its value at 0
 * @param lowerSlope slope of the line below
 * @param lowerIntercept its value at 0
 */
record Lines(double upperSlope, double upperIntercept, double lowerSlope, double lowerIntercept) {
    private static final Lines ZERO = new Lines(0, 0, 0, 0);
    private static final Lines IDENTITY = new Lines(1, 0, 1, 0);

    /** The slope of the line that bounds {@code coefficient * function} from above. */
    double slope(double coefficient) {
        return coefficient >= 0 ? upperSlope : lowerSlope;
    }

    /** The intercept of that line. */
    double intercept(double coefficient) {
        return coefficient >= 0 ? upperIntercept : lowerIntercept;
    }

    /** Around \(\sigma(z)\) for \(z\) in an interval: below by 0 or the identity, above by the chord. */
    static Lines ofRelu(double low, double high) {
        if (high <= 0) {
            return ZERO;
        }
        if (low >= 0) {
            return IDENTITY;
        }
        double slope = chordSlope(low, high);
        return new Lines(slope, Math.nextUp(-slope * low), high > -low ? 1 : 0, 0);
    }

    /**
     * Around \(\sigma(z)-\sigma(z')\) as a function of \(e = z - z'\): the identity where both neurons are on, zero where
     * both are off, else between \(\min(0,e)\) and \(\max(0,e)\).
     */
    static Lines ofDifference(Activations ranges, int l, int j) {
        if (ranges.high[l][j] <= 0 && ranges.otherHigh[l][j] <= 0) {
            return ZERO;
        }
        if (ranges.low[l][j] >= 0 && ranges.otherLow[l][j] >= 0) {
            return IDENTITY;
        }
        double low = ranges.errorLow[l][j];
        double high = ranges.errorHigh[l][j];
        if (low >= 0) {
            return new Lines(1, 0, 0, 0);
        }
        if (high <= 0) {
            return new Lines(0, 0, 1, 0);
        }
        double up = chordSlope(low, high);
        double down = chordSlope(-high, -low);
        return new Lines(up, Math.nextUp(-up * low), down, Math.nextDown(-down * high));
    }

    /**
     * The slope of the chord of \(\max(0, t)\) over \([low, high] \ni 0\), rounded up: with the intercept \(-slope \cdot
     * low\), rounded up too, the line is above at both ends.
     */
    private static double chordSlope(double low, double high) {
        if (high == Double.POSITIVE_INFINITY || low == Double.NEGATIVE_INFINITY) {
            return 1;
        }
        // Halved so that the length does not overflow; four roundings.
        return (0.5 * high / (0.5 * high - 0.5 * low)) * (1 + 0x1p-50);
    }
}
