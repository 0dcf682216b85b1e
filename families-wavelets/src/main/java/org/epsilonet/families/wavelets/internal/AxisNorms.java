package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;

/**
 * Operator norms of the synthesis of samples from the coefficients of one level alone, along one axis: \(\|\cdot\|_1\)
 * (the largest \(\ell^1\) norm of an atom) and \(\|\cdot\|_\infty\) (the largest sum of absolute values of atoms at a
 * sample). They are upper bounds: exact sums over a block of levels at a time, on a {@linkplain Cascade#shortened shortened}
 * vector, multiplied over blocks.
 */
final class AxisNorms {
    private static final int BLOCK = 8;

    /** Blocks of fewer levels for wide atoms, whose sums would take seconds. */
    private static final int SHORT_BLOCK = 6;

    private static final int WIDE = 32;

    /** Covers the rounding of the sums, which is below 10^-12 of them. */
    private static final double OUTWARD = 1 + 0x1p-30;

    private final boolean orthonormal;
    private double coarseSup;
    private final double[] lowSup;
    private final double[] highSup;
    private final double[] lowOne;
    private final double[] highOne;

    private AxisNorms(Cascade cascade, boolean orthonormal) {
        int depth = cascade.depth();
        this.orthonormal = orthonormal;
        this.lowSup = filledWithOnes(depth + 1);
        this.highSup = filledWithOnes(depth + 1);
        this.lowOne = filledWithOnes(depth + 1);
        this.highOne = filledWithOnes(depth + 1);
    }

    private static double[] filledWithOnes(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    static AxisNorms of(Cascade cascade, WaveletSystem system) {
        AxisNorms norms = new AxisNorms(cascade, system.isOrthonormal());
        int block = system.reach() > WIDE ? SHORT_BLOCK : BLOCK;
        int first = 0;
        for (; first + block < cascade.depth(); first += block) {
            norms.addBlock(cascade, first, block, system.reach());
        }
        norms.addBlock(cascade, first, cascade.depth() - first, system.reach());
        norms.coarseSup = norms.lowSup[first] * coarseSup(cascade, first);
        return norms;
    }

    /** \(\|\cdot\|_\infty\) of the synthesis from the details (or the low-pass part) after so many levels. */
    double sup(int level, boolean high) {
        return high ? highSup[level] : lowSup[level];
    }

    /** A bound on \(\|\cdot\|_2\): 1 for orthonormal systems, else the root of the product of the other two. */
    double two(int level, boolean high) {
        return orthonormal ? 1 : Math.sqrt(sup(level, high) * (high ? highOne[level] : lowOne[level])) * OUTWARD;
    }

    /** \(\|\cdot\|_\infty\) of the synthesis from the coarse polynomials. */
    double coarseSup() {
        return coarseSup;
    }

    /** From the coarse polynomials through the last block, which is short enough to be left as it is. */
    private static double coarseSup(Cascade cascade, int first) {
        double[] sums = new double[cascade.lows(first)];
        double[] scratch = new double[sums.length];
        for (int r = 0; r < cascade.lows(cascade.depth()); r++) {
            double[] x = new double[sums.length];
            x[r] = 1;
            cascade.synthesizeCoarse(x, 0, scratch);
            for (int i = cascade.depth() - 1; i >= first; i--) {
                cascade.level(i).synthesize(x, 0, scratch);
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Math.abs(x[i]);
            }
        }
        return Arrays.stream(sums).max().orElseThrow() * OUTWARD;
    }

    private void addBlock(Cascade cascade, int first, int count, int reach) {
        if (count == 0) {
            return;
        }
        Level[] levels = cascade.shortened(first, count, reach);
        for (int t = 1; t <= count; t++) {
            int level = first + t;
            lowSup[level] = lowSup[first] * sup(levels, t, false, reach);
            highSup[level] = lowSup[first] * sup(levels, t, true, reach);
            if (!orthonormal) {
                lowOne[level] = lowOne[first] * one(levels, t, false, reach);
                highOne[level] = lowOne[first] * one(levels, t, true, reach);
            }
        }
    }

    /** Sums of absolute values, from classes of atoms with disjoint supports. */
    private static double sup(Level[] levels, int t, boolean high, int reach) {
        int offset = high ? levels[t - 1].lows() : 0;
        int count = high ? levels[t - 1].length() - offset : levels[t - 1].lows();
        double[] sums = new double[levels[0].length()];
        for (int r = 0; r < Math.min(reach, count); r++) {
            double[] x = new double[sums.length];
            for (int k = r; k < count; k += reach) {
                x[offset + k] = 1;
            }
            synthesize(levels, t, x);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Math.abs(x[i]);
            }
        }
        return Arrays.stream(sums).max().orElseThrow() * OUTWARD;
    }

    /** Sizes of single atoms: those at the ends and one of the equal ones inside. */
    private static double one(Level[] levels, int t, boolean high, int reach) {
        int offset = high ? levels[t - 1].lows() : 0;
        int count = high ? levels[t - 1].length() - offset : levels[t - 1].lows();
        double largest = 0;
        for (int k = 0; k < count; k++) {
            if (k < reach || k >= count - reach || k == count / 2) {
                double[] x = new double[levels[0].length()];
                x[offset + k] = 1;
                synthesize(levels, t, x);
                double sum = 0;
                for (double v : x) {
                    sum += Math.abs(v);
                }
                largest = Math.max(largest, sum);
            }
        }
        return largest * OUTWARD;
    }

    private static void synthesize(Level[] levels, int t, double[] x) {
        double[] scratch = new double[x.length];
        for (int i = t - 1; i >= 0; i--) {
            levels[i].synthesize(x, 0, scratch);
        }
    }
}
