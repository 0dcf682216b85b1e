package org.epsilonet.families.wavelets.internal;

import org.epsilonet.api.function.Grid;

/**
 * Local polynomial interpolation of samples at cell centres in one or two dimensions, along each axis by the polynomial through the nearest
 * {@code points} samples; beyond the first and last centre the outermost polynomial goes on. One point: piecewise
 * constant on the cells. The operator norms from normalized discrete to continuous norms are
 * \[ \|I\|_\infty = \max_x \sum_i |\ell_i(x)|, \qquad \|I\|_2^2 \le \max_i \sum_k N \Bigl|\int \ell_i \ell_k\Bigr|. \]
 *
 * @param points points per axis, 1 to 4; fewer on shorter grids
 */
record Interpolation(int points) {
    private static final double OUTWARD = 1 + 0x1p-40;

    /** The interpolant's value at x. */
    double value(Grid grid, double[] samples, double... x) {
        int last = grid.dimension() - 1;
        int cols = grid.length(last);
        double[] weights = new double[Math.min(points, cols)];
        int col = (int) weights(x[last], cols, weights);
        if (last == 0) {
            return row(samples, col, weights);
        }
        int rows = grid.length(0);
        double[] across = new double[Math.min(points, rows)];
        int first = (int) weights(x[0], rows, across);
        double sum = 0;
        for (int r = 0; r < across.length; r++) {
            sum += across[r] * row(samples, (first + r) * cols + col, weights);
        }
        return sum;
    }

    private static double row(double[] samples, int from, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * samples[from + i];
        }
        return sum;
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
            for (int k = 0; k < weights.length; k++) {
                product = k == i ? product : product * ((u - k) / (i - k));
            }
            weights[i] = product;
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
