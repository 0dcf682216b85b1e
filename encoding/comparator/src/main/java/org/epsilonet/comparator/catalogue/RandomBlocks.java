package org.epsilonet.comparator.catalogue;

import java.util.function.ToDoubleFunction;

/**
 * The hard element of smoothness \(s\) on the cube, as {@link Interleaved} on the interval: the cube is cut into blocks, each
 * has a level \(j\) of its own, in random order, and in it cubes of side \(2^{-j}\) carry bumps of height \(2^{-js}\) (tensor
 * products of the profile) with random signs. The bumps do not overlap; with a continuous profile the function vanishes
 * on the boundary of the cube, so that it is an element on the torus as well.
 *
 * <p>\(n\) bumps of one level are \(n\) bits of size \(n^{-s/d}\) in every \(L^p\): for almost every choice of signs no
 * ∞-encodable family is faster than \(M^{-s/d}\), for budgets up to about \(2^{8d}\).
 */
final class RandomBlocks implements ToDoubleFunction<double[]> {
    private static final int LEVELS = 8;

    private final int dimension;
    private final int coarsest;
    private final long seed;
    private final Profile profile;
    private final int[] level;
    private final double[] amplitude;

    /**
     * @param dimension \(d\), 2 or 3
     * @param smoothness \(s > 0\); the coarsest bumps have height 1
     * @param profile the shape along each axis
     * @param seed of the signs and of the order of the levels
     */
    RandomBlocks(int dimension, double smoothness, Profile profile, long seed) {
        this.dimension = dimension;
        this.coarsest = dimension == 2 ? 2 : 1;
        this.seed = seed;
        this.profile = profile;
        this.level = new int[1 << coarsest * dimension];
        this.amplitude = new double[coarsest + LEVELS];
        for (int block = 0; block < level.length; block++) {
            int other = (int) (Hash.uniform(seed, 0, block) * (block + 1));
            level[block] = level[other];
            level[other] = coarsest + block % LEVELS;
        }
        for (int j = coarsest; j < amplitude.length; j++) {
            amplitude[j] = Math.pow(2, (coarsest - j) * smoothness);
        }
    }

    @Override
    public double applyAsDouble(double[] x) {
        int side = 1 << coarsest;
        int block = 0;
        for (int i = 0; i < dimension; i++) {
            block = block << coarsest | Math.min(side - 1, (int) (x[i] * side));
        }
        int j = level[block];
        long cell = 0;
        double value = amplitude[j];
        for (int i = 0; i < dimension; i++) {
            double t = x[i] * (1 << j);
            int k = (int) t;
            cell = cell << j | k;
            value *= profile.at(t - k);
        }
        return Hash.sign(seed, j, cell) * value;
    }
}
