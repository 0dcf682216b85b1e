package org.epsilonet.families.relu;

import java.util.Arrays;

/** An affine map under construction, row by row, by its nonzero entries. */
final class SparseRows {
    private int[] starts = new int[16];
    private int[] columns = new int[64];
    private double[] values = new double[64];
    private double[] biases = new double[16];
    private int rows;
    private int entries;

    /** Adds an entry to the current row; columns increase. */
    void add(int column, double value) {
        if (entries == values.length) {
            columns = Arrays.copyOf(columns, 2 * entries);
            values = Arrays.copyOf(values, 2 * entries);
        }
        columns[entries] = column;
        values[entries++] = value;
    }

    /** Ends the current row. */
    void end(double bias) {
        if (rows + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            biases = Arrays.copyOf(biases, 2 * biases.length);
        }
        biases[rows++] = bias;
        starts[rows] = entries;
    }

    /** The map. */
    AffineMap map(int inputs) {
        return AffineMap.sparse(
                rows,
                inputs,
                Arrays.copyOf(starts, rows + 1),
                Arrays.copyOf(columns, entries),
                Arrays.copyOf(values, entries),
                Arrays.copyOf(biases, rows));
    }
}
