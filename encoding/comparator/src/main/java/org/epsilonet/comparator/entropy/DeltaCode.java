package org.epsilonet.comparator.entropy;

import java.util.function.DoubleUnaryOperator;

/**
 * The optimal code of Lipschitz functions with constant 1 and \(f(0) = 0\) on [0, 1] in the supremum norm: one bit for each
 * cell of length \(\varepsilon\) but the first, \(\lceil 1/\varepsilon\rceil - 1\) in all.
 *
 * <p>The decoded \(g\) is 0 on \([0,\varepsilon]\); on the \(k\)-th cell, which ends at \(x_k = \min(k\varepsilon,1)\), it
 * continues with slope +1 if \(f(x_k) \ge g(x_{k-1})\) (bit 1) and -1 otherwise. From \(|f-g| \le \varepsilon\) at the left
 * end follows the same on the whole cell: where bit 1 is sent, \(f \le g+\varepsilon\) as both rise by at most the same,
 * and \(f(x) \ge f(x_k)-(x_k-x) \ge g(x)-\varepsilon\).
 *
 * @see LipschitzEntropy
 * @see "docs/theory.md, F1"
 */
public final class DeltaCode {
    private static final double FEWEST = 0x1p-30;

    private final double epsilon;
    private final double[] values;

    private DeltaCode(double epsilon, double[] values) {
        this.epsilon = epsilon;
        this.values = values;
    }

    /**
     * The bits of a function.
     *
     * @param f Lipschitz with constant 1 on [0, 1], \(f(0) = 0\)
     * @param epsilon the accuracy, in [2^-30, 1]
     * @return \(\lceil 1/\varepsilon\rceil - 1\) bits
     * @throws IllegalArgumentException if the accuracy is out of range
     */
    public static boolean[] encode(DoubleUnaryOperator f, double epsilon) {
        boolean[] bits = new boolean[length(epsilon)];
        double g = 0;
        for (int k = 0; k < bits.length; k++) {
            double left = (k + 1) * epsilon;
            double right = Math.min((k + 2) * epsilon, 1);
            bits[k] = f.applyAsDouble(right) >= g;
            g += bits[k] ? right - left : left - right;
        }
        return bits;
    }

    /**
     * The function of some bits.
     *
     * @param bits as many as {@link #encode} gives
     * @param epsilon the accuracy they were made with
     * @return a function within the accuracy of the one encoded
     * @throws IllegalArgumentException if the number of bits is not that of the accuracy
     */
    public static DeltaCode decode(boolean[] bits, double epsilon) {
        if (bits.length != length(epsilon)) {
            throw new IllegalArgumentException(
                    "an accuracy of " + epsilon + " takes " + length(epsilon) + " bits, given were " + bits.length);
        }
        double[] values = new double[bits.length + 2];
        for (int k = 0; k < bits.length; k++) {
            double width = Math.min((k + 2) * epsilon, 1) - (k + 1) * epsilon;
            values[k + 2] = values[k + 1] + (bits[k] ? width : -width);
        }
        return new DeltaCode(epsilon, values);
    }

    /**
     * The decoded function.
     *
     * @param x in [0, 1]
     * @return its value
     */
    public double at(double x) {
        int cell = Math.min((int) (x / epsilon), values.length - 2);
        double left = cell * epsilon;
        double right = Math.min((cell + 1) * epsilon, 1);
        double share = right > left ? (x - left) / (right - left) : 0;
        return values[cell] + share * (values[cell + 1] - values[cell]);
    }

    private static int length(double epsilon) {
        if (!(epsilon >= FEWEST && epsilon <= 1)) {
            throw new IllegalArgumentException("the accuracy must be in [2^-30, 1], was " + epsilon);
        }
        return (int) LipschitzEntropy.anchored(1, epsilon);
    }
}
