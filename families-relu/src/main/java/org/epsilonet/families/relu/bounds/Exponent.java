package org.epsilonet.families.relu.bounds;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.function.LpNorm;

/** The exponents \(q\) for which operator norms are at hand. */
public enum Exponent {
    /** \(q = 1\): largest column sum. */
    ONE(1),
    /** \(q = 2\): spectral norm. */
    TWO(2),
    /** \(q = \infty\): largest row sum. */
    INFINITY(Double.POSITIVE_INFINITY);

    private final double q;

    Exponent(double q) {
        this.q = q;
    }

    /** \(q\). */
    public double q() {
        return q;
    }

    /**
     * The exponent with the given \(q\).
     *
     * @throws IllegalArgumentException if it is not 1, 2 or ∞
     */
    public static Exponent of(double q) {
        for (Exponent e : values()) {
            if (e.q == q) {
                return e;
            }
        }
        throw new IllegalArgumentException("operator norms are known for q = 1, 2 and inf, was " + q);
    }

    /** \(n^{1/q}\), within an ulp. */
    double root(double n) {
        return switch (this) {
            case ONE -> n;
            case TWO -> Math.sqrt(n);
            case INFINITY -> 1;
        };
    }

    /** \(n^{1-1/q}\), within an ulp. */
    double coRoot(double n) {
        return switch (this) {
            case ONE -> 1;
            case TWO -> Math.sqrt(n);
            case INFINITY -> n;
        };
    }

    /**
     * From \(\|v\|_q \le b\) to \(\|v\|_p\): the norms decrease in the exponent, and \(\|v\|_p \le m^{1/p-1/q}\|v\|_q\)
     * for \(p < q\).
     *
     * @param bound \(b\)
     * @param dimension \(m\)
     * @param norm \(p\)
     * @return a bound on \(\|v\|_p\), rounded up
     */
    double convert(double bound, int dimension, LpNorm norm) {
        if (norm.p() >= q || dimension == 1) {
            return bound;
        }
        double power = 1 / norm.p() - 1 / q;
        return PerturbationBound.outward(bound * Math.pow(dimension, power), 8);
    }

    @Override
    public String toString() {
        return q == Double.POSITIVE_INFINITY ? "inf" : String.valueOf((int) q);
    }
}
