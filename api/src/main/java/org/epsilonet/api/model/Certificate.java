package org.epsilonet.api.model;

/**
 * A certified bound on a distance of two functions, or on a Lipschitz constant, and how it was proved.
 *
 * @param method the method: a short, stable name, for example {@code componentwise}
 * @param bound the bound, rounded outward, {@code >= 0}; +∞ where it overflows or the method does not apply
 */
public record Certificate(String method, double bound) {
    /**
     * @throws IllegalArgumentException if the bound is negative or NaN
     */
    public Certificate {
        if (!(bound >= 0)) {
            throw new IllegalArgumentException("a bound must be >= 0, was " + bound + " by the method " + method);
        }
    }
}
