package org.epsilonet.families.relu;

import java.util.ArrayList;
import java.util.List;

/**
 * Explicit networks on [0, 1] with their exact sizes. Below, \(L\) counts affine maps and {@code nnz} nonzero weights and
 * biases.
 *
 * <p>All rest on the hat \(g(x) = 2\sigma(x) - 4\sigma(x-\tfrac12)\) and its compositions \(g_m = g \circ \dots \circ
 * g\), sawtooth functions of \(2^{m-1}\) teeth. Their forward pass is exact in doubles where \(g_m\) is.
 *
 * @see <a href="https://arxiv.org/abs/1610.01145">Yarotsky 2017, Section 3.1</a>
 * @see <a href="https://arxiv.org/abs/1905.02199">Daubechies, DeVore, Foucart, Hanin, Petrova: Nonlinear approximation
 *     and (deep) ReLU networks, Section 7 (Takagi functions)</a>
 * @see "docs/theory.md, G1"
 */
public final class ReluConstructions {
    /** Beyond, teeth are narrower than the spacing of doubles near 1. */
    private static final int DEEPEST = 50;

    private ReluConstructions() {}

    /** The hat of height 1 on [0, 1], zero elsewhere on the line: \(2\sigma(x) - 4\sigma(x-\tfrac12) + 2\sigma(x-1)\). */
    public static ReluNetwork hat() {
        return ReluNetwork.of(
                AffineMap.of(new double[] {1, 1, 1}, 1, new double[] {0, -0.5, -1}),
                AffineMap.of(new double[] {2, -4, 2}, 3, new double[] {0}));
    }

    /**
     * The ramp from 0 at \(t\) to 1 at \(t+\tau\): \(\sigma((x-t)/\tau) - \sigma((x-t)/\tau - 1)\). Centred on a unit
     * jump (\(t\) is the jump minus \(\tau/2\)) its \(L^2\) error is \(\sqrt{\tau/12}\).
     *
     * @param t where it starts, finite
     * @param tau its length, {@code > 0}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static ReluNetwork ramp(double t, double tau) {
        if (!Double.isFinite(t) || !(tau > 0) || Double.isInfinite(1 / tau)) {
            throw new IllegalArgumentException("a ramp needs a finite start and a length > 0, were " + t + ", " + tau);
        }
        return ReluNetwork.of(
                AffineMap.of(new double[] {1 / tau, 1 / tau}, 1, new double[] {-t / tau, -t / tau - 1}),
                AffineMap.of(new double[] {1, -1}, 2, new double[] {0}));
    }

    /**
     * The sawtooth \(g_m\): \(L = m+1\), width 2, {@code nnz} \(= 5m\), largest weight 4.
     *
     * @param m number of compositions, 1..50
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    public static ReluNetwork sawtooth(int m) {
        checkDepth(m);
        List<AffineMap> maps = new ArrayList<>();
        maps.add(AffineMap.of(new double[] {1, 1}, 1, new double[] {0, -0.5}));
        for (int s = 1; s < m; s++) {
            maps.add(AffineMap.of(new double[] {2, -4, 2, -4}, 2, new double[] {0, -0.5}));
        }
        maps.add(AffineMap.of(new double[] {2, -4}, 2, new double[] {0}));
        return ReluNetwork.of(maps);
    }

    /**
     * The interpolant of \(x^2\) at the points \(k 2^{-m}\), \(x - \sum_{s=1}^m 4^{-s} g_s(x)\): \(L = m+1\), width 3,
     * {@code nnz} \(= 8m-1\), largest weight 4 (1 for {@code m = 1}). It exceeds \(x^2\) by at most \(2^{-2m-2}\),
     * attained.
     *
     * @param m number of compositions, 1..50
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    public static ReluNetwork square(int m) {
        double[] c = new double[checkDepth(m) + 1];
        c[0] = 1;
        for (int s = 1; s <= m; s++) {
            c[s] = -Math.scalb(1.0, -2 * s);
        }
        // Partial sums exceed x^2, hence are nonnegative: nothing need be added.
        return SeriesLayers.network(0, 0, c);
    }

    /**
     * The partial sum \(\sum_{s=1}^m 2^{-s} g_s\) of Takagi's function \(\sum_{k\ge0} 2^{-k}\,\mathrm{dist}(2^k x,
     * \mathbb Z)\): \(L = m+1\), width 3, {@code nnz} \(= 8m-2\). It falls short by at most \(\frac23 2^{-m}\),
     * attained.
     *
     * @param m number of compositions, 1..50
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    public static ReluNetwork takagi(int m) {
        double[] c = new double[checkDepth(m) + 1];
        for (int s = 1; s <= m; s++) {
            c[s] = Math.scalb(1.0, -s);
        }
        return SeriesLayers.network(0, 0, c);
    }

    /**
     * The series \(a + c_0 x + \sum_{s=1}^m c_s g_s(x)\): \(L = m+1\), width 3. A third channel accumulates the partial
     * sums; what the ReLU would cut off, the sum of the negative parts of the coefficients, is added at the beginning and
     * subtracted at the end.
     *
     * @param constant \(a\)
     * @param linear \(c_0\)
     * @param c \(c_1, \dots, c_m\), with \(1 \le m \le 50\)
     * @throws IllegalArgumentException if {@code m} is out of range or a coefficient is not finite
     */
    public static ReluNetwork series(double constant, double linear, double... c) {
        double[] terms = new double[c.length + 1];
        terms[0] = linear;
        System.arraycopy(c, 0, terms, 1, c.length);
        return additiveSeries(constant, terms);
    }

