package org.epsilonet.families.relu;

import java.util.Arrays;
import org.epsilonet.api.function.LpNorm;

/**
 * A continuous piecewise linear function of one variable, given by knots \(t_0 < \dots < t_n\) and values \(v_i\).
 * Immutable. Left of \(t_0\) it is constant, right of \(t_n\) it continues its last piece, like the network {@link
 * #network()} that computes it.
 *
 * <p>The two forms are equal as functions, not as algorithms: interpolating between the knots is accurate to rounding,
 * while the forward pass of the network cancels large terms where slopes are steep.
 */
public final class PiecewiseLinear {
    private final double[] knots;
    private final double[] values;

    private PiecewiseLinear(double[] knots, double[] values) {
        this.knots = knots;
        this.values = values;
    }

    /**
     * The function through the given points.
     *
     * @param knots strictly increasing and finite, at least one; copied
     * @param values as many finite values; copied
     * @throws IllegalArgumentException if that is not so
     */
    public static PiecewiseLinear of(double[] knots, double[] values) {
        if (knots.length == 0 || knots.length != values.length) {
            throw new IllegalArgumentException(
                    "a piecewise linear function needs as many values as knots and at least one, were " + values.length
                            + " and " + knots.length);
        }
        for (int i = 0; i < knots.length; i++) {
            if (!Double.isFinite(knots[i]) || !Double.isFinite(values[i]) || (i > 0 && !(knots[i - 1] < knots[i]))) {
                throw new IllegalArgumentException("knots must increase strictly and all be finite, but knot " + i
                        + " is " + knots[i] + " with value " + values[i]);
            }
        }
        return new PiecewiseLinear(knots.clone(), values.clone());
    }

    /** The knots \(t_0 < \dots < t_n\); a fresh array. */
    public double[] knots() {
        return knots.clone();
    }

    /** The values \(v_0, \dots, v_n\); a fresh array. */
    public double[] values() {
        return values.clone();
    }

    /** The number \(n\) of pieces. */
    public int pieces() {
        return knots.length - 1;
    }

    /** The value at a point, exact at the knots. */
    public double at(double x) {
        int i = Arrays.binarySearch(knots, x);
        return i >= 0 ? values[i] : onPiece(-i - 2, x);
    }

    /**
     * The values at increasing points in one sweep; bit for bit those of {@link #at}.
     *
     * @param increasing sorted points
     */
    public double[] atIncreasing(double[] increasing) {
        double[] result = new double[increasing.length];
        int piece = -1;
        for (int i = 0; i < result.length; i++) {
            while (piece + 1 < knots.length && knots[piece + 1] <= increasing[i]) {
                piece++;
            }
            boolean onKnot = piece >= 0 && knots[piece] == increasing[i];
            result[i] = onKnot ? values[piece] : onPiece(piece, increasing[i]);
        }
        return result;
    }

    /** The value right of knot {@code i}; {@code i} is -1 left of all knots. */
    private double onPiece(int i, double x) {
        if (i < 0 || knots.length == 1) {
            return values[0];
        }
        int left = Math.min(i, knots.length - 2);
        double ratio = (x - knots[left]) / (knots[left + 1] - knots[left]);
        return values[left] + (values[left + 1] - values[left]) * ratio;
    }

    /**
     * The shallow network \(v_0 + \sum_{i=0}^{n-1} c_i\,\sigma(x - t_i)\), where \(c_0 = s_0\) and \(c_i = s_i -
     * s_{i-1}\) for the slopes \(s_i\): two affine maps, width \(n\), at most \(3n + 1\) nonzero weights and biases. A
     * constant becomes one affine map.
     *
     * @throws IllegalArgumentException if a slope overflows
     */
    public ReluNetwork network() {
        int n = pieces();
        if (n == 0) {
            return ReluNetwork.of(AffineMap.of(new double[] {0}, 1, values));
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] biases = new double[n];
        double[] changes = new double[n];
        double before = 0;
        for (int i = 0; i < n; i++) {
            double slope = (values[i + 1] - values[i]) / (knots[i + 1] - knots[i]);
            biases[i] = -knots[i];
            changes[i] = slope - before;
            before = slope;
        }
        return ReluNetwork.of(AffineMap.of(ones, 1, biases), AffineMap.of(changes, n, new double[] {values[0]}));
    }

    /**
     * The distance to another function in the normalized norm on the interval between the first and the last knot that
     * both have in common. It is computed in closed form piece by piece, not by sampling, and rounded up; the excess is a
     * few roundings for \(p = 1, 2, \infty\), and below \(10^{-12}\) relatively for other moderate \(p\). Takes \(O(n
     * \log n)\) for \(n\) knots.
     *
     * @param other the other function
     * @param norm \(L^p\) with respect to the uniform probability measure of the interval
     * @return an upper bound of the distance; +∞ if a difference overflows
     * @throws IllegalArgumentException if there is no such interval
     */
    public double distance(PiecewiseLinear other, LpNorm norm) {
        return PiecewiseDistance.between(this, other, knots, other.knots, norm);
    }

    @Override
    public String toString() {
        return "PiecewiseLinear[" + pieces() + " pieces on [" + knots[0] + ", " + knots[knots.length - 1] + "]]";
    }
}
