package org.epsilonet.families.relu;

/**
 * An affine map \(y \mapsto W y + b\), one row of weights per output. Immutable.
 *
 * <p>The matrix is held with all its entries, or by its support: a sparse map costs memory and time in proportion to the
 * entries given, and computes the same values. A stored zero belongs to the support; a zero outside it cannot change.
 */
public final class AffineMap {
    private final Weights weights;
    private final double[] biases;

    private AffineMap(Weights weights, double[] biases) {
        this.weights = weights;
        this.biases = biases;
        if (!(largest() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weights and biases must be finite");
        }
    }

    /**
     * The map with the given matrix and bias.
     *
     * @param weights row-major: \(W_{ij}\) is entry {@code i * columns + j}; copied
     * @param columns number of inputs, {@code >= 1}
     * @param biases one per output, at least one; copied
     * @throws IllegalArgumentException if the sizes disagree or an entry is not finite
     */
    public static AffineMap of(double[] weights, int columns, double[] biases) {
        if (columns < 1 || biases.length < 1 || weights.length != (long) columns * biases.length) {
            throw new IllegalArgumentException("an affine map of " + columns + " inputs and " + biases.length
                    + " outputs needs their product of weights, was " + weights.length);
        }
        return new AffineMap(new DenseWeights(columns, weights.clone()), biases.clone());
    }

    /**
     * The map with the given matrix and bias.
     *
     * @param weights one row per output, all of one length; copied
     * @param biases one per output; copied
     * @throws IllegalArgumentException if the sizes disagree, there are 2^31 weights or more, or an entry is not finite
     */
    public static AffineMap of(double[][] weights, double[] biases) {
        int columns = weights.length == 0 ? 0 : weights[0].length;
        double[] flat = new double[denseSize(weights.length, columns)];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + i + " of the weights has " + weights[i].length + " entries, row 0 has " + columns);
            }
            System.arraycopy(weights[i], 0, flat, i * columns, columns);
        }
        return of(flat, columns, biases);
    }

    /**
     * The map with the given matrix in compressed rows.
     *
     * @param rows number of outputs, {@code >= 1}
     * @param columns number of inputs, {@code >= 1}; the product of both may exceed the range of {@code int}
     * @param rowStarts the entries of row \(i\) have the indices {@code rowStarts[i]} to {@code rowStarts[i + 1] - 1};
     *     {@code rows + 1} numbers from 0 to the number of entries, not decreasing; copied
     * @param columnIndices the column of each entry, strictly increasing in every row; copied
     * @param values the entries, zeros allowed; copied
     * @param biases one per output; copied
     * @throws IllegalArgumentException if that is not so or an entry is not finite
     */
    public static AffineMap sparse(
            int rows, int columns, int[] rowStarts, int[] columnIndices, double[] values, double[] biases) {
        if (rows < 1 || columns < 1 || biases.length != rows) {
            throw new IllegalArgumentException("an affine map of " + columns + " inputs and " + rows
                    + " outputs needs at least one of each and as many biases as outputs, were " + biases.length);
        }
        return new AffineMap(SparseWeights.of(rows, columns, rowStarts, columnIndices, values), biases.clone());
    }

    /**
     * The map of the same sizes and support with other weights.
     *
     * @param weights row-major and with all zeros, as {@link #rows()} times {@link #columns()} entries; copied
     * @param biases one per output; copied
     * @throws IllegalArgumentException if the sizes disagree, an entry is not finite or, in a sparse map, a weight
     *     outside the support is not zero
     */
    public AffineMap with(double[] weights, double[] biases) {
        if (weights.length != (long) rows() * columns() || biases.length != rows()) {
            throw new IllegalArgumentException("an affine map of " + columns() + " inputs and " + rows()
                    + " outputs was given " + weights.length + " weights and " + biases.length + " biases");
        }
        return new AffineMap(this.weights.with(weights), biases.clone());
    }

    /** The number of outputs. */
    public int rows() {
        return biases.length;
    }

    /** The number of inputs. */
    public int columns() {
        return weights.columns();
    }

    /** Whether the matrix is held by its support. */
    public boolean isSparse() {
        return weights instanceof SparseWeights;
    }

    /** The weight \(W_{ij}\) from input {@code j} to output {@code i}; in a sparse map found by bisection. */
    public double weight(int i, int j) {
        return weights.at(i, j);
    }

    /**
     * Copies the weights of output {@code i}, zeros included.
     *
     * @param i index of an output
     * @param into receives \(W_{i0}, W_{i1}, \dots\); at least {@link #columns()} long
     */
    public void copyRow(int i, double[] into) {
        weights.copyRow(i, into);
    }

    /**
     * Copies the weights of output {@code i} that are not zero, in increasing order of their inputs.
     *
     * @param i index of an output
     * @param columns receives the inputs; at least {@link #columns()} long
     * @param values receives the weights; at least {@link #columns()} long
     * @return how many there are
     */
    public int entries(int i, int[] columns, double[] values) {
        return weights.entries(i, columns, values);
    }

    /**
     * All weights, row-major, zeros included; a fresh array.
     *
     * @throws IllegalStateException if a sparse map has 2^31 or more of them
     */
    public double[] denseWeights() {
        long size = (long) rows() * columns();
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException(
                    "the sparse map of " + columns() + " inputs and " + rows() + " outputs is too large to be dense");
        }
        double[] dense = new double[(int) size];
        double[] row = new double[columns()];
        for (int i = 0; i < rows(); i++) {
            copyRow(i, row);
            System.arraycopy(row, 0, dense, i * row.length, row.length);
        }
        return dense;
    }

    /** The bias \(b_i\) of output {@code i}. */
    public double bias(int i) {
        return biases[i];
    }

    /** The number of parameters: biases, and weights of the support whether zero or not. */
    public long parameters() {
        return (long) weights.size() + biases.length;
    }

    /** The number of weights and biases that are not zero. */
    public long nonzeros() {
        return nonzeros(weights.values()) + nonzeros(biases);
    }

    /** The largest absolute value of a weight or bias. */
    public double largest() {
        return Math.max(largest(weights.values()), largest(biases));
    }

    Weights weights() {
        return weights;
    }

    private static int denseSize(int rows, int columns) {
        long size = (long) rows * columns;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a dense matrix of " + rows + " rows and " + columns
                    + " columns does not fit in one array; give its support instead");
        }
        return (int) size;
    }

    private static long nonzeros(double[] entries) {
        long count = 0;
        for (double entry : entries) {
            count += entry != 0 ? 1 : 0;
        }
        return count;
    }

    private static double largest(double[] entries) {
        double largest = 0;
        for (double entry : entries) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }
}
