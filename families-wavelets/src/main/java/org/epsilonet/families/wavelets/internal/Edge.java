package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import org.apache.commons.numbers.core.DD;

/**
 * One end of the interval in a cascade of orthonormal transforms with filters of length \(2N\): what the samples of
 * polynomials of degree {@code < N} have become near this end, and from it the boundary filters of the next level.
 * Coiflets have fewer than \(N\) vanishing moments: the higher powers pass the low-pass filter as polynomials all the
 * same, and only the details inside the interval see them.
 *
 * <p>After some levels the coefficients of a polynomial at the first \(N\) places are not samples of a polynomial any
 * more, those behind them are. In the local coordinate \(u = (k - c)/c\), \(k\) counted from this end, the state is the
 * \(N \times N\) matrix \(V\) of the values at the places \(k < N\) of those vectors that equal \(u^i\) for \(k \ge
 * N\). One level uses the interior filters that start at \(s, s+2, \dots\) with \(s \ge N\). What they leave free is
 * spanned by the truncations to \(k \ge 0\) of the filters that start before \(s\): \(s + N - 1\) dimensions, supported
 * on \(k < s + 2N - 2\). The polynomials' projections into that space become the \(N\) boundary low-pass filters, their
 * orthogonal complement the \(s - 1\) boundary high-pass filters; so details of polynomials vanish at every level, and
 * the whole transform stays orthogonal.
 *
 * @see <a href="https://doi.org/10.1006/acha.1993.1005">Cohen, Daubechies, Vial, Wavelets on the interval and fast
 *     wavelet transforms, 1993</a>
 */
final class Edge {
    private final Side side;
    private final DD[][] state;

    private Edge(Side side, DD[][] state) {
        this.side = side;
        this.state = state;
    }

    /**
     * The boundary filters of one level.
     *
     * @param start first sample used by an interior filter
     * @param low the \(N\) low-pass rows
     * @param high the {@code start - 1} high-pass rows
     */
    record Filters(int start, double[][] low, double[][] high) {}

    /** A level's boundary filters and the end as the next level finds it. */
    record Step(Filters filters, Edge next) {}

    /** An end at which the samples of polynomials are samples of polynomials. */
    static Edge ofSamples(Side side) {
        int n = side.half();
        DD[][] v = new DD[n][n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                v[k][i] = side.coordinate(k).pow(i);
            }
        }
        return new Edge(side, v);
    }

    /** The value at place {@code k < N} of the vector that equals \(u^i\) behind the end. */
    DD value(int k, int i) {
        return state[k][i];
    }

    /**
     * One level down.
     *
     * @param start \(N\) or \(N+1\)
     */
    Step down(int start) {
        int n = side.half();
        DD[][] free = side.freeRows(start);
        int width = start + 2 * n - 2;
        DD[][] vectors = polynomials(width);
        DD[][] projections = new DD[n][free.length];
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < free.length; r++) {
                projections[i][r] = OrthonormalRows.dot(free[r], vectors[i]);
            }
        }
        DD[][] rotation = OrthonormalRows.completed(projections, free.length);
        DD[][] rows = new DD[free.length][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = combination(rotation[r], free, width);
        }
        DD[][] values = new DD[n][n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                values[k][i] = OrthonormalRows.dot(rows[k], vectors[i]);
            }
            side.toNextCoordinate(start, values[k]);
        }
        double[][] rounded = rounded(rows);
        Filters filters =
                new Filters(start, Arrays.copyOfRange(rounded, 0, n), Arrays.copyOfRange(rounded, n, rounded.length));
        return new Step(filters, new Edge(side, values));
    }

    /** The carried vectors, one per power, on the first places. */
    private DD[][] polynomials(int width) {
        int n = side.half();
        DD[][] vectors = new DD[n][width];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < width; k++) {
                vectors[i][k] = k < n ? state[k][i] : side.coordinate(k).pow(i);
            }
        }
        return vectors;
    }

    private static DD[] combination(DD[] weights, DD[][] rows, int width) {
        DD[] sum = new DD[width];
        for (int k = 0; k < width; k++) {
            ProductSum ofPlace = new ProductSum(DD.ZERO);
            for (int r = 0; r < rows.length; r++) {
                ofPlace.add(weights[r], rows[r][k]);
            }
            sum[k] = ofPlace.value();
        }
        return sum;
    }

    static double[][] rounded(DD[][] rows) {
        double[][] doubles = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            doubles[r] = new double[rows[r].length];
            for (int k = 0; k < rows[r].length; k++) {
                doubles[r][k] = rows[r][k].doubleValue();
            }
        }
        return doubles;
    }
}
