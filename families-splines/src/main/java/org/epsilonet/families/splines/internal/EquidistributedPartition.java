package org.epsilonet.families.splines.internal;

import java.util.Arrays;

/**
 * Partitions whose pieces all have about the same error: from the left, every piece is taken as long as its error stays
 * below a threshold, and the threshold is bisected for the number of pieces.
 *
 * <p>A piece is extended by aligned blocks of atoms of doubling, then halving size, whose merged states are kept: \(O(k^2
 * \log)\) per piece. In the supremum norm, if errors were exact (as for degree 0), no partition into as many pieces would
 * be better. In \(L^2\), equal errors are near-best: pieces of a best partition obey the same balance up to constants.
 */
final class EquidistributedPartition {
    private static final int MOST_BISECTIONS = 60;
    /** Bisection stops when the threshold is known to this relative accuracy. */
    private static final double ACCURACY = 1e-4;
    /** From so many pieces on, one in 64 may remain unused. */
    private static final int MANY_PIECES = 4096;

    private final Atoms atoms;
    private final int stride;
    private final double[][] levels;
    private final double[] piece;
    private final double[] trial;

    EquidistributedPartition(Atoms atoms) {
        this.atoms = atoms;
        this.stride = atoms.stride;
        this.piece = new double[stride];
        this.trial = new double[stride];
        int depth = 32 - Integer.numberOfLeadingZeros(atoms.count());
        this.levels = new double[depth][];
        levels[0] = atoms.states;
        for (int level = 1; level < depth; level++) {
            int blocks = atoms.count() >> level;
            double[] below = levels[level - 1];
            levels[level] = new double[blocks * stride];
            for (int b = 0; b < blocks; b++) {
                atoms.merging.merge(below, 2 * b * stride, below, (2 * b + 1) * stride, levels[level], b * stride);
            }
        }
    }

    /**
     * At most {@code pieces} pieces with the smallest threshold.
     *
     * @param rounding an error that is only rounding
     * @return ends of the pieces, as numbers of atoms
     */
    int[] into(int pieces, double rounding) {
        int[] ends = new int[pieces + 1];
        int found = sweep(rounding, ends);
        if (found > 0) {
            return Arrays.copyOf(ends, found + 1);
        }
        double high = Math.max(whole(), 2 * rounding);
        double low = Math.max(rounding, Double.MIN_NORMAL);
        int[] best = {0, atoms.count()};
        for (int i = 0; i < MOST_BISECTIONS && high > low * (1 + ACCURACY); i++) {
            double threshold = Math.sqrt(low) * Math.sqrt(high);
            found = sweep(threshold, ends);
            if (found > 0) {
                best = Arrays.copyOf(ends, found + 1);
                high = threshold;
                if (pieces >= MANY_PIECES && found >= pieces - pieces / 64) {
                    break;
                }
            } else {
                low = threshold;
            }
        }
        return best;
    }

    private double whole() {
        double[] state = atoms.state(0);
        double largest = Merging.error(state, 0);
        int position = 1;
        while (position < atoms.count()) {
            int level = Math.min(Integer.numberOfTrailingZeros(position), levels.length - 1);
            while (position + (1 << level) > atoms.count()) {
                level--;
            }
            atoms.merging.merge(state, 0, levels[level], (position >> level) * stride, state, 0);
            largest = Math.max(largest, Merging.error(state, 0));
            position += 1 << level;
        }
        return largest;
    }

    /** The pieces below a threshold, or 0 if they are more than there is room for. */
    private int sweep(double threshold, int[] ends) {
        int count = 0;
        int position = 0;
        while (position < atoms.count()) {
            if (count == ends.length - 1) {
                return 0;
            }
            position = pieceFrom(position, threshold);
            ends[++count] = position;
        }
        return count;
    }

    /** The end of the longest piece from an atom on whose error stays below the threshold. */
    private int pieceFrom(int first, double threshold) {
        System.arraycopy(atoms.states, first * stride, piece, 0, stride);
        int position = first + 1;
        int level = 0;
        boolean doubling = true;
        while (level >= 0) {
            boolean aligned = level < levels.length && (position & ((1 << level) - 1)) == 0;
            if (aligned && position + (1 << level) <= atoms.count() && accepts(level, position, threshold)) {
                position += 1 << level;
                level += doubling && (position & ((2 << level) - 1)) == 0 ? 1 : 0;
                level -= doubling ? 0 : 1;
            } else {
                doubling = false;
                level--;
            }
        }
        return position;
    }

    private boolean accepts(int level, int position, double threshold) {
        atoms.merging.merge(piece, 0, levels[level], (position >> level) * stride, trial, 0);
        if (!(Merging.error(trial, 0) <= threshold)) {
            return false;
        }
        System.arraycopy(trial, 0, piece, 0, stride);
        return true;
    }
}
