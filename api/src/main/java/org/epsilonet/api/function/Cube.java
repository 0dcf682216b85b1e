package org.epsilonet.api.function;

/**
 * The unit cube \([0,1]^d\) with Lebesgue measure.
 *
 * @param dimension the dimension \(d \ge 1\)
 */
public record Cube(int dimension) implements Domain {
    /** The unit interval. */
    public static final Cube INTERVAL = new Cube(1);

    /**
     * @throws IllegalArgumentException if {@code dimension < 1}
     */
    public Cube {
        if (dimension < 1) {
            throw new IllegalArgumentException("the dimension must be >= 1, was " + dimension);
        }
    }
}
