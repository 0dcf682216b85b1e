package org.epsilonet.families.wavelets.internal;

import java.util.List;

/**
 * The whole transform of n numbers: levels from the finest to the coarsest, then an orthogonal matrix on the coarsest
 * low-pass coefficients whose first rows are the orthonormal polynomials among them, by degree. Coefficients come out
 * coarsest first. Immutable.
 */
final class Cascade {
    private final int length;
    private final List<Level> levels;
    private final double[][] coarse;

    /**
     * @param length how many numbers
     * @param levels each as long as the low-pass part of the one before
     * @param coarse orthonormal rows, as many as the last low-pass part has numbers, or none
     */
    Cascade(int length, List<Level> levels, double[][] coarse) {
        this.length = length;
        this.levels = List.copyOf(levels);
        this.coarse = coarse;
    }

    /** At most so many levels of it, and nothing done to the coarsest numbers. */
    Cascade levelsOnly(int most) {
        int kept = Math.min(most, depth());
        return new Cascade(length, levels.subList(0, kept), new double[0][]);
    }

    /** How many numbers are transformed. */
    int length() {
        return length;
    }

    /** How many levels there are. */
    int depth() {
        return levels.size();
    }

    /** How many low-pass coefficients are left after the given number of levels. */
    int lows(int level) {
        return level == 0 ? length : levels.get(level - 1).lows();
    }

    /** Level {@code i}, 0 is the finest. */
    Level level(int i) {
        return levels.get(i);
    }

    /**
     * Successive levels on a vector shortened by a multiple of two to the number of these levels, which keeps both ends, all
     * parities and at least one period of the interior.
     *
     * @param first the finest of them
     * @param count how many
     * @param reach atoms whose indices differ by so much have disjoint supports
     */
    Level[] shortened(int first, int count, int reach) {
        int period = 1 << count;
        int length = level(first).length();
        int enough = (2 * reach + 2) * period;
        if (length > enough) {
            length -= (length - enough) / period * period;
        }
        Level[] shortened = new Level[count];
        for (int t = 0; t < count; t++) {
            shortened[t] = level(first + t).resized(t == 0 ? length : shortened[t - 1].lows());
        }
        return shortened;
    }

    /** Multiplies the coarsest numbers by the coarse matrix. */
    void analyzeCoarse(double[] x, int offset, double[] scratch) {
        int n = coarse.length;
        for (int r = 0; r < n; r++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += coarse[r][k] * x[offset + k];
            }
            scratch[r] = sum;
        }
        System.arraycopy(scratch, 0, x, offset, n);
    }

    /** Multiplies the coarsest coefficients by the transposed coarse matrix. */
    void synthesizeCoarse(double[] x, int offset, double[] scratch) {
        int n = coarse.length;
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int r = 0; r < n; r++) {
                sum += coarse[r][k] * x[offset + r];
            }
            scratch[k] = sum;
        }
        System.arraycopy(scratch, 0, x, offset, n);
    }
}
