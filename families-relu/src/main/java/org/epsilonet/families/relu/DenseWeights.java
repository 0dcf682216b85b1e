package org.epsilonet.families.relu;

/** A matrix with all its entries, row-major. */
record DenseWeights(int columns, double[] values) implements Weights {
    @Override
    public int size() {
        return values.length;
    }

    @Override
    public double at(int i, int j) {
        return values[i * columns + j];
    }

    @Override
    public void copyRow(int i, double[] into) {
        System.arraycopy(values, i * columns, into, 0, columns);
    }

    @Override
    public int entries(int i, int[] into, double[] entries) {
        int count = 0;
        for (int j = 0; j < columns; j++) {
            double value = values[i * columns + j];
            if (value != 0) {
                into[count] = j;
                entries[count++] = value;
            }
        }
        return count;
    }

    @Override
    public DenseWeights with(double[] dense) {
        return new DenseWeights(columns, dense.clone());
    }
}
