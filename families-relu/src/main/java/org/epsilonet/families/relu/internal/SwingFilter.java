package org.epsilonet.families.relu.internal;

import java.util.Arrays;

/**
 * Chooses knots and values for the supremum norm: from the end of the last piece, the cone of slopes that stay within
 * \(\varepsilon\) of all points so far is narrowed point by point; when it empties, the piece ends one point before, in the
 * middle of the cone. \(O(N)\); every point is within \(\varepsilon\) (up to rounding).
 *
 * @param knots indices of points, the first and the last among them
 * @param values the values there
 * @see <a href="https://doi.org/10.14778/1687627.1687645">Elmeleegy, Elmagarmid, Cecchet, Aref, Zwaenepoel: Online
 *     piece-wise linear approximation of numerical streams with precision guarantees, VLDB 2009</a>
 */
record SwingFilter(int[] knots, double[] values) {
    static SwingFilter of(Curve curve, double epsilon) {
        double[] x = curve.x();
        double[] y = curve.y();
        int n = curve.size();
        int[] knots = new int[16];
        double[] values = new double[16];
        values[0] = y[0];
        int count = 1;
        int start = 0;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int j = 1; j < n; j++) {
            double length = x[j] - x[start];
            double from = y[j] - values[count - 1];
            double newLow = Math.max(low, (from - epsilon) / length);
            double newHigh = Math.min(high, (from + epsilon) / length);
            if (newLow > newHigh) {
                if (count == knots.length) {
                    knots = Arrays.copyOf(knots, 2 * count);
                    values = Arrays.copyOf(values, 2 * count);
                }
                knots[count] = j - 1;
                values[count] = values[count - 1] + 0.5 * (low + high) * (x[j - 1] - x[start]);
                start = j - 1;
                from = y[j] - values[count++];
                length = x[j] - x[start];
                newLow = (from - epsilon) / length;
                newHigh = (from + epsilon) / length;
            }
            low = newLow;
            high = newHigh;
        }
        knots = Arrays.copyOf(knots, count + 1);
        values = Arrays.copyOf(values, count + 1);
        knots[count] = n - 1;
        values[count] = values[count - 1] + 0.5 * (low + high) * (x[n - 1] - x[start]);
        return new SwingFilter(knots, values);
    }
}
