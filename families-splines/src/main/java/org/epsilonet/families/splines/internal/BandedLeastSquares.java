package org.epsilonet.families.splines.internal;

/**
 * Least squares with banded rows, by orthogonal triangularization: every equation is rotated into a banded triangular
 * factor. Unlike the normal equations this does not square the condition number. Many right-hand sides share the factor.
 * Cost \(O(w^2+wc)\) per equation of width \(w\) with \(c\) right-hand sides.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611971484">Björck, Numerical Methods for Least Squares Problems, §6.2</a>
 */
final class BandedLeastSquares {
    /** A pivot below this part of the largest is taken for zero, and its unknown set to zero. */
    private static final double SINGULAR = 1e-12;

    private final int unknowns;
    private final int width;
    private final int columns;
    private final double[] factor;
    private final double[] right;

    BandedLeastSquares(int unknowns, int width, int columns) {
        this.unknowns = unknowns;
        this.width = width;
        this.columns = columns;
        this.factor = new double[unknowns * width];
        this.right = new double[Math.multiplyExact(unknowns, columns)];
    }

    /**
     * Adds the equations \(\sum_i row_i x_{first+i} = rest\), one for each right-hand side.
     *
     * @param first the first unknown of the row; must not decrease from call to call
     * @param row {@code width} coefficients; destroyed
     * @param rest the right-hand sides; destroyed
     */
    void add(int first, double[] row, double[] rest) {
        for (int i = 0; i < width; i++) {
            if (row[i] == 0) {
                continue;
            }
            int diagonal = (first + i) * width;
            int rightStart = (first + i) * columns;
            double pivot = factor[diagonal];
            if (pivot == 0) {
                System.arraycopy(row, i, factor, diagonal, width - i);
                System.arraycopy(rest, 0, right, rightStart, columns);
                return;
            }
            double length = Math.sqrt(pivot * pivot + row[i] * row[i]);
            double cosine = pivot / length;
            double sine = row[i] / length;
            // The factor's row ends where this one does: earlier equations did not reach further.
            rotate(factor, diagonal, row, i, width - i, cosine, sine);
            rotate(right, rightStart, rest, 0, columns, cosine, sine);
        }
    }

    private static void rotate(double[] a, int i, double[] b, int j, int count, double cosine, double sine) {
        for (int m = 0; m < count; m++) {
            double above = a[i + m];
            double below = b[j + m];
            a[i + m] = cosine * above + sine * below;
            b[j + m] = cosine * below - sine * above;
        }
    }

    /** Back substitution; the unknowns of all right-hand sides, row by row. */
    double[] solve() {
        double largest = 0;
        for (int i = 0; i < unknowns; i++) {
            largest = Math.max(largest, Math.abs(factor[i * width]));
        }
        for (int i = unknowns - 1; i >= 0; i--) {
            double pivot = factor[i * width];
            boolean singular = Math.abs(pivot) <= SINGULAR * largest;
            for (int m = 1; m < width && i + m < unknowns; m++) {
                double above = factor[i * width + m];
                for (int c = 0; c < columns; c++) {
                    right[i * columns + c] -= above * right[(i + m) * columns + c];
                }
            }
            for (int c = 0; c < columns; c++) {
                right[i * columns + c] = singular ? 0 : right[i * columns + c] / pivot;
            }
        }
        return right;
    }
}
