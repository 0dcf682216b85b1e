package org.epsilonet.comparator.entropy;

import java.util.function.LongToDoubleFunction;

/**
 * The entropy of the ellipsoid \(\sum_k (x_k/a_k)^2 \le 1\) in \(\ell^2\), with axes \(a_1 \ge a_2 \ge \dots\) that tend to
 * 0.
 *
 * <p><b>Lower bound</b>, for every \(\varepsilon\): \(H(\varepsilon) \ge S(\varepsilon) = \sum_k (\log_2
 * a_k/\varepsilon)_+\), the volumes of the section by the axes longer than \(\varepsilon\) and of the ball compared. As
 * \(\varepsilon \to 0\) it is sharp for axes that decay like a power (Donoho 2000; Dumer, Pinsker, Prelov 2004).
 *
 * <p><b>Upper bound.</b> Keep \(m\) axes; the rest costs at most \(a_{m+1}\), so that \(\rho^2 =
 * \varepsilon^2-a_{m+1}^2\) is left. The section \(E_m\) is covered by the points of a maximal \(\rho\)-separated set, at
 * most \(\mathrm{vol}(E_m+\frac\rho2B)/\mathrm{vol}(\frac\rho2B)\), and by a shift of Rogers's covering of space, at most
 * \((m\ln m+m\ln\ln m+5m)\,\mathrm{vol}(E_m+\rho B)/\mathrm{vol}(\rho B)\). For every {@code s > 0} the sum \(E_m+rB\) lies in the
 * ellipsoid of squared axes \((1+s)a_k^2+(1+1/s)r^2\). The smallest over \(m\) and \(s\) counts.
 *
 * @see <a href="https://doi.org/10.1112/S0025579300001030">Rogers: A note on coverings, 1957</a>
 * @see <a href="https://arxiv.org/abs/2504.18321">Allard, Bölcskei: Metric entropy of ellipsoids</a>
 * @see "docs/theory.md, F2"
 */
public final class EllipsoidEntropy {
    /** Below this index every axis is taken by itself, beyond it in blocks this many times shorter than their index. */
    private static final long FINE = 1 << 14;

    private static final long COARSE = 1 << 8;
    private static final long LARGEST = 1L << 50;
    private static final double[] SPREADS = {0.02, 0.06, 0.15, 0.4, 1, 2.5};

    /** The axes may be off by this much, relatively. */
    private static final double AXIS_ACCURACY = 0x1p-40;

    private final LongToDoubleFunction axes;
    private final double epsilon;
    private final long longer;

    private EllipsoidEntropy(LongToDoubleFunction axes, double epsilon) {
        this.axes = axes;
        this.epsilon = epsilon;
        this.longer = longer(axes, epsilon);
    }

    /**
     * How many axes are longer than a length.
     *
     * @param axes \(a_k\) for {@code k >= 1}, not increasing
     * @param length the length, positive
     * @return the number; at most 2^50 are counted
     */
    public static long longer(LongToDoubleFunction axes, double length) {
        long reached = 0;
        long missed = 1;
        while (missed < LARGEST && axes.applyAsDouble(missed) > length) {
            reached = missed;
            missed *= 2;
        }
        while (missed - reached > 1) {
            long middle = (reached + missed) >>> 1;
            if (axes.applyAsDouble(middle) > length) {
                reached = middle;
            } else {
                missed = middle;
            }
        }
        return reached;
    }

    /**
     * The lower bound \(S(\varepsilon)\).
     *
     * @param axes \(a_k\) for {@code k >= 1}, not increasing, accurate to 2^-40
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded down
     */
    public static double lower(LongToDoubleFunction axes, double epsilon) {
        EllipsoidEntropy e = new EllipsoidEntropy(axes, epsilon);
        BitSum bits = new BitSum();
        long k = 1;
        while (k <= e.longer) {
            long end = Math.min(e.longer, k + k / FINE);
            double shortest = axes.applyAsDouble(end) * (1 - AXIS_ACCURACY);
            bits.log2(end - k + 1, Math.max(1, shortest / epsilon));
            k = end + 1;
        }
        return bits.lower();
    }

    /**
     * An upper bound.
     *
     * @param axes \(a_k\) for {@code k >= 1}, not increasing, accurate to 2^-40
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded up; NaN if more than 2^50 axes count
     */
    public static double upper(LongToDoubleFunction axes, double epsilon) {
        EllipsoidEntropy e = new EllipsoidEntropy(axes, epsilon);
        if (e.longer == 0 && axes.applyAsDouble(1) * (1 + AXIS_ACCURACY) <= epsilon) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        double last = 100.0 * e.longer + 10;
        for (double m = Math.max(1, e.longer); m <= last && m < LARGEST; m = Math.max(m + 1, Math.floor(m * 1.15))) {
            double tail = axes.applyAsDouble((long) m + 1) * (1 + AXIS_ACCURACY);
            double left = Math.sqrt((epsilon - tail) * (epsilon + tail)) * (1 - AXIS_ACCURACY);
            if (left > 0) {
                for (double s : SPREADS) {
                    best = Math.min(best, e.covered((long) m, s, 0.5 * left));
                    best = Math.min(best, e.covered((long) m, s, left) + rogers(m));
                }
            }
        }
        return best < Double.POSITIVE_INFINITY ? best : Double.NaN;
    }

    /** The volume of the enlarged section in balls of radius r. */
    private double covered(long m, double s, double r) {
        BitSum bits = new BitSum();
        long k = 1;
        while (k <= m) {
            long end = Math.min(m, k + k / COARSE);
            double longest = axes.applyAsDouble(k) * (1 + AXIS_ACCURACY) / r;
            bits.log2(0.5 * (end - k + 1), (1 + s) * longest * longest + (1 + 1 / s));
            k = end + 1;
        }
        return bits.upper();
    }

    /** Rogers's bound is for three dimensions and more; space of fewer is covered by intervals and hexagons below 2. */
    private static double rogers(double m) {
        double ln = Math.log(Math.max(3, m));
        return new BitSum().log2(1, m < 3 ? 2 : m * (ln + Math.log(ln) + 5)).upper();
    }
}
