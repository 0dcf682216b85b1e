package org.epsilonet.api.model;

/**
 * How a weight becomes a multiple of the step \(\eta\).
 *
 * @see "docs/theory.md, B9"
 */
public enum RoundingScheme {
    /** To the nearest multiple, ties to even: moves a weight by at most \(\eta/2\). */
    NEAREST("nearest", 0.5),
    /** To the next multiple below: moves a weight by less than \(\eta\); norms may grow. */
    FLOOR("floor", 1),
    /** To the next multiple in the direction of zero: moves a weight by less than \(\eta\); no weight grows. */
    TOWARDS_ZERO("towards-zero", 1);

    private final String label;
    private final double reach;

    RoundingScheme(String label, double reach) {
        this.label = label;
        this.reach = reach;
    }

    /** The most by which a weight moves, in steps. */
    public double reach() {
        return reach;
    }

    /**
     * The integer \(k\) with \(k \approx x\).
     *
     * @param x a weight divided by the step (exactly: the step is a power of two)
     * @return \(k\), as a double
     */
    public double round(double x) {
        return switch (this) {
            case NEAREST -> Math.rint(x);
            case FLOOR -> Math.floor(x);
            case TOWARDS_ZERO -> x < 0 ? Math.ceil(x) : Math.floor(x);
        };
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return label;
    }
}
