package org.epsilonet.comparator.catalogue;

import java.util.function.ToDoubleFunction;

/**
 * The sparse element of the Besov space \(B^s_{p,\tau}\) on the cube, as {@link Chirp} on the interval: on every level
 * \(j\) one bump, on the cube \(t + [2^{-j},2^{1-j}]^d\), of height \(2^{-j(s-d/p)}\) and random sign. Every level has norm
 * of order 1. Linear methods of \(M\) parameters miss the levels beyond \(\frac1d\log_2 M\) and err by
 * \(M^{-(s/d-1/p+1/2)}\) in \(L^2\).
 */
final class CornerChirp implements ToDoubleFunction<double[]> {
    private static final int COARSEST = 2;
    private static final int FINEST = 24;

    private final double corner;
    private final double[] height = new double[FINEST + 1];

    /**
     * @param excess \(s-d/p \ge 0\)
     * @param corner every coordinate of \(t\), at most 1/2
     * @param seed of the signs
     */
    CornerChirp(double excess, double corner, long seed) {
        this.corner = corner;
        for (int j = COARSEST; j <= FINEST; j++) {
            height[j] = Hash.sign(seed, j, 0) * Math.pow(2, -(j - COARSEST) * excess);
        }
    }

    @Override
    public double applyAsDouble(double[] x) {
        int j = level(x[0]);
        if (j < COARSEST || j > FINEST) {
            return 0;
        }
        double value = height[j];
        for (double coordinate : x) {
            if (level(coordinate) != j) {
                return 0;
            }
            value *= Profile.bump(Math.scalb(coordinate - corner, j) - 1);
        }
        return value;
    }

    /** The \(j\) with \(x-t \in [2^{-j},2^{1-j})\), 0 where there is none. */
    private int level(double coordinate) {
        return coordinate > corner ? -Math.getExponent(coordinate - corner) : 0;
    }
}
