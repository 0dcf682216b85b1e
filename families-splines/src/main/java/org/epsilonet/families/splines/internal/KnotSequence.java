package org.epsilonet.families.splines.internal;

/**
 * Splines of one variable on [0, 1]: a degree \(k\), a nondecreasing clamped sequence of knots \(t_0 = \dots = t_k <
 * \dots < t_m = \dots = t_{m+k}\), and the B-splines \(B_0,\dots,B_{m-1}\), nonnegative with sum one. Interval \(i\) is the
 * \(i\)-th that is not empty. Immutable.
 */
public interface KnotSequence {
    /** The degree \(k\). */
    int degree();

    /** The number of B-splines. */
    int dimension();

    /** The number of intervals. */
    int intervals();

    /** The first B-spline that does not vanish on interval {@code i}; k more follow. */
    int first(int i);

    /** Knot \(t_j\), in a unit of the sequence's own. */
    double knot(int j);

    /** The point of [0, 1] where interval {@code i} begins; 1 for {@code i = intervals()}. */
    double start(int i);

    /** The interval that contains x; intervals are closed below and open above, but for the last. */
    int locate(double x);

    /** Where x lies in interval {@code i}, in [0, 1]. */
    double local(int i, double x);

    /** \(\int B_j\) in the unit of the knots. */
    default double mass(int j) {
        return (knot(j + degree() + 1) - knot(j)) / (degree() + 1);
    }

    /** The unit of the knots. */
    double unit();

    /**
     * The B-splines that do not vanish on an interval, by the recurrence of Cox and de Boor.
     *
     * @param i the interval
     * @param x a point in it
     * @param values receives k + 1 nonnegative numbers with sum 1
     */
    default void basis(int i, double x, double[] values) {
        int last = first(i) + degree();
        double left = knot(last);
        double y = left + (knot(last + 1) - left) * local(i, x);
        values[0] = 1;
        for (int j = 1; j <= degree(); j++) {
            raise(last, j, y, values);
        }
    }

    /** From the values of degree {@code j - 1} at y in \([t_{last}, t_{last+1}]\) to those of degree j. */
    default void raise(int last, int j, double y, double[] values) {
        double saved = 0;
        for (int m = 0; m < j; m++) {
            double right = knot(last + m + 1);
            double left = knot(last + 1 - j + m);
            double share = values[m] / (right - left);
            values[m] = saved + (right - y) * share;
            saved = (y - left) * share;
        }
        values[j] = saved;
    }
}
