package org.epsilonet.families.relu.trained;

import java.util.Arrays;
import org.epsilonet.api.family.PerturbationBound;

/**
 * The entries of a support, layer by layer, with the hidden neurons that they touch renumbered from 0 on: evaluation and
 * memory cost as much as there are entries, whatever the width.
 */
final class SparseLayers {
    private final int[] ends;
    private final int[] sizes;
    private final int[] rows;
    private final int[] columns;

    private SparseLayers(int[] ends, int[] sizes, int[] rows, int[] columns) {
        this.ends = ends;
        this.sizes = sizes;
        this.rows = rows;
        this.columns = columns;
    }

    static SparseLayers of(SparseShape shape, long[] support) {
        int[] ends = new int[SparseShape.DEPTH + 1];
        int[] rows = new int[support.length];
        int[] columns = new int[support.length];
        for (int i = 0; i < support.length; i++) {
            ends[shape.layer(support[i])] = i + 1;
            rows[i] = shape.row(support[i]);
            columns[i] = shape.column(support[i]);
        }
        int[] sizes = new int[SparseShape.DEPTH + 1];
        sizes[0] = shape.inputs();
        sizes[SparseShape.DEPTH] = 1;
        for (int l = 1; l <= SparseShape.DEPTH; l++) {
            ends[l] = Math.max(ends[l], ends[l - 1]);
        }
        for (int l = 1; l < SparseShape.DEPTH; l++) {
            sizes[l] = renumber(rows, ends[l - 1], ends[l], columns, ends[l], ends[l + 1]);
        }
        return new SparseLayers(ends, sizes, rows, columns);
    }

    /** Renumbers the neurons between two layers: rows of one, columns of the next. */
    private static int renumber(int[] rows, int rowsFrom, int rowsTo, int[] columns, int columnsFrom, int columnsTo) {
        int[] used = new int[rowsTo - rowsFrom + columnsTo - columnsFrom];
        int count = 0;
        for (int i = rowsFrom; i < rowsTo; i++) {
            used[count++] = rows[i];
        }
        for (int i = columnsFrom; i < columnsTo; i++) {
            if (columns[i] != SparseShape.BIAS) {
                used[count++] = columns[i];
            }
        }
        int[] neurons = Arrays.stream(used, 0, count).sorted().distinct().toArray();
        for (int i = rowsFrom; i < rowsTo; i++) {
            rows[i] = Arrays.binarySearch(neurons, rows[i]);
        }
        for (int i = columnsFrom; i < columnsTo; i++) {
            columns[i] = columns[i] == SparseShape.BIAS ? SparseShape.BIAS : Arrays.binarySearch(neurons, columns[i]);
        }
        return neurons.length;
    }

    /** Largest number of neurons in a layer. */
    int width() {
        return Math.max(Math.max(sizes[0], sizes[1]), Math.max(sizes[2], sizes[3]));
    }

    /** \(\max_\ell\max(\|W_\ell\|_\infty, \|b_\ell\|_\infty)\): the largest row sum or bias, rounded up. */
    double largestNorm(double[] theta) {
        double largest = 0;
        for (int l = 1; l <= SparseShape.DEPTH; l++) {
            double[] sums = new double[sizes[l]];
            for (int i = ends[l - 1]; i < ends[l]; i++) {
                double size = Math.abs(theta[i]);
                if (columns[i] == SparseShape.BIAS) {
                    largest = Math.max(largest, size);
                } else {
                    sums[rows[i]] += size;
                }
            }
            for (double sum : sums) {
                largest = Math.max(largest, PerturbationBound.outward(sum, theta.length));
            }
        }
        return largest;
    }

    /**
     * Evaluates the network; every sum runs over the entries in their order, whatever the number of points.
     *
     * @param theta the entries
     * @param in entry {@code j * stride + p} is coordinate \(j\) of point \(p\); overwritten
     * @param work as long as {@code in}, at least {@code width * stride}
     * @param points how many
     * @param stride distance between coordinates
     * @return the array of the two that starts with the values
     */
    double[] evaluate(double[] theta, double[] in, double[] work, int points, int stride) {
        double[] from = in;
        double[] to = work;
        for (int l = 1; l <= SparseShape.DEPTH; l++) {
            Arrays.fill(to, 0, sizes[l] * stride, 0);
            for (int i = ends[l - 1]; i < ends[l]; i++) {
                int row = rows[i] * stride;
                double w = theta[i];
                if (columns[i] == SparseShape.BIAS) {
                    for (int p = 0; p < points; p++) {
                        to[row + p] += w;
                    }
                } else {
                    int column = columns[i] * stride;
                    for (int p = 0; p < points; p++) {
                        to[row + p] += w * from[column + p];
                    }
                }
            }
            if (l < SparseShape.DEPTH) {
                for (int i = 0; i < sizes[l] * stride; i++) {
                    to[i] = Math.max(0, to[i]);
                }
            }
            double[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /**
     * A bound on \(|R_\theta - R_{\theta'}|\) over \([0,1]^d\) for \(|\theta_i-\theta'_i| \le \delta_i\), by the
     * recursion \(E_\ell = |W_\ell|E_{\ell-1} + |\Delta W_\ell|B_{\ell-1} + |\Delta b_\ell|\), \(B_\ell = (|W_\ell| +
     * |\Delta W_\ell|)B_{\ell-1} + |b_\ell| + |\Delta b_\ell|\) in every neuron, \(B_0 = 1\), \(E_0 = 0\): rectifying is
     * 1-Lipschitz, and \(B\) bounds the values of the moved network.
     */
    double movement(double[] theta, double[] deltas) {
        double[] values = new double[sizes[0]];
        double[] errors = new double[sizes[0]];
        Arrays.fill(values, 1);
        for (int l = 1; l <= SparseShape.DEPTH; l++) {
            double[] nextValues = new double[sizes[l]];
            double[] nextErrors = new double[sizes[l]];
            for (int i = ends[l - 1]; i < ends[l]; i++) {
                double size = Math.abs(theta[i]);
                double value = columns[i] == SparseShape.BIAS ? 1 : values[columns[i]];
                double error = columns[i] == SparseShape.BIAS ? 0 : errors[columns[i]];
                nextValues[rows[i]] += up(size + deltas[i], value);
                nextErrors[rows[i]] += up(size, error) + up(deltas[i], value);
            }
            values = nextValues;
            errors = nextErrors;
        }
        // Along a path: at most 3 roundings for an entry, and as many additions as there are entries.
        return PerturbationBound.outward(errors[0], 3 * theta.length + 16);
    }

    /** A product of nonnegative numbers; zero times infinity is zero, and positive ones never vanish. */
    private static double up(double a, double b) {
        return a == 0 || b == 0 ? 0 : Math.max(Double.MIN_NORMAL, a * b);
    }
}
