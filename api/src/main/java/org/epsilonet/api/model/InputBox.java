package org.epsilonet.api.model;

/**
 * The inputs for which a statement about a model holds: \([low, high]^d\), the same interval for every coordinate.
 *
 * @param low left end, finite
 * @param high right end, finite, {@code > low}
 */
public record InputBox(double low, double high) {
    /** \([-1, 1]^d\). */
    public static final InputBox SYMMETRIC = new InputBox(-1, 1);

    /**
     * @throws IllegalArgumentException if the interval is empty or not finite
     */
    public InputBox {
        if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "an input box needs finite ends low < high, were " + low + " and " + high);
        }
    }

    /** \(D = \max(|low|, |high|)\): the box lies in \([-D, D]^d\). */
    public double radius() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    /** As on the command line: {@code [-1, 1]}. */
    @Override
    public String toString() {
        return "[" + low + ", " + high + "]";
    }
}
