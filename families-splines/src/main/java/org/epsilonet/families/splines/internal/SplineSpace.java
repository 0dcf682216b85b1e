package org.epsilonet.families.splines.internal;

/**
 * Splines of degree \(k\) on \(n\) equal intervals of [0, 1], smoothness \(C^{k-1}\), with clamped knots: in the
 * coordinate \(y = nx\) the knots are \(t_j = \min(\max(j-k,0),n)\), \(0 \le j \le n+2k\).
 *
 * @param degree the degree \(k\)
 * @param intervals the number of intervals \(n\)
 */
public record SplineSpace(int degree, int intervals) {
    /** The dimension \(n+k\), the number of B-splines. */
    public int dimension() {
        return intervals + degree;
    }

    /** Knot \(t_j\). */
    private int knot(int j) {
        return Math.min(Math.max(j - degree, 0), intervals);
    }

    /** The point where interval {@code i} begins. */
    double start(int i) {
        return (double) i / intervals;
    }

    /** The interval that contains x; intervals are closed below and open above, but for the last. */
    int locate(double x) {
        int i = Math.max(0, Math.min(intervals - 1, (int) (x * intervals)));
        // The product may be rounded across a knot.
        if (x < start(i)) {
            return Math.max(0, i - 1);
        }
        return i < intervals - 1 && x >= start(i + 1) ? i + 1 : i;
    }

    /**
     * The B-splines \(i,\dots,i+k\), all that do not vanish on interval \(i\), by the recurrence of Cox and de Boor.
     *
     * @param i the interval
     * @param x a point in it
     * @param values receives k + 1 nonnegative numbers with sum 1
     */
    void basis(int i, double x, double[] values) {
        double y = Math.max(i, Math.min(i + 1.0, x * intervals));
        values[0] = 1;
        for (int j = 1; j <= degree; j++) {
            double saved = 0;
            for (int m = 0; m < j; m++) {
                int right = knot(i + degree + m + 1);
                int left = knot(i + degree + 1 - j + m);
                double share = values[m] / (right - left);
                values[m] = saved + (right - y) * share;
                saved = (y - left) * share;
            }
            values[j] = saved;
        }
    }

    /** \(n\int B_j = (t_{j+k+1} - t_j)/(k+1)\), in units of an interval; 1 inside, smaller near the ends. */
    double mass(int j) {
        return (double) (knot(j + degree + 1) - knot(j)) / (degree + 1);
    }
}
