package org.epsilonet.api.internal;

import java.util.function.DoubleUnaryOperator;

/** Finds a jump between two points by bisection. */
final class JumpSearch {
    private static final int TRIAL = 3;
    private static final double LASTING = 0.25;

    /** Of an interval of a thousandth 1e-8 is left: slivers between an edge and one that follows it are far wider. */
    static final int FINE = 16;

    /** Where there is no such sliver: with 1/256 of the interval in doubt the midpoint rule is no matter any more. */
    static final int COARSE = 8;

    private JumpSearch() {}

    /**
     * The place of the jump: the half with the larger change is kept.
     *
     * @param h the function
     * @param from lower end
     * @param atFrom its value there
     * @param to upper end
     * @param atTo its value there
     * @param bisections {@link #FINE} or {@link #COARSE}
     * @return a point between the ends; the lower end if the change does not last
     */
    static double between(DoubleUnaryOperator h, double from, double atFrom, double to, double atTo, int bisections) {
        double a = from;
        double b = to;
        double ha = atFrom;
        double hb = atTo;
        for (int k = 0; k < bisections; k++) {
            double middle = 0.5 * (a + b);
            double value = h.applyAsDouble(middle);
            if (Math.abs(value - ha) >= Math.abs(hb - value)) {
                b = middle;
                hb = value;
            } else {
                a = middle;
                ha = value;
            }
            if (k >= TRIAL && Math.abs(hb - ha) < LASTING * Math.abs(atTo - atFrom)) {
                return from;
            }
        }
        return 0.5 * (a + b);
    }
}
