package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;

/**
 * Evaluates a sum of deep atoms: at every scale it keeps the few low-pass coefficients that the point depends on, those
 * of the point before where they are the same. Below the finest detail near a point the scales are passed several at a
 * time ({@link InsideSynthesis}). The value at a point does not depend on the points before. Not thread-safe.
 *
 * <p><b>Cost:</b> for a point far from the one before \(O(N^2)\) for every scale with details near it, with \(N\)
 * vanishing moments, and every six without; for points in increasing order the coarse scales are shared.
 */
final class DeepSynthesis {
    private static final double ROOT_OF_SAMPLES = 0x1p25;

    private final DeepCascade cascade;
    private final DeepStructure structure;
    private final double[] parameters;
    private final double[] interpolation;
    private final double[] coarsest;
    private final long[] from = new long[DeepCascade.FINEST + 1];
    private final long[] to = new long[DeepCascade.FINEST + 1];
    private final double[][] lows = new double[DeepCascade.FINEST + 1][64];
    private double[] highs = new double[64];
    private final double[] window;
    private final double[] scratch;
    /** At every scale no detail is in gapFrom..gapTo-1. */
    private final long[] gapFrom = new long[DeepCascade.FINEST];

    private final long[] gapTo = new long[DeepCascade.FINEST];

    DeepSynthesis(DeepStructure structure, double[] parameters) {
        this.cascade = structure.dictionary().cascade();
        this.structure = structure;
        this.parameters = parameters;
        this.interpolation = new double[cascade.system().interpolationPoints()];
        this.coarsest = new double[1 << cascade.coarsest()];
        for (int i = 0; i < structure.end(cascade.coarsest() - 1); i++) {
            coarsest[(int) structure.atom(i)] = parameters[i];
        }
        cascade.synthesizeCoarse(coarsest);
        lows[cascade.coarsest()] = coarsest;
        this.window = new double[cascade.inside().width()];
        this.scratch = new double[window.length];
    }

    /** The value at a point. */
    double at(double x) {
        InsideSynthesis inside = cascade.inside();
        int finest = DeepCascade.FINEST;
        long a = Interpolation.weights(x, 1L << finest, interpolation);
        int scale = finest;
        long parities = 0;
        while (scale > inside.coarsest() && inside.contains(scale, a) && !hasDetails(scale - 1, a)) {
            parities |= (a & 1) << finest - scale;
            a = inside.coarser(a);
            scale--;
        }
        long b = a + (scale == finest ? interpolation.length : inside.width());
        for (int j = moveTo(scale, a, b); j < scale; j++) {
            refine(j);
        }
        double[] samples = lows[finest];
        if (scale < finest) {
            inside.synthesize(lows[scale], finest - scale, parities, window, scratch);
            samples = window;
        }
        double sum = 0;
        for (int i = 0; i < interpolation.length; i++) {
            sum += interpolation[i] * samples[i];
        }
        return sum * ROOT_OF_SAMPLES;
    }

    /** Whether the window one scale finer that begins at {@code a} may depend on details of this scale. */
    private boolean hasDetails(int j, long a) {
        long low = cascade.inside().firstDetail(a);
        long high = cascade.inside().lastDetail(a);
        if (low >= gapFrom[j] && high <= gapTo[j]) {
            return false;
        }
        if (structure.end(j) == structure.end(j - 1)) {
            gapFrom[j] = Long.MIN_VALUE;
            gapTo[j] = Long.MAX_VALUE;
            return false;
        }
        int i = structure.firstFrom(j, (1L << j) + low);
        long next = i == structure.end(j) ? Long.MAX_VALUE : structure.atom(i) - (1L << j);
        if (next < high) {
            return true;
        }
        gapFrom[j] = i == structure.end(j - 1) ? Long.MIN_VALUE : structure.atom(i - 1) - (1L << j) + 1;
        gapTo[j] = next;
        return false;
    }

    /** Moves the windows of this scale and the coarser ones; returns the finest that is as it was. */
    private int moveTo(int scale, long first, long end) {
        int valid = cascade.coarsest();
        long a = first;
        long b = end;
        for (int j = scale; j > cascade.coarsest(); j--) {
            if (from[j] == a && to[j] == b) {
                valid = j;
                break;
            }
            from[j] = a;
            to[j] = b;
            BandRows rows = cascade.level(j - 1).fromLow();
            long low = rows.firstColumn(a, b);
            b = rows.lastColumn(a, b);
            a = low;
        }
        return valid;
    }

    /** The window of scale j + 1 from that of scale j and the details there. */
    private void refine(int j) {
        LocalLevel level = cascade.level(j);
        long base = j == cascade.coarsest() ? 0 : from[j];
        int count = (int) (to[j + 1] - from[j + 1]);
        if (lows[j + 1].length < count) {
            lows[j + 1] = new double[2 * count];
        }
        double[] finer = lows[j + 1];
        Arrays.fill(finer, 0, count, 0);
        level.fromLow().addProducts(from[j + 1], count, lows[j], base, finer);
        if (structure.end(j) > structure.end(j - 1)) {
            BandRows fromHigh = level.fromHigh();
            long first = fromHigh.firstColumn(from[j + 1], to[j + 1]);
            if (detailsOf(j, first, fromHigh.lastColumn(from[j + 1], to[j + 1]))) {
                fromHigh.addProducts(from[j + 1], count, highs, first, finer);
            }
        }
    }

    /** Fills in the details of a window; false if there are none. */
    private boolean detailsOf(int j, long low, long high) {
        int i = structure.firstFrom(j, (1L << j) + low);
        int end = structure.end(j);
        if (low >= high || i == end || structure.atom(i) >= (1L << j) + high) {
            return false;
        }
        int count = (int) (high - low);
        if (highs.length < count) {
            highs = new double[2 * count];
        }
        Arrays.fill(highs, 0, count, 0);
        for (; i < end && structure.atom(i) < (1L << j) + high; i++) {
            highs[(int) (structure.atom(i) - (1L << j) - low)] = parameters[i];
        }
        return true;
    }
}
