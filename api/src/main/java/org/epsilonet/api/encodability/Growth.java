package org.epsilonet.api.encodability;

/**
 * A rate of growth \(M^a (\log M)^b\) as \(M \to \infty\), up to constants; with {@link #ZERO} and {@link #INFINITE} as
 * the ends of the scale.
 *
 * @param power the power \(a\) of \(M\): a number {@code >= 0}, -∞ for {@link #ZERO}, +∞ for {@link #INFINITE}
 * @param logPower the power \(b\) of \(\log M\); 0 at both ends of the scale
 * @see "docs/theory.md, A4"
 */
public record Growth(double power, double logPower) implements Comparable<Growth> {
    /** A quantity that is 0 (or negative): nothing to choose, a radius at most 1. */
    public static final Growth ZERO = new Growth(Double.NEGATIVE_INFINITY, 0);

    /** A bounded quantity, \(M^0\). */
    public static final Growth CONSTANT = new Growth(0, 0);

    /** \(\log M\). */
    public static final Growth LOG = new Growth(0, 1);

    /** \(M\). */
    public static final Growth LINEAR = new Growth(1, 0);

    /** \(M \log M\). */
    public static final Growth LINEAR_LOG = new Growth(1, 1);

    /** No bound at all: uncountably many structures, unbounded parameters, no Lipschitz constant. */
    public static final Growth INFINITE = new Growth(Double.POSITIVE_INFINITY, 0);

    /**
     * @throws IllegalArgumentException if a power is NaN, the power of M is finite and negative, or an end of the scale
     *     has a logarithm
     */
    public Growth {
        if (Double.isNaN(power) || !Double.isFinite(logPower) || (power < 0 && power != Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a growth needs a power >= 0 of M and a finite power of log M, were " + power + ", " + logPower);
        }
        if (Double.isInfinite(power) && logPower != 0) {
            throw new IllegalArgumentException("ZERO and INFINITE have no logarithm");
        }
    }

    /** Growth of a product; {@link #ZERO} times anything is {@link #ZERO}. */
    public Growth times(Growth other) {
        if (equals(ZERO) || other.equals(ZERO)) {
            return ZERO;
        }
        if (equals(INFINITE) || other.equals(INFINITE)) {
            return INFINITE;
        }
        return new Growth(power + other.power, logPower + other.logPower);
    }

    /** Growth of a sum: the larger of the two. */
    public Growth plus(Growth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Compares by the power of \(M\), then by the power of \(\log M\). */
    @Override
    public int compareTo(Growth other) {
        int byPower = Double.compare(power, other.power);
        return byPower != 0 ? byPower : Double.compare(logPower, other.logPower);
    }

    /** As in a paper: {@code 0}, {@code 1}, {@code M log M}, {@code M^2}, {@code inf}. */
    @Override
    public String toString() {
        if (equals(ZERO)) {
            return "0";
        }
        if (equals(INFINITE)) {
            return "inf";
        }
        String m = raised("M", power);
        String log = raised("log M", logPower);
        if (m.isEmpty() && log.isEmpty()) {
            return "1";
        }
        return m.isEmpty() || log.isEmpty() ? m + log : m + " " + log;
    }

    private static String raised(String base, double power) {
        if (power == 0) {
            return "";
        }
        if (power == 1) {
            return base;
        }
        String exponent = power == Math.rint(power) ? String.valueOf((long) power) : String.valueOf(power);
        return (base.contains(" ") ? "(" + base + ")" : base) + "^" + exponent;
    }
}
