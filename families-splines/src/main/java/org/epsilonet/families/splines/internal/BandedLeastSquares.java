package org.epsilonet.families.splines.internal;

/**
 * Least squares with banded rows, by orthogonal triangularization: every equation is rotated into a banded triangular
 * factor. Unlike the normal equations this does not square the condition number. Cost \(O(w^2)\) per equation of width
 * \(w\).
 *
 * @see <a href="https://doi.org/10.1137/1.9781611971484">Björck, Numerical Methods for Least Squares Problems, §6.2</a>
 */
final class BandedLeastSquares {
    /** A pivot below this part of the largest is taken for zero, and its unknown set to zero. */
    private static final double SINGULAR = 1e-12;

    private final int unknowns;
    private final int width;
    private final double[] factor;
    private final double[] right;

    BandedLeastSquares(int unknowns, int width) {
        this.unknowns = unknowns;
        this.width = width;
        this.factor = new double[unknowns * width];
        this.right = new double[unknowns];
    }

    /**
     * Adds the equation \(\sum_i row_i x_{first+i} = value\).
     *
     * @param first the first unknown of the row; must not decrease from call to call
     * @param row {@code width} coefficients; destroyed
     * @param value the right-hand side
     */
    void add(int first, double[] row, double value) {
        double rest = value;
        for (int i = 0; i < width; i++) {
            if (row[i] == 0) {
                continue;
            }
            int diagonal = (first + i) * width;
            double pivot = factor[diagonal];
            if (pivot == 0) {
                System.arraycopy(row, i, factor, diagonal, width - i);
                right[first + i] = rest;
                return;
            }
            double length = Math.sqrt(pivot * pivot + row[i] * row[i]);
            double cosine = pivot / length;
            double sine = row[i] / length;
            // The factor's row ends where this one does: earlier equations did not reach further.
            for (int m = 0; m < width - i; m++) {
                double above = factor[diagonal + m];
                factor[diagonal + m] = cosine * above + sine * row[i + m];
                row[i + m] = cosine * row[i + m] - sine * above;
            }
            double above = right[first + i];
            right[first + i] = cosine * above + sine * rest;
            rest = cosine * rest - sine * above;
        }
    }

    /** Back substitution. */
    double[] solve() {
        double largest = 0;
        for (int i = 0; i < unknowns; i++) {
            largest = Math.max(largest, Math.abs(factor[i * width]));
        }
        double[] x = new double[unknowns];
        for (int i = unknowns - 1; i >= 0; i--) {
            double sum = right[i];
            for (int m = 1; m < width && i + m < unknowns; m++) {
                sum -= factor[i * width + m] * x[i + m];
            }
            double pivot = factor[i * width];
            x[i] = Math.abs(pivot) <= SINGULAR * largest ? 0 : sum / pivot;
        }
        return x;
    }
}
