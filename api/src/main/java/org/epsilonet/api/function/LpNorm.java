package org.epsilonet.api.function;

import java.util.Locale;

/**
 * The normalized \(L^p\) norm, \(1 \le p \le \infty\), with respect to the uniform probability measure of the domain.
 *
 * @param p the exponent, in [1, ∞]
 */
public record LpNorm(double p) {
    /** Mean absolute value, \(p = 1\). */
    public static final LpNorm L1 = new LpNorm(1);

    /** Root mean square, \(p = 2\). */
    public static final LpNorm L2 = new LpNorm(2);

    /** Largest absolute value, \(p = \infty\). */
    public static final LpNorm SUP = new LpNorm(Double.POSITIVE_INFINITY);

    /**
     * The largest relative error of {@link #of}: a few roundings for a power, a root and a quotient, and that of
     * \(1/p\), which counts \(\ln n\) times.
     */
    public static final double ACCURACY = 0x1p-47;

    /**
     * @throws IllegalArgumentException if {@code p} is NaN or less than 1
     */
    public LpNorm {
        if (!(p >= 1)) {
            throw new IllegalArgumentException("the exponent p of an L^p norm must be in [1, inf], was " + p);
        }
    }

    /**
     * The norm named as on the command line.
     *
     * @param name {@code sup}, or {@code l} followed by the exponent: {@code l1}, {@code l2}, {@code l4.5}
     * @return the norm
     * @throws IllegalArgumentException if the name is not of that form
     */
    public static LpNorm named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("sup") || lower.equals("linf")) {
            return SUP;
        }
        if (lower.matches("l[0-9]{1,20}(\\.[0-9]{1,20})?(e[0-9]{1,3})?")) {
            double p = Double.parseDouble(lower.substring(1));
            if (p >= 1) {
                return new LpNorm(p);
            }
        }
        throw new IllegalArgumentException(
                "unknown norm '" + name + "'; allowed: l2, sup, l1, or lP with a number P >= 1");
    }

    /** Whether this is the supremum norm. */
    public boolean isSup() {
        return p == Double.POSITIVE_INFINITY;
    }

    /**
     * The normalized norm of a finite vector: \((\frac1n \sum |v_i|^p)^{1/p}\), or the largest \(|v_i|\).
     *
     * <p><b>Accuracy:</b> exact for the supremum norm; otherwise the sum is compensated, so that the relative error is at
     * most {@link #ACCURACY} however many entries there are; subnormal norms are rounded up to the next double.
     *
     * @param values the vector; at least one entry
     * @return its norm; NaN if an entry is NaN
     * @throws IllegalArgumentException if the vector is empty
     */
    public double of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("the norm of an empty vector is not defined");
        }
        double largest = 0;
        for (double v : values) {
            largest = Math.max(largest, Math.abs(v));
        }
        if (isSup() || largest == 0 || !(largest < Double.POSITIVE_INFINITY)) {
            return largest;
        }
        // Nothing overflows: powers of two, which round nothing, for p = 1 and 2; at most 1 for large p.
        double unit = p <= 2 ? Math.scalb(1.0, Math.max(-1021, Math.getExponent(largest))) : largest;
        double sum = 0;
        double lost = 0;
        for (double v : values) {
            double term = power(Math.abs(v) / unit);
            double next = sum + term;
            lost += sum >= term ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }
        double inUnits = root((sum + lost) / values.length);
        double norm = inUnits * unit;
        // Subnormal numbers are as coarse as they are small: rounded up, so that no error is called less than it is.
        return norm < Double.MIN_NORMAL && norm / unit < inUnits ? Math.nextUp(norm) : norm;
    }

    /** \(t^p\) for \(t \ge 0\); for the supremum norm the identity. */
    public double power(double t) {
        if (p == 2) {
            return t * t;
        }
        return p == 1 || isSup() ? t : Math.pow(t, p);
    }

    /** \(t^{1/p}\) for \(t \ge 0\); for the supremum norm the identity. */
    public double root(double t) {
        if (p == 2) {
            return Math.sqrt(t);
        }
        return p == 1 || isSup() ? t : Math.pow(t, 1 / p);
    }

    /** The name used on the command line and in files: {@code l1}, {@code l2}, {@code sup}, {@code l4.5}. */
    @Override
    public String toString() {
        if (isSup()) {
            return "sup";
        }
        return p == Math.rint(p) && p < 1e9 ? "l" + (long) p : "l" + p;
    }
}
