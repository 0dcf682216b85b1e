package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;

/**
 * Evaluates a sum of deep atoms: at every scale it keeps the window of low-pass coefficients that the point depends on,
 * that of the point before where it is the same. Below the finest detail near a point the scales are passed several at a
 * time ({@link InsideSynthesis}). The value at a point does not depend on the points before. Not thread-safe.
 *
 * <p><b>Cost:</b> for a point far from the one before \(O(N^2)\) for every scale with details near it, with \(N\)
 * vanishing moments, and every six without. For points in increasing order windows are shared, and a point whose place
 * within its cell was seen lately costs \(O(N)\).
 */
final class DeepSynthesis {
    private static final double ROOT_OF_SAMPLES = 0x1p25;
    /** The logarithm of how many rows of weights are kept: a composite rule comes to the same places within cells again and again. */
    private static final int KEPT_ROWS_LOG = 12;

    private final DeepCascade cascade;
    private final InsideSynthesis inside;
    private final DeepStructure structure;
    private final double[] parameters;
    private final double[] interpolation;
    /** No scale from this one on has details. */
    private final int finest;

    private final long[] from = new long[DeepCascade.FINEST + 1];
    private final long[] to = new long[DeepCascade.FINEST + 1];
    private final double[][] lows = new double[DeepCascade.FINEST + 1][64];
    private double[] highs = new double[64];
    /** At every scale no detail is in gapFrom..gapTo-1. */
    private final long[] gapFrom = new long[DeepCascade.FINEST];

    private final long[] gapTo = new long[DeepCascade.FINEST];
    private final long[] keys = new long[1 << KEPT_ROWS_LOG];
    private final double[][] rows = new double[1 << KEPT_ROWS_LOG][];

    DeepSynthesis(DeepStructure structure, double[] parameters) {
        this.cascade = structure.dictionary().cascade();
        this.inside = cascade.inside();
        this.structure = structure;
        this.parameters = parameters;
        this.interpolation = new double[cascade.system().interpolationPoints()];
        double[] coarsest = new double[1 << cascade.coarsest()];
        for (int i = 0; i < structure.end(cascade.coarsest() - 1); i++) {
            coarsest[(int) structure.atom(i)] = parameters[i];
        }
        cascade.synthesizeCoarse(coarsest);
        lows[cascade.coarsest()] = coarsest;
        int j = DeepCascade.FINEST;
        while (j > cascade.coarsest() && structure.end(j - 1) == structure.end(j - 2)) {
            j--;
        }
        this.finest = j;
    }

    /** The value at a point. */
    double at(double x) {
        long place = InsideSynthesis.place(x);
        int scale = DeepCascade.FINEST;
        long begin = inside.begin(scale, place);
        if (!inside.contains(scale, begin)) {
            return nearAnEnd(x);
        }
        scale = scaleAt(place);
        begin = inside.begin(scale, place);
        for (int j = moveTo(scale, begin, begin + inside.width()); j < scale; j++) {
            refine(j);
        }
        return sum(row(scale, place), lows[scale]);
    }

    private double nearAnEnd(double x) {
        int scale = DeepCascade.FINEST;
        long begin = Interpolation.weights(x, 1L << scale, interpolation);
        for (int j = moveTo(scale, begin, begin + interpolation.length); j < scale; j++) {
            refine(j);
        }
        return sum(interpolation, lows[scale]);
    }

    private static double sum(double[] weights, double[] lows) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * lows[i];
        }
        return sum * ROOT_OF_SAMPLES;
    }

    /** The coarsest scale below which no details are near. */
    private int scaleAt(long place) {
        int j = DeepCascade.FINEST;
        long begin = inside.begin(j, place);
        while (j > inside.coarsest() && inside.contains(j, begin) && (j > finest || !hasDetails(j - 1, begin))) {
            j--;
            begin = inside.begin(j, place);
        }
        return j;
    }

    /** The weights of the window of a scale in the value at a place. */
    private double[] row(int scale, long place) {
        // A key is never 0: scales are not.
        long key =
                (long) scale << InsideSynthesis.PLACE_BITS + 1 | place & (1L << InsideSynthesis.PLACE_BITS - scale) - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 64 - KEPT_ROWS_LOG);
        if (keys[slot] != key) {
            rows[slot] = inside.weights(scale, place);
            keys[slot] = key;
        }
        return rows[slot];
    }

    /** Whether the window one scale finer that begins at {@code a} may depend on details of this scale. */
    private boolean hasDetails(int j, long a) {
        long low = inside.firstDetail(a);
        long high = inside.lastDetail(a);
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
            if (b - a == inside.width() && inside.contains(j, a)) {
                a = inside.coarser(a);
                b = a + inside.width();
            } else {
                BandRows fromLow = cascade.level(j - 1).fromLow();
                long low = fromLow.firstColumn(a, b);
                b = fromLow.lastColumn(a, b);
                a = low;
            }
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
