package org.epsilonet.families.splines.wedgelet;

import java.util.Arrays;

/**
 * The two pieces of a cut cell. A point \((r, c)\), in steps from the cell's corner, is in piece 0 if
 * \((c_1-c_0)(r-r_0) \ge (r_1-r_0)(c-c_0)\), else in piece 1: piece 1 is what the outline encloses on its way from the
 * first end of the chord to the second. Along a row a piece is an interval.
 */
final class Cut {
    private final Outline outline;
    private final Chord chord;
    private final long r0;
    private final long c0;
    private final long down;
    private final long right;

    Cut(Outline outline, Chord chord) {
        this.outline = outline;
        this.chord = chord;
        this.r0 = outline.row(chord.from());
        this.c0 = outline.column(chord.from());
        this.down = outline.row(chord.to()) - r0;
        this.right = outline.column(chord.to()) - c0;
    }

    /** The piece of a point. Monotone along rows and columns in floating point too, as every rounding is. */
    int piece(double r, double c) {
        return right * (r - r0) >= down * (c - c0) ? 0 : 1;
    }

    /** How many of the sample centres of a row come before the line. */
    long before(long row) {
        long right2 = right * (2 * (row - r0) + 1);
        if (down == 0) {
            return outline.columns();
        }
        // Centre c + 1/2 is in piece 0 iff down (2 (c - c0) + 1) <= right2.
        long bound = Math.floorDiv(right2, down);
        long count = down > 0 ? Math.floorDiv(bound + 1, 2) + c0 : -Math.floorDiv(-(ceiling(right2, down) - 1), 2) + c0;
        return Math.max(0, Math.min(outline.columns(), count));
    }

    /** The piece of the samples before the line. */
    int pieceBefore(long row) {
        return down == 0 ? (right * (2 * (row - r0) + 1) >= 0 ? 0 : 1) : down > 0 ? 0 : 1;
    }

    private static long ceiling(long a, long b) {
        return -Math.floorDiv(-a, b);
    }

    /** The corners of a piece, as pairs (row, column), clockwise. */
    double[] corners(int piece) {
        long from = piece == 1 ? chord.from() : chord.to();
        long to = piece == 1 ? chord.to() : chord.from() + outline.points();
        double[] corners = new double[2 * (2 + 2 * Outline.SIDES)];
        int n = put(corners, 0, from);
        for (int side = 0; side < 2 * Outline.SIDES; side++) {
            long corner = outline.start(side % Outline.SIDES) + (side < Outline.SIDES ? 0 : outline.points());
            if (corner > from && corner < to) {
                n = put(corners, n, corner % outline.points());
            }
        }
        n = put(corners, n, to % outline.points());
        return Arrays.copyOf(corners, n);
    }

    private int put(double[] corners, int n, long point) {
        corners[n] = outline.row(point);
        corners[n + 1] = outline.column(point);
        return n + 2;
    }
}
