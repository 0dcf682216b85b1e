package org.epsilonet.families.splines.wedgelet;

/**
 * The boundary of a cell of {@code rows} by {@code columns} steps: its \(2(rows+columns)\) lattice points, numbered
 * clockwise from the corner (0, 0): along row 0 to the right, down, back to the left, up. Every side has its first corner.
 *
 * @param rows the extent in the first coordinate, {@code >= 1}
 * @param columns the extent in the second coordinate, {@code >= 1}
 */
record Outline(long rows, long columns) {
    static final int SIDES = 4;

    /** The number of lattice points. */
    long points() {
        return 2 * (rows + columns);
    }

    /** The number of lattice points of a side, its last corner left out. */
    long length(int side) {
        return side % 2 == 0 ? columns : rows;
    }

    /** Where a side begins. */
    long start(int side) {
        return (side + 1) / 2 * columns + side / 2 * rows;
    }

    /** The side of a point. */
    int side(long point) {
        return point < columns ? 0 : point < columns + rows ? 1 : point < 2 * columns + rows ? 2 : 3;
    }

    /** The first coordinate of a point, in 0..rows. */
    long row(long point) {
        return switch (side(point)) {
            case 0 -> 0;
            case 1 -> point - columns;
            case 2 -> rows;
            default -> points() - point;
        };
    }

    /** The second coordinate of a point, in 0..columns. */
    long column(long point) {
        return switch (side(point)) {
            case 0 -> point;
            case 1 -> columns;
            case 2 -> 2 * columns + rows - point;
            default -> 0;
        };
    }

    /** The lattice point with these coordinates, which are on the boundary. */
    long point(long row, long column) {
        if (row == 0 && column < columns) {
            return column;
        }
        if (column == columns && row < rows) {
            return columns + row;
        }
        return row == rows && column > 0 ? 2 * columns + rows - column : points() - row;
    }

    /** A chord of the transposed outline, on this one. */
    Chord transposed(Chord chord) {
        Outline other = new Outline(columns, rows);
        return chord(
                point(other.column(chord.from()), other.row(chord.from())),
                point(other.column(chord.to()), other.row(chord.to())));
    }

    /**
     * Whether two points cut the cell in two: they are not on one side, corners included.
     *
     * @param a a point
     * @param b a point
     */
    boolean isCutBy(long a, long b) {
        return row(a) == row(b)
                ? row(a) > 0 && row(a) < rows && a != b
                : column(a) != column(b) || (column(a) > 0 && column(a) < columns);
    }

    /** The chord between two points that cut the cell. */
    Chord chord(long a, long b) {
        return new Chord(Math.min(a, b), Math.max(a, b));
    }

    /** The number of chords from one side to a later one; for neighbours the common corner is left out. */
    long chords(int first, int second) {
        return choicesOnFirst(first, second) * choicesOnSecond(first, second);
    }

    long choicesOnFirst(int first, int second) {
        return length(first) - (first == 0 && second == 3 ? 1 : 0);
    }

    long choicesOnSecond(int first, int second) {
        return length(second) - (second == first + 1 ? 1 : 0);
    }

    /** The number of all chords; \(6n^2-4n\) on a square. A double, as it may be above \(2^{63}\). */
    double chords() {
        double n = rows;
        double m = columns;
        return n * n + m * m + 2 * (n * (m - 1) + m * (n - 1));
    }
}
