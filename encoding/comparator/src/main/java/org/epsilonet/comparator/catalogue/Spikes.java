package org.epsilonet.comparator.catalogue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * An element of the critical Besov ball \(B^{1/2}_{1,1}\), the \(\ell^1\) ball of wavelet coefficients: a sum of {@value
 * #COUNT} neighbouring Haar functions of level {@value #LEVEL} with coefficients \(\pm c/\min(n, N)\), \(n = 1..2N\), in
 * random order. Whatever \(m \le N\) of them a method finds, the squares of the others add up to
 * \(c^2(\sum_{m<n\le N} n^{-2} + N^{-1}) \approx c^2/m\).
 *
 * <p>The level is deeper than \(M^4\) for all budgets \(M < 2^{15}\), and than 50, where doubles near 1 end and every search
 * of wavelets with them: a method whose search depth is polynomial sees means over cells, which are zero. A method without
 * such a limit takes one after the other. In the ball there are such elements on every level and at every place. The spikes
 * stand where doubles are \(2^{-73}\) apart, so that a steep slope can pass for a jump.
 *
 * @see "docs/theory.md, G8"
 */
final class Spikes implements DoubleUnaryOperator {
    /** Largest budget up to which the error decays like \(M^{-1/2}\). */
    private static final int N = 1 << 12;

    private static final int COUNT = 2 * N;
    private static final int LEVEL = 60;

    /** Place of the first spike in units of its width: odd, in \([2^{-21}, 2^{-20})\). */
    private static final long FIRST = (1L << (LEVEL - 21)) + (1L << (LEVEL - 22)) / 3;

    private final double[] heights = new double[COUNT];

    /** @param seed of signs and order */
    Spikes(long seed) {
        double sum = 0;
        for (int n = 1; n <= COUNT; n++) {
            heights[n - 1] = Hash.sign(seed, 1, n) / Math.min(n, N);
            sum += Math.abs(heights[n - 1]);
        }
        double unit = Math.pow(2, 0.5 * LEVEL) / sum;
        for (int n = COUNT; n > 0; n--) {
            int other = (int) (Hash.uniform(seed, 2, n) * n);
            double height = heights[other] * unit;
            heights[other] = heights[n - 1];
            heights[n - 1] = height;
        }
    }

    /** Where they begin, change sign and end; a fresh array, exact. */
    static double[] breakpoints() {
        double[] breakpoints = new double[2 * COUNT + 1];
        Arrays.setAll(breakpoints, i -> Math.scalb(2.0 * FIRST + i, -LEVEL - 1));
        return breakpoints;
    }

    @Override
    public double applyAsDouble(double x) {
        double halves = Math.floor(Math.scalb(x, LEVEL + 1)) - 2.0 * FIRST;
        if (!(halves >= 0 && halves < 2 * COUNT)) {
            return 0;
        }
        int half = (int) halves;
        return half % 2 == 0 ? heights[half / 2] : -heights[half / 2];
    }
}
