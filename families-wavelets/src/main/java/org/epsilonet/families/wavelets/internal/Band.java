package org.epsilonet.families.wavelets.internal;

/**
 * Coefficients of one level and one orientation: a rectangle of the transformed array, numbered row-major from {@code
 * offset} on. A band's tree parent is the band of the same orientation one level coarser.
 *
 * @param level number of levels synthesized from it; for the coarsest low-pass part 0 by convention
 * @param highRows whether it is high-pass across rows
 * @param highCols whether it is high-pass along rows
 * @param row0 first row of the rectangle
 * @param col0 first column
 * @param rows number of rows
 * @param cols number of columns
 * @param offset index of the first coefficient
 * @param parent number of the parent band, or -1
 * @param child number of the child band, or -1
 * @param rowShift 1 if two rows of this band belong to one row of the parent, else 0
 * @param colShift the same for columns
 */
record Band(
        int level,
        boolean highRows,
        boolean highCols,
        int row0,
        int col0,
        int rows,
        int cols,
        int offset,
        int parent,
        int child,
        int rowShift,
        int colShift) {

    int size() {
        return rows * cols;
    }

    Band withChild(int number) {
        return new Band(level, highRows, highCols, row0, col0, rows, cols, offset, parent, number, rowShift, colShift);
    }

    Band withOffset(int first) {
        return new Band(level, highRows, highCols, row0, col0, rows, cols, first, parent, child, rowShift, colShift);
    }
}
