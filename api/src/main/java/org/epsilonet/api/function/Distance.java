package org.epsilonet.api.function;

/**
 * A distance between two functions that knows how it was obtained.
 *
 * @param value the distance, {@code >= 0}, possibly infinite
 * @param uncertainty how far the true distance may be from the value: 0 for certified (then the value is an upper
 *     bound) and measured, an error estimate of the quadrature for estimated distances
 * @param kind how it was obtained
 * @param norm the norm it was taken in
 */
public record Distance(double value, double uncertainty, Kind kind, LpNorm norm) {
    /** How a distance was obtained, from the strongest to the weakest kind. */
    public enum Kind {
        /** Proved for the real functions given by the stored doubles, rounded outward: an upper bound. */
        CERTIFIED,
        /** Computed on every sample of finite data. */
        MEASURED,
        /** Quadrature or sampling of a function known everywhere. */
        ESTIMATED
    }

    /**
     * @throws IllegalArgumentException if the value is NaN or negative, or the uncertainty is
     */
    public Distance {
        if (!(value >= 0) || !(uncertainty >= 0)) {
            throw new IllegalArgumentException(
                    "a distance and its uncertainty must be >= 0, were " + value + " and " + uncertainty);
        }
    }

    /** A proved upper bound. */
    public static Distance certified(double bound, LpNorm norm) {
        return new Distance(bound, 0, Kind.CERTIFIED, norm);
    }

    /** A distance computed on all samples. */
    public static Distance measured(double value, LpNorm norm) {
        return new Distance(value, 0, Kind.MEASURED, norm);
    }

    /** A distance estimated by quadrature or sampling. */
    public static Distance estimated(double value, double uncertainty, LpNorm norm) {
        return new Distance(value, uncertainty, Kind.ESTIMATED, norm);
    }

    /**
     * The triangle inequality: a bound on \(d(f,h)\) from this \(d(f,g)\) and \(d(g,h)\), of the weaker kind.
     *
     * @param other the distance from the middle function on, in the same norm
     * @return the sum, rounded up
     * @throws IllegalArgumentException if the norms differ
     */
    public Distance plus(Distance other) {
        if (!norm.equals(other.norm)) {
            throw new IllegalArgumentException("cannot add distances in " + norm + " and " + other.norm);
        }
        Kind weaker = kind.compareTo(other.kind) >= 0 ? kind : other.kind;
        double sum = value + other.value;
        boolean exact = value == 0 || other.value == 0;
        return new Distance(exact ? sum : Math.nextUp(sum), uncertainty + other.uncertainty, weaker, norm);
    }
}
