package org.epsilonet.families.relu;

import java.util.Arrays;

/**
 * A matrix by its support, in compressed rows: the entries of row \(i\) have the indices {@code starts[i]} to {@code
 * starts[i + 1]}, their columns increase strictly.
 */
record SparseWeights(int columns, int[] starts, int[] indices, double[] values) implements Weights {
    /** Copies and checks. */
    static SparseWeights of(int rows, int columns, int[] starts, int[] indices, double[] values) {
        if (starts.length != rows + 1L
                || starts[0] != 0
                || starts[rows] != values.length
                || indices.length != values.length) {
            throw new IllegalArgumentException("a sparse matrix of " + rows + " rows needs " + (rows + 1L)
                    + " row starts from 0 to the number of values, and one column for each value; were "
                    + starts.length + " row starts, " + indices.length + " columns and " + values.length + " values");
        }
        for (int i = 0; i < rows; i++) {
            if (starts[i] > starts[i + 1] || starts[i + 1] > values.length) {
                throw new IllegalArgumentException("row " + i + " runs from " + starts[i] + " to " + starts[i + 1]
                        + " of " + values.length + " values");
            }
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                int least = k == starts[i] ? 0 : indices[k - 1] + 1;
                if (indices[k] < least || indices[k] >= columns) {
                    throw new IllegalArgumentException("the columns of row " + i
                            + " must increase strictly and be below " + columns + ", but entry " + k + " has column "
                            + indices[k]);
                }
            }
        }
        return new SparseWeights(columns, starts.clone(), indices.clone(), values.clone());
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public double at(int i, int j) {
        int k = Arrays.binarySearch(indices, starts[i], starts[i + 1], j);
        return k >= 0 ? values[k] : 0;
    }

    @Override
    public void copyRow(int i, double[] into) {
        Arrays.fill(into, 0, columns, 0);
        for (int k = starts[i]; k < starts[i + 1]; k++) {
            into[indices[k]] = values[k];
        }
    }

    @Override
    public int entries(int i, int[] into, double[] entries) {
        int count = 0;
        for (int k = starts[i]; k < starts[i + 1]; k++) {
            if (values[k] != 0) {
                into[count] = indices[k];
                entries[count++] = values[k];
            }
        }
        return count;
    }

    @Override
    public SparseWeights with(double[] dense) {
        double[] changed = new double[values.length];
        int next = 0;
        for (int i = 0; i + 1 < starts.length; i++) {
            for (int j = 0; j < columns; j++) {
                double value = dense[i * columns + j];
                if (next < starts[i + 1] && indices[next] == j) {
                    changed[next++] = value;
                } else if (value != 0) {
                    throw new IllegalArgumentException("the weight from input " + j + " to output " + i
                            + " is outside the support of a sparse layer, so it must stay 0, but is " + value);
                }
            }
        }
        return new SparseWeights(columns, starts, indices, changed);
    }
}
