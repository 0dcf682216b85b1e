package org.epsilonet.families.splines.wedgelet;

/** Sums along the rows of an array from the start: \(\sum f\) and \(\sum c f\), for sums over any interval of a row at once. */
final class RowSums {
    private final int columns;
    private final double[] values;
    private final double[] moments;

    /**
     * @param data row-major
     * @param rows how many rows
     * @param columns how many columns
     * @param transposed whether to sum along the columns instead
     */
    RowSums(double[] data, int rows, int columns, boolean transposed) {
        int lines = transposed ? columns : rows;
        this.columns = transposed ? rows : columns;
        this.values = new double[lines * (this.columns + 1)];
        this.moments = new double[values.length];
        for (int i = 0; i < lines; i++) {
            int at = i * (this.columns + 1);
            for (int j = 0; j < this.columns; j++) {
                double f = transposed ? data[j * columns + i] : data[i * columns + j];
                values[at + j + 1] = values[at + j] + f;
                moments[at + j + 1] = moments[at + j] + (j + 0.5) * f;
            }
        }
    }

    /** \(\sum f\) over the columns from..to-1 of a row. */
    double sum(int row, int from, int to) {
        int at = row * (columns + 1);
        return values[at + to] - values[at + from];
    }

    /** \(\sum (c - origin) f\) over the columns from..to-1 of a row, \(c\) the centre of a column. */
    double moment(int row, int from, int to, double origin) {
        int at = row * (columns + 1);
        return moments[at + to] - moments[at + from] - origin * (values[at + to] - values[at + from]);
    }
}
