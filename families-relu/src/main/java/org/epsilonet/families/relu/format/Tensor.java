package org.epsilonet.families.relu.format;

import java.util.Arrays;

/**
 * A named array of numbers.
 *
 * @param name its name in the file
 * @param shape lengths, {@code >= 0}; empty for a single number
 * @param values row-major
 */
@SuppressWarnings("ArrayRecordComponent")
record Tensor(String name, int[] shape, double[] values) {
    int rank() {
        return shape.length;
    }

    Tensor named(String other) {
        return new Tensor(other, shape, values);
    }

    /** Rows become columns; rank 2. */
    Tensor transposed() {
        int rows = shape[0];
        int columns = shape[1];
        double[] turned = new double[values.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = values[i * columns + j];
            }
        }
        return new Tensor(name, new int[] {columns, rows}, turned);
    }

    /** Whether it is added to every row of a matrix, or is one number: at most two axes, only the last longer than 1. */
    boolean isRow() {
        return rank() < 2 || rank() == 2 && shape[0] == 1;
    }

    @Override
    public String toString() {
        return ModelFile.shown(name) + Arrays.toString(shape);
    }
}
