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

    /** Whether there is at most one axis longer than 1: a vector. */
    boolean isVector() {
        return Arrays.stream(shape).filter(n -> n != 1).count() <= 1;
    }

    @Override
    public String toString() {
        return ModelFile.shown(name) + Arrays.toString(shape);
    }
}
