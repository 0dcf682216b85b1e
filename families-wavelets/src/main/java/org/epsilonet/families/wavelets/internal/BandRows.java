package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;

/**
 * The rows of a band matrix that repeats itself between its two ends: row \(r\) inside is row \(r - p\) moved by some
 * columns. So a matrix of size \(2^{50}\) is known from a small one with the same ends. Immutable.
 */
final class BandRows {
    /** A row without its outer zeros. */
    private record Row(long start, double[] weights) {
        static Row of(double[] full) {
            int from = 0;
            int to = full.length;
            while (from < to && full[from] == 0) {
                from++;
            }
            while (to > from && full[to - 1] == 0) {
                to--;
            }
            return new Row(from, Arrays.copyOfRange(full, from, to));
        }

        Row moved(long columns) {
            return new Row(start + columns, weights);
        }
    }

    private final int logPeriod;
    private final int shift;
    private final Row[] left;
    private final Row[] inside;
    private final Row[] right;
    private final long rightFrom;

    /**
     * @param small the matrix for a short interval, or the whole matrix if it has so many rows
     * @param margin how many rows at each end are their own, a multiple of the period
     * @param logPeriod log2 of the period \(p\)
     * @param shift by how many columns a row is moved after a period
     * @param rows the number of rows there really are
     */
    BandRows(double[][] small, int margin, int logPeriod, int shift, long rows) {
        this.logPeriod = logPeriod;
        this.shift = shift;
        boolean whole = rows == small.length;
        int ends = whole ? small.length : margin;
        this.left = Arrays.stream(small, 0, ends).map(Row::of).toArray(Row[]::new);
        this.rightFrom = whole ? rows : rows - margin;
        long further = (rows - small.length >> logPeriod) * shift;
        this.right = Arrays.stream(small, whole ? ends : small.length - margin, small.length)
                .map(full -> Row.of(full).moved(further))
                .toArray(Row[]::new);
        int middle = small.length / 2 >> logPeriod;
        this.inside = Arrays.stream(small, middle << logPeriod, (middle << logPeriod) + (whole ? 0 : 1 << logPeriod))
                .map(full -> Row.of(full).moved(-(long) middle * shift))
                .toArray(Row[]::new);
    }

    /** Whether a row is one of those that repeat. */
    boolean repeats(long row) {
        return row >= left.length && row < rightFrom;
    }

    /** How many rows at an end are their own. */
    int margin() {
        return left.length;
    }

    /** Whether the rows that repeat are the same as another matrix's. */
    boolean repeatsLike(BandRows other) {
        boolean same = inside.length > 0 && inside.length == other.inside.length && shift == other.shift;
        for (int i = 0; same && i < inside.length; i++) {
            same = Arrays.equals(inside[i].weights(), other.inside[i].weights());
            same &= inside[i].start() == other.inside[i].start();
        }
        return same;
    }

    private Row end(long row) {
        return row < left.length ? left[(int) row] : right[(int) (row - rightFrom)];
    }

    private Row insideLike(long row) {
        return inside[(int) (row & (1L << logPeriod) - 1)];
    }

    /** The column of the first weight of a row. */
    long start(long row) {
        return repeats(row) ? insideLike(row).start() + (row >> logPeriod) * shift : end(row).start();
    }

    /** The weights of a row; not to be changed. */
    double[] weights(long row) {
        return repeats(row) ? insideLike(row).weights() : end(row).weights();
    }

    /** The first column that rows {@code from..to-1} use; if they use none, at least {@link #lastColumn}. */
    long firstColumn(long from, long to) {
        long end = repeats(from) && repeats(to - 1) ? Math.min(to, from + inside.length) : to;
        long first = Long.MAX_VALUE;
        for (long row = from; row < end; row++) {
            first = weights(row).length > 0 ? Math.min(first, start(row)) : first;
        }
        return first;
    }

    /** The column behind the last that rows {@code from..to-1} use. */
    long lastColumn(long from, long to) {
        long begin = repeats(from) && repeats(to - 1) ? Math.max(from, to - inside.length) : from;
        long last = Long.MIN_VALUE;
        for (long row = begin; row < to; row++) {
            last = weights(row).length > 0 ? Math.max(last, start(row) + weights(row).length) : last;
        }
        return last;
    }

    /**
     * Adds the products of rows with a vector: {@code y[i] += row(from + i) * x}.
     *
     * @param from the first row
     * @param count how many rows
     * @param x the vector from column {@code base} on
     * @param base the column of {@code x[0]}
     * @param y receives the sums
     */
    void addProducts(long from, int count, double[] x, long base, double[] y) {
        if (!repeats(from) || !repeats(from + count - 1)) {
            for (int i = 0; i < count; i++) {
                addProduct(weights(from + i), x, (int) (start(from + i) - base), y, i);
            }
            return;
        }
        int period = inside.length;
        for (int phase = 0; phase < period; phase++) {
            int first = (int) (phase - from & period - 1);
            Row row = insideLike(phase);
            int at = (int) (row.start() + (from + first >> logPeriod) * shift - base);
            for (int i = first; i < count; i += period) {
                addProduct(row.weights(), x, at, y, i);
                at += shift;
            }
        }
    }

    private static void addProduct(double[] weights, double[] x, int at, double[] y, int i) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * x[at + k];
        }
        y[i] += sum;
    }
}
