package org.epsilonet.families.wavelets.internal;

import org.epsilonet.api.function.Grid;

/**
 * Local polynomial interpolation of samples at cell centres, along each axis by the polynomial through the nearest
 * {@code points} samples; beyond the first and last centre the outermost polynomial goes on. One point: piecewise
 * constant on the cells. The operator norms from normalized discrete to continuous norms are
 * \[ \|I\|_\infty = \max_x \sum_i |\ell_i(x)|, \qquad \|I\|_2^2 \le \max_i \sum_k N \Bigl|\int \ell_i \ell_k\Bigr|. \]
 *
 * @param points points per axis, 1 to 4; fewer on shorter grids
 */
record Interpolation(int points) {
    private static final double OUTWARD = 1 + 0x1p-40;

    /** The interpolant's value at x: last axis first. */
    double value(Grid grid, double[] samples, double... x) {
        return value(grid, samples, x, 0, 0);
    }

    /** The same in the slab of the samples that one index on each axis before {@code axis} leaves. */
    private double value(Grid grid, double[] samples, double[] x, int axis, int slab) {
        int n = grid.length(axis);
        double[] weights = new double[Math.min(points, n)];
        int first = slab * n + (int) weights(x[axis], n, weights);
        boolean last = axis == grid.dimension() - 1;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (last ? samples[first + i] : value(grid, samples, x, axis + 1, first + i));
        }
        return sum;
    }

    /** The interpolant's values at increasing points of the interval. */
    double[] at(double[] samples, double[] x) {
        double[] weights = new double[Math.min(points, samples.length)];
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int first = (int) weights(x[i], samples.length, weights);
            for (int k = 0; k < weights.length; k++) {
                values[i] += weights[k] * samples[first + k];
            }
        }
        return values;
    }

    /** The interpolant's values on another grid, one axis after the other: \(O(Nw)\) per axis. */
    double[] on(Grid grid, double[] samples, Grid other) {
        double[] values = samples;
        int after = 1;
        for (int axis = grid.dimension() - 1; axis >= 0; axis--) {
            int from = grid.length(axis);
            int to = other.length(axis);
            values = along(values, values.length / after / from, from, to, after);
            after *= to;
        }
        return values;
    }

    /** Along the middle one of three axes. */
    private double[] along(double[] samples, int before, int from, int to, int after) {
        int width = Math.min(points, from);
        int[] first = new int[to];
        double[] all = new double[to * width];
        double[] weights = new double[width];
        for (int j = 0; j < to; j++) {
            first[j] = (int) weights((j + 0.5) / to, from, weights);
            System.arraycopy(weights, 0, all, j * width, width);
        }
        double[] values = new double[before * to * after];
        for (int b = 0; b < before; b++) {
            if (after == 1) {
                row(width, all, first, samples, b * from, values, b * to);
            }
            for (int j = 0; j < to && after > 1; j++) {
                int in = (b * from + first[j]) * after;
                int out = (b * to + j) * after;
                combine(width, all, j * width, samples, in, values, out, after);
            }
        }
        return values;
    }

    /** All values of a row from its samples. */
    private static void row(
            int width, double[] weights, int[] first, double[] samples, int in, double[] values, int out) {
        if (width == 4) {
            for (int j = 0; j < first.length; j++) {
                int at = in + first[j];
                values[out + j] = 0.0
                        + weights[4 * j] * samples[at]
                        + weights[4 * j + 1] * samples[at + 1]
                        + weights[4 * j + 2] * samples[at + 2]
                        + weights[4 * j + 3] * samples[at + 3];
            }
            return;
        }
        for (int j = 0; j < first.length; j++) {
            for (int i = 0; i < width; i++) {
                values[out + j] += weights[j * width + i] * samples[in + first[j] + i];
            }
        }
    }

    /** A row of values from the nearest rows of samples; the usual four are added in one pass, in the same order. */
    private static void combine(
            int width, double[] weights, int at, double[] samples, int in, double[] values, int out, int after) {
        if (width == 4) {
            addFour(weights, at, samples, in, values, out, after);
            return;
        }
        for (int i = 0; i < width; i++) {
            double weight = weights[at + i];
            for (int a = 0; a < after; a++) {
                values[out + a] += weight * samples[in + i * after + a];
            }
        }
    }

    private static void addFour(
            double[] weights, int at, double[] samples, int in, double[] values, int out, int after) {
        double w0 = weights[at];
        double w1 = weights[at + 1];
        double w2 = weights[at + 2];
        double w3 = weights[at + 3];
        int second = in + after;
        int third = second + after;
        int fourth = third + after;
        for (int a = 0; a < after; a++) {
            values[out + a] = 0.0
                    + w0 * samples[in + a]
                    + w1 * samples[second + a]
                    + w2 * samples[third + a]
                    + w3 * samples[fourth + a];
        }
    }

    /** Fills in the Lagrange weights at x and returns the first sample they belong to. */
    static long weights(double x, long n, double[] weights) {
        int w = weights.length;
        double t = x * n - 0.5;
        long first = (long) Math.max(0, Math.min(n - w, Math.floor(t - (w - 2) / 2.0)));
        lagrange(t - first, weights);
        return first;
    }

    private static void lagrange(double u, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            double product = 1;
            int factorials = 1;
            for (int k = 0; k < weights.length; k++) {
                if (k != i) {
                    product *= u - k;
                    factorials *= i - k;
                }
            }
            weights[i] = product / factorials;
        }
    }

    /** \(\|I\|_\infty\), attained at the ends of the interval; a product over the axes. */
    double sup(Grid grid) {
        double product = 1;
        for (int n : grid.shape()) {
            double[] weights = new double[Math.min(points, n)];
            lagrange(-0.5, weights);
            double sum = 0;
            for (double w : weights) {
                sum += Math.abs(w);
            }
            product *= sum;
        }
        return product * OUTWARD;
    }

    /** A bound on \(\|I\|_2\); a product over the axes. */
    double two(Grid grid) {
        double product = 1;
        for (int n : grid.shape()) {
            // Rows past twice the width from both ends are equal: six widths show every kind of row.
            product *= Math.sqrt(largestGramRow(Math.min(n, 6 * points)));
        }
        return product * OUTWARD;
    }

    /** The largest absolute row sum of \(N \int \ell_i \ell_k\), by Gauss's rule with 4 nodes, exact here. */
    private double largestGramRow(int n) {
        double[][] gram = new double[n][n];
        double[] weights = new double[Math.min(points, n)];
        for (int half = 0; half < 2 * n; half++) {
            for (int node = 0; node < 4; node++) {
                double inner = 2.0 / 7 * Math.sqrt(6.0 / 5);
                double z = Math.sqrt(3.0 / 7 + (node < 2 ? -inner : inner)) * (node % 2 == 0 ? 1 : -1);
                double mass = (18 + (node < 2 ? Math.sqrt(30) : -Math.sqrt(30))) / 36 / 4;
                int first = (int) weights((half + 0.5 + 0.5 * z) / (2 * n), n, weights);
                for (int i = 0; i < weights.length; i++) {
                    for (int k = 0; k < weights.length; k++) {
                        gram[first + i][first + k] += mass * weights[i] * weights[k];
                    }
                }
            }
        }
        double largest = 0;
        for (double[] row : gram) {
            double sum = 0;
            for (double g : row) {
                sum += Math.abs(g);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}