    /**
     * A series in every variable, added up: \(a + \sum_{i=1}^d \bigl(c_{i0} x_i + \sum_{s=1}^m c_{is} g_s(x_i)\bigr)\)
     * on \([0,1]^d\). \(L = m+1\), width \(2d+1\): two channels for each sawtooth, and one for the sum of all. If
     * no coefficient is negative and the linear ones and \(a\) are zero, {@code nnz} \(= (7d+1)m - 2d\).
     *
     * @param constant \(a\)
     * @param terms for each variable \(c_{i0}, \dots, c_{im}\), with \(1 \le m \le 50\)
     * @throws IllegalArgumentException if {@code m} is out of range or differs, there is no variable, or a coefficient is
     *     not finite
     */
    public static ReluNetwork additiveSeries(double constant, double[]... terms) {
        if (terms.length == 0) {
            throw new IllegalArgumentException("a series needs at least one variable");
        }
        checkDepth(terms[0].length - 1);
        double negative = 0;
        for (double[] c : terms) {
            if (c.length != terms[0].length) {
                throw new IllegalArgumentException("all variables need as many compositions, were "
                        + (terms[0].length - 1) + " and " + (c.length - 1));
            }
            for (double coefficient : c) {
                negative += Math.max(0, -coefficient);
            }
        }
        return SeriesLayers.network(constant, negative, terms);
    }

    /**
     * The product \(xy\) on \([-B,B]^2\), as \(B^2(f_m(u) - f_m(v))\) with \(u = |x+y|/2B\), \(v = |x-y|/2B\) and the
     * interpolant \(f_m\) of the square: \(L = m+2\), width 5, {@code nnz} \(= 15m+14\), largest weight \(\max(4, B^2)\).
     * The error is at most \(B^2 2^{-2m-2}\), and zero on the axes.
     *
     * @param m number of compositions, 1..50
     * @param bound \(B\), in [1, 2^20]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static ReluNetwork product(int m, double bound) {
        checkDepth(m);
        if (!(bound >= 1 && bound <= 1 << 20)) {
            throw new IllegalArgumentException("the bound must be in [1, 2^20], was " + bound);
        }
        double h = 0.5 / bound;
        List<AffineMap> maps = new ArrayList<>();
        maps.add(AffineMap.of(new double[] {h, h, -h, -h, h, -h, -h, h}, 2, new double[4]));
        double[] sums = {1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, -1, -1};
        maps.add(AffineMap.of(sums, 4, new double[] {0, -0.5, 0, -0.5, 1}));
        for (int s = 1; s < m; s++) {
            double c = Math.scalb(1.0, -2 * s);
            double[] weights = {
                2, -4, 0, 0, 0, 2, -4, 0, 0, 0, 0, 0, 2, -4, 0, 0, 0, 2, -4, 0, -2 * c, 4 * c, 2 * c, -4 * c, 1
            };
            maps.add(AffineMap.of(weights, 5, new double[] {0, -0.5, 0, -0.5, 0}));
        }
        double square = bound * bound;
        double c = square * Math.scalb(1.0, -2 * m);
        maps.add(AffineMap.of(new double[] {-2 * c, 4 * c, 2 * c, -4 * c, square}, 5, new double[] {-square}));
        return ReluNetwork.of(maps);
    }

    /**
     * The quadratic B-spline on the knots 0, 1, 2, 3, \(\frac12\sum_{i=0}^3 (-1)^i\binom3i (x-i)_+^2\), on [0, 3], with
     * squares by \(9 f_m((x-i)_+/3)\): \(L = m+2\), width 12. The errors of the squares, at most \(9 \cdot 2^{-2m-2}\)
     * each, enter with coefficients of sum 4.
     *
     * @param m number of compositions, 1..50
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    public static ReluNetwork quadraticSpline(int m) {
        List<AffineMap> square = square(m).maps();
        double third = 1.0 / 3;
        List<AffineMap> maps = new ArrayList<>();
        double[] starts = {0, -third, -2 * third, -1};
        maps.add(AffineMap.of(new double[] {third, third, third, third}, 1, starts));
        for (int l = 0; l < m; l++) {
            maps.add(parallel(square.get(l)));
        }
        AffineMap last = square.get(m);
        double[] coefficients = {4.5, -13.5, 13.5, -4.5};
        double[] weights = new double[4 * last.columns()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = coefficients[i / last.columns()] * last.weight(0, i % last.columns());
        }
        maps.add(AffineMap.of(weights, weights.length, new double[1]));
        return ReluNetwork.of(maps);
    }

    /** The same map on four groups of channels. */
    private static AffineMap parallel(AffineMap map) {
        int rows = map.rows();
        int columns = map.columns();
        double[][] weights = new double[4 * rows][4 * columns];
        double[] biases = new double[4 * rows];
        for (int i = 0; i < 4 * rows; i++) {
            int group = i / rows;
            biases[i] = map.bias(i % rows);
            for (int j = 0; j < columns; j++) {
                weights[i][group * columns + j] = map.weight(i % rows, j);
            }
        }
        return AffineMap.of(weights, biases);
    }

