package org.epsilonet.families.relu;

/**
 * An affine map \(y \mapsto W y + b\), one row of weights per output. Immutable.
 */
public final class AffineMap {
    private final int rows;
    private final int columns;
    private final double[] weights;
    private final double[] biases;

    private AffineMap(int rows, int columns, double[] weights, double[] biases) {
        this.rows = rows;
        this.columns = columns;
        this.weights = weights;
        this.biases = biases;
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
        AffineMap map = new AffineMap(biases.length, columns, weights.clone(), biases.clone());
        if (!(map.largest() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weights and biases must be finite");
        }
        return map;
    }

    /**
     * The map with the given matrix and bias.
     *
     * @param weights one row per output, all of one length; copied
     * @param biases one per output; copied
     * @throws IllegalArgumentException if the sizes disagree or an entry is not finite
     */
    public static AffineMap of(double[][] weights, double[] biases) {
        int columns = weights.length == 0 ? 0 : weights[0].length;
        double[] flat = new double[weights.length * columns];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + i + " of the weights has " + weights[i].length + " entries, row 0 has " + columns);
            }
            System.arraycopy(weights[i], 0, flat, i * columns, columns);
        }
        return of(flat, columns, biases);
    }

    /** The number of outputs. */
    public int rows() {
        return rows;
    }

    /** The number of inputs. */
    public int columns() {
        return columns;
    }

    /** The weight \(W_{ij}\) from input {@code j} to output {@code i}. */
    public double weight(int i, int j) {
        return weights[i * columns + j];
    }

    /**
     * Copies the weights of output {@code i}.
     *
     * @param i index of an output
     * @param into receives \(W_{i0}, W_{i1}, \dots\); at least {@link #columns()} long
     */
    public void copyRow(int i, double[] into) {
        System.arraycopy(weights, i * columns, into, 0, columns);
    }

    /** The bias \(b_i\) of output {@code i}. */
    public double bias(int i) {
        return biases[i];
    }

    /** The number of weights and biases that are not zero. */
    public long nonzeros() {
        return nonzeros(weights) + nonzeros(biases);
    }

    /** The largest absolute value of a weight or bias. */
    public double largest() {
        return Math.max(largest(weights), largest(biases));
    }

    /**
     * Applies the map to several vectors at once; every sum starts with the bias and runs over the inputs in order,
     * whatever the number of vectors.
     *
     * @param in entry {@code j * stride + p} is coordinate \(j\) of vector \(p\)
     * @param out entry {@code i * stride + p} receives coordinate \(i\) of its image
     * @param points how many vectors
     * @param stride distance between coordinates
     */
    void apply(double[] in, double[] out, int points, int stride) {
        for (int i = 0; i < rows; i++) {
            int to = i * stride;
            for (int p = 0; p < points; p++) {
                out[to + p] = biases[i];
            }
            for (int j = 0; j < columns; j++) {
                double w = weights[i * columns + j];
                int from = j * stride;
                if (w != 0) {
                    for (int p = 0; p < points; p++) {
                        out[to + p] += w * in[from + p];
                    }
                }
            }
        }
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
