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
        double[] c = new double[checkDepth(m)];
        for (int s = 1; s <= m; s++) {
            c[s - 1] = -Math.scalb(1.0, -2 * s);
        }
        // Partial sums exceed x^2, hence are nonnegative: nothing need be added.
        return accumulated(0, 1, c, 0);
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
        double[] c = new double[checkDepth(m)];
        for (int s = 1; s <= m; s++) {
            c[s - 1] = Math.scalb(1.0, -s);
        }
        return accumulated(0, 0, c, 0);
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
        checkDepth(c.length);
        double negative = Math.max(0, -linear);
        for (double coefficient : c) {
            negative += Math.max(0, -coefficient);
        }
        return accumulated(constant, linear, c, negative);
    }

    private static ReluNetwork accumulated(double constant, double linear, double[] c, double shift) {
        int m = c.length;
        List<AffineMap> maps = new ArrayList<>();
        maps.add(AffineMap.of(new double[] {1, 1, linear}, 1, new double[] {0, -0.5, shift}));
        for (int s = 1; s < m; s++) {
            maps.add(AffineMap.of(
                    new double[] {2, -4, 0, 2, -4, 0, 2 * c[s - 1], -4 * c[s - 1], 1}, 3, new double[] {0, -0.5, 0}));
        }
        maps.add(AffineMap.of(new double[] {2 * c[m - 1], -4 * c[m - 1], 1}, 3, new double[] {constant - shift}));
        return ReluNetwork.of(maps);
    }

    private static int checkDepth(int m) {
        if (m < 1 || m > DEEPEST) {
            throw new IllegalArgumentException("the number of compositions must be in 1.." + DEEPEST + ", was " + m);
        }
        return m;
    }
}