    /**
     * A piecewise linear function of \(n\) pieces on [0, 1] by a deep, narrow network, which adds one change of slope in
     * every layer: \(L = n+1\), width 3, {@code nnz} at most \(5n+1\).
     *
     * @param function its first knot is 0, its last 1, and it has at least one piece
     * @throws IllegalArgumentException if that is not so
     */
    public static ReluNetwork deep(PiecewiseLinear function) {
        double[] knots = function.knots();
        double[] values = function.values();
        int n = function.pieces();
        if (n < 1 || knots[0] != 0 || knots[n] != 1) {
            throw new IllegalArgumentException("a piecewise linear function on [0, 1] is needed, was " + function);
        }
        double[] slopes = new double[n];
        double lowest = 0;
        for (int i = 0; i < n; i++) {
            slopes[i] = (values[i + 1] - values[i]) / (knots[i + 1] - knots[i]);
            // The sum up to here goes on with this slope to the end.
            lowest = Math.min(lowest, Math.min(values[i], values[i] + slopes[i] * (1 - knots[i])));
        }
        List<AffineMap> maps = new ArrayList<>();
        maps.add(AffineMap.of(new double[] {1, 1, 0}, 1, new double[] {0, 0, values[0] - lowest}));
        for (int i = 1; i < n; i++) {
            double change = slopes[i - 1] - (i > 1 ? slopes[i - 2] : 0);
            maps.add(AffineMap.of(new double[] {1, 0, 0, 1, 0, 0, 0, change, 1}, 3, new double[] {0, -knots[i], 0}));
        }
        double change = slopes[n - 1] - (n > 1 ? slopes[n - 2] : 0);
        maps.add(AffineMap.of(new double[] {0, change, 1}, 3, new double[] {lowest}));
        return ReluNetwork.of(maps);
    }

    /**
     * Multiplication by a number of \(b\) bits with weights of one bit, for \(x \ge 0\): Horner's scheme \(y \leftarrow (y +
     * \beta_i x)/2\) over the bits \(\beta_i\). \(L = b+1\), width 2, {@code nnz} at most \(4b+1\), all weights in \(\{0,
     * \frac12, \pm1\}\). So \(M\) weights of \(b\) bits become \(O(Mb)\) weights of few bits.
     *
     * @param weight a multiple of \(2^{-b}\) in (-1, 1)
     * @param bits \(b\), 1..52
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static ReluNetwork multiplier(double weight, int bits) {
        if (bits < 1 || bits > 52 || !(Math.abs(weight) < 1)) {
            throw new IllegalArgumentException(
                    "1 to 52 bits and a weight in (-1, 1) are needed, were " + bits + " and " + weight);
        }
        double scaled = Math.scalb(Math.abs(weight), bits);
        if (scaled != Math.rint(scaled)) {
            throw new IllegalArgumentException(weight + " has more than " + bits + " bits");
        }
        long integer = (long) scaled;
        List<AffineMap> maps = new ArrayList<>();
        maps.add(AffineMap.of(new double[] {1, 0.5 * (integer & 1)}, 1, new double[2]));
        for (int i = 1; i < bits; i++) {
            maps.add(AffineMap.of(new double[] {1, 0, 0.5 * (integer >> i & 1), 0.5}, 2, new double[2]));
        }
        maps.add(AffineMap.of(new double[] {0, Math.copySign(1, weight)}, 2, new double[1]));
        return ReluNetwork.of(maps);
    }

    private static int checkDepth(int m) {
        if (m < 1 || m > DEEPEST) {
            throw new IllegalArgumentException("the number of compositions must be in 1.." + DEEPEST + ", was " + m);
        }
        return m;
    }
}
