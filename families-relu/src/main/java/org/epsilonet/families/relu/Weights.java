package org.epsilonet.families.relu;

/** The matrix of an affine map: all entries, or those of a support only. Immutable; indices are the caller's to check. */
sealed interface Weights permits DenseWeights, SparseWeights {
    int columns();

    /** The entries held: parameters, whether zero or not. */
    int size();

    double at(int i, int j);

    void copyRow(int i, double[] into);

    /** The nonzero entries of a row in increasing order of columns; their number. */
    int entries(int i, int[] columns, double[] values);

    /** The held values, row by row; not a copy. */
    double[] values();

    /** Other values on the same support, given row-major with all zeros. */
    Weights with(double[] dense);
}
