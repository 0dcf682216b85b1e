package org.epsilonet.families.splines.wedgelet;

import org.jspecify.annotations.Nullable;

/**
 * A near-best chord through a block of samples, from coarse to fine: first all chords between at most {@value #COARSE}
 * points of each side, then moves of both ends by half the step and so on down to single samples, as long as they gain.
 * A chord is judged by what the two polynomials explain of the sum of squares, from sums along rows, so a chord costs
 * one step per row and the search \(O(352\,n + n\log n)\) on \(n \times n\) samples: \(O(N\log N)\) over all dyadic
 * cells, with the constant of the small ones.
 *
 * <p>Kind of answer: heuristic, a local optimum in the end points from the best of a full coarse search; the best of
 * all chords where a side has at most {@value #COARSE} samples. Not thread-safe.
 */
final class ChordSearch {
    private static final int COARSE = 8;
    private static final int[][] MOVES = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, 1}, {1, -1}, {-1, -1}, {1, 1}};

    private final RowSums sums;
    private final int degree;
    private final SecondMoments total = new SecondMoments();
    private final SecondMoments piece = new SecondMoments();
    private int row;
    private int column;
    private int rows;
    private int columns;
    private double mean;
    private Outline outline = new Outline(1, 1);
    private double gain;

    ChordSearch(RowSums sums, int degree) {
        this.sums = sums;
        this.degree = degree;
    }

    /**
     * Searches a block.
     *
     * @return the chord, on the outline of the block; null if no chord gains anything
     */
    @Nullable
    Chord best(int row, int column, int rows, int columns) {
        this.row = row;
        this.column = column;
        this.rows = rows;
        this.columns = columns;
        this.outline = new Outline(rows, columns);
        this.mean = 0;
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += sums.sum(row + i, column, column + columns);
        }
        this.mean = sum / ((double) rows * columns);
        total.clear();
        for (int i = 0; i < rows; i++) {
            add(total, i, 0, columns);
        }
        this.gain = total.explained(degree);
        Chord chord = coarse();
        for (long step = Math.max(rows, columns) / COARSE; chord != null && step >= 1; step /= 2) {
            chord = moved(chord, step);
        }
        return chord;
    }

    private @Nullable Chord coarse() {
        long[] points = new long[Outline.SIDES * COARSE];
        int n = 0;
        for (int side = 0; side < Outline.SIDES; side++) {
            long length = outline.length(side);
            long count = Math.min(COARSE, length);
            for (long k = 0; k < count; k++) {
                points[n++] = outline.start(side) + k * length / count;
            }
        }
        Chord best = null;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                best = gains(points[i], points[j]) ? new Chord(points[i], points[j]) : best;
            }
        }
        return best;
    }

    private Chord moved(Chord start, long step) {
        Chord chord = start;
        boolean moving = true;
        while (moving) {
            moving = false;
            for (int[] move : MOVES) {
                long a = Math.floorMod(chord.from() + move[0] * step, outline.points());
                long b = Math.floorMod(chord.to() + move[1] * step, outline.points());
                if (gains(a, b)) {
                    chord = outline.chord(a, b);
                    moving = true;
                    break;
                }
            }
        }
        return chord;
    }

    /** Whether a chord explains more than all before, by more than rounding. */
    private boolean gains(long a, long b) {
        if (!outline.isCutBy(a, b)) {
            return false;
        }
        Cut cut = new Cut(outline, outline.chord(a, b));
        piece.clear();
        for (int i = 0; i < rows; i++) {
            int middle = (int) cut.before(i);
            if (cut.pieceBefore(i) == 0) {
                add(piece, i, 0, middle);
            } else {
                add(piece, i, middle, columns);
            }
        }
        double explained = piece.explained(degree) + total.explainedWithout(piece, degree);
        if (explained > gain * (1 + 1e-12)) {
            gain = explained;
            return true;
        }
        return false;
    }

    /** Columns from..to-1 of a row, in coordinates about the centre of the block and values about its mean. */
    private void add(SecondMoments moments, int i, int from, int to) {
        int n = to - from;
        if (n > 0) {
            double r = i + 0.5 - 0.5 * rows;
            double c = 0.5 * (from + to) - 0.5 * columns;
            double f = sums.sum(row + i, column + from, column + to) - mean * n;
            double cf = degree == 0
                    ? 0
                    : sums.moment(row + i, column + from, column + to, column + 0.5 * columns) - mean * n * c;
            moments.add(n, r, c, f, cf);
        }
    }
}
