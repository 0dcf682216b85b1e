package org.epsilonet.comparator.catalogue;

import java.util.function.DoubleUnaryOperator;

/**
 * The hard element of smoothness \(s\): random signs at every scale, the scales side by side.
 *
 * <p>[0, 1] is cut into {@value #CELLS} cells and every cell gets a level \(j\) of its own, in random order. In a cell of
 * level \(j\) the function is \(\sum_k \omega_k 2^{-js}\varphi(2^jx-k)\) with independent signs \(\omega_k\). The bumps
 * do not overlap, so the \(C^s\) norm is that of one bump, whatever the number of levels (a sum over levels would have
 * a norm that grows with their number when \(s\) is an integer).
 *
 * <p>Why it is hard: two choices of signs on level \(j\) that differ in a quarter of the places are \(c2^{-js}\) apart in
 * every \(L^p\), and there are \(2^{cn}\) of them, \(n = 2^j/16\) (Gilbert–Varshamov). A code of fewer than \(c'n\) bits
 * therefore misses almost all of them by \(c''n^{-s}\), whichever \(n\): for almost every choice of signs no
 * ∞-encodable family, linear or not, is faster than \(M^{-s}\). The levels stop at 2^-{@value #FINEST}, hence budgets
 * should stay below about \(2^{14}\).
 *
 * <p>With {@link Profile#STEP} and \(s = 1\) the total variation is bounded: the element that is hard for functions of
 * bounded variation beyond their jumps.
 */
final class Interleaved implements DoubleUnaryOperator {
    private static final int COARSEST = 4;
    static final int CELLS = 1 << COARSEST;
    static final int FINEST = COARSEST + CELLS - 1;

    private final long seed;
    private final Profile profile;
    private final int[] level = new int[CELLS];
    private final double[] amplitude = new double[FINEST + 1];

    /**
     * @param smoothness \(s > 0\); the coarsest bumps have height 1
     * @param profile the shape \(\varphi\)
     * @param seed of the signs and of the order of the levels
     */
    Interleaved(double smoothness, Profile profile, long seed) {
        this.seed = seed;
        this.profile = profile;
        for (int c = 0; c < CELLS; c++) {
            int other = (int) (Hash.uniform(seed, 0, c) * (c + 1));
            level[c] = level[other];
            level[other] = COARSEST + c;
            amplitude[COARSEST + c] = Math.pow(2, -c * smoothness);
        }
    }

    @Override
    public double applyAsDouble(double x) {
        int j = level[Math.min(CELLS - 1, (int) (x * CELLS))];
        double t = x * (1 << j);
        long k = (long) t;
        return Hash.sign(seed, j, k) * amplitude[j] * profile.at(t - k);
    }
}
