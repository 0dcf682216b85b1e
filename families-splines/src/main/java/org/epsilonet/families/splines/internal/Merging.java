package org.epsilonet.families.splines.internal;

/**
 * Merges local approximations of two neighbouring cells into one of their union, in \(O(k^2)\) and without looking at
 * the function again.
 *
 * <p>A <em>state</em> is (length, error, \(c_0,\dots,c_k\)): polynomial \(\sum_j c_jp_j\) and its error. Let \(A\) be
 * the matrix that restricts polynomials on the union to the left cell, in the orthonormal bases of both; as the union's
 * coordinate is \(u = \alpha u_L + \alpha - 1\) there, its columns follow from the recurrences of the two bases. The
 * orthogonal projection on the union has the coefficients \(c = \alpha A^Tc_L + (1-\alpha)B^Tc_R\), and its error is
 * \[ e^2 = e_L^2 + e_R^2 + \ell_L|c_L - Ac|^2 + \ell_R|c_R - Bc|^2 \qquad (L^2), \]
 * a sum of positive terms, so that nothing cancels. In the supremum norm, \(e = \max(e_L + \|p_L-p\|_\infty, e_R +
 * \|p_R-p\|_\infty)\) is a bound that grows with the cell and, for smooth functions, is a constant factor too large; for
 * degree 0 the midrange is exact. Not thread-safe.
 */
final class Merging {
    private static final int LENGTH = 0;
    private static final int ERROR = 1;
    /** Where the coefficients of a state begin. */
    static final int FIRST = 2;

    /** \(\|p_j\|_\infty = \sqrt{2j+1}\) on the continuum. */
    private static final double[] LARGEST = CellPolynomials.of(8, 0).largest(0);

    /** Recurrence coefficients for fewer points are tabulated. */
    private static final int TABULATED = 1 << 12;

    /** Samples are appended one after the other to pieces of up to so many, by dynamic programming. */
    private static final int REMEMBERED = 1 << 10;

    private final int size;
    private final boolean discrete;
    private final boolean sup;
    private final double[] anyLeft;
    private final double[] anyRight;
    private double[] left;
    private double[] right;
    private final double[] merged;
    private final double[] ofUnion;
    private final double[] ofPart;
    private final double[][] table;

    /** The restrictions of the union to the points before its last one, and to that one, by the number of those before. */
    private final double[][] before = new double[REMEMBERED][];

    private final double[][] last = new double[REMEMBERED][];

    /**
     * @param degree the degree \(k\)
     * @param discrete whether lengths count points
     * @param sup whether errors are suprema instead of squared \(L^2\) norms
     */
    Merging(int degree, boolean discrete, boolean sup) {
        this.size = degree + 1;
        this.discrete = discrete;
        this.sup = sup;
        this.anyLeft = new double[size * size];
        this.anyRight = new double[size * size];
        this.left = anyLeft;
        this.right = anyRight;
        this.merged = new double[size];
        this.ofUnion = new double[size];
        this.ofPart = new double[size];
        this.table = new double[size][discrete ? TABULATED : 1];
        for (int k = 1; k < size; k++) {
            for (int n = 0; n < table[k].length; n++) {
                table[k][n] = discrete && n <= k ? 0 : CellPolynomials.recurrence(k, n);
            }
        }
    }

    private void recurrence(double length, double[] coefficients) {
        for (int k = 1; k < size; k++) {
            coefficients[k] = !discrete
                    ? table[k][0]
                    : length < TABULATED ? table[k][(int) length] : CellPolynomials.recurrence(k, length);
        }
    }

    /** The length of a state in an array of states. */
    int stride() {
        return FIRST + size;
    }

    /** Merges state {@code a[i..]} on the left with {@code b[j..]} on the right into {@code out[k..]}. */
    void merge(double[] a, int i, double[] b, int j, double[] out, int k) {
        if (sup && size == 1) {
            midrange(a, i, b, j, out, k);
            return;
        }
        double length = a[i + LENGTH] + b[j + LENGTH];
        double alpha = a[i + LENGTH] / length;
        double beta = b[j + LENGTH] / length;
        int dimension = discrete ? (int) Math.min(size, length) : size;
        restrict(a[i + LENGTH], b[j + LENGTH], dimension);
        for (int column = 0; column < dimension; column++) {
            double c = 0;
            for (int row = 0; row <= column; row++) {
                c += alpha * left[column * size + row] * a[i + FIRST + row]
                        + beta * right[column * size + row] * b[j + FIRST + row];
            }
            merged[column] = c;
        }
        double ofLeft = defect(left, a, i, dimension);
        double ofRight = defect(right, b, j, dimension);
        double error = sup
                ? Math.max(a[i + ERROR] + ofLeft, b[j + ERROR] + ofRight)
                : a[i + ERROR] + b[j + ERROR] + a[i + LENGTH] * ofLeft + b[j + LENGTH] * ofRight;
        out[k + LENGTH] = length;
        out[k + ERROR] = error;
        for (int row = 0; row < size; row++) {
            out[k + FIRST + row] = row < dimension ? merged[row] : 0;
        }
    }

    /** Sets the restrictions for lengths of the two parts. */
    private void restrict(double ofLeft, double ofRight, int dimension) {
        boolean appended = discrete && ofRight == 1 && ofLeft < REMEMBERED;
        int remembered = appended ? (int) ofLeft : 0;
        if (appended && before[remembered] != null) {
            left = before[remembered];
            right = last[remembered];
            return;
        }
        left = appended ? new double[size * size] : anyLeft;
        right = appended ? new double[size * size] : anyRight;
        double length = ofLeft + ofRight;
        double alpha = ofLeft / length;
        double beta = ofRight / length;
        recurrence(length, ofUnion);
        recurrence(ofLeft, ofPart);
        restriction(left, alpha, alpha - 1, dimension);
        recurrence(ofRight, ofPart);
        restriction(right, beta, 1 - beta, dimension);
        if (appended) {
            before[remembered] = left;
            last[remembered] = right;
        }
    }

    private static void midrange(double[] a, int i, double[] b, int j, double[] out, int k) {
        double low = Math.min(a[i + FIRST] - a[i + ERROR], b[j + FIRST] - b[j + ERROR]);
        double high = Math.max(a[i + FIRST] + a[i + ERROR], b[j + FIRST] + b[j + ERROR]);
        out[k + LENGTH] = a[i + LENGTH] + b[j + LENGTH];
        out[k + ERROR] = 0.5 * (high - low);
        out[k + FIRST] = 0.5 * (high + low);
    }

    /** Columns: the polynomials of the union in the basis of the part, where u = scale u_part + shift. */
    private void restriction(double[] columns, double scale, double shift, int dimension) {
        columns[0] = 1;
        for (int k = 1; k < dimension; k++) {
            int before = (k - 1) * size;
            for (int row = 0; row <= k; row++) {
                double product = row < k ? shift * columns[before + row] : 0;
                if (row > 0) {
                    product += scale * ofPart[row] * columns[before + row - 1];
                }
                if (row + 1 < k) {
                    product += scale * ofPart[row + 1] * columns[before + row + 1];
                }
                if (k > 1 && row < k - 1) {
                    product -= ofUnion[k - 1] * columns[before - size + row];
                }
                columns[k * size + row] = product / ofUnion[k];
            }
        }
    }

    /** How far the merged polynomial is from that of a part: squared in L2, a bound in the supremum norm. */
    private double defect(double[] columns, double[] state, int offset, int dimension) {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            double d = state[offset + FIRST + row];
            for (int column = row; column < dimension; column++) {
                d -= columns[column * size + row] * merged[column];
            }
            sum += sup ? Math.abs(d) * LARGEST[row] : d * d;
        }
        return sum;
    }

    /** The error of the state at {@code i}. */
    static double error(double[] states, int i) {
        return states[i + ERROR];
    }

    /** Writes a state. */
    static void set(double[] states, int i, double length, double error, double[] coefficients, int size) {
        states[i + LENGTH] = length;
        states[i + ERROR] = error;
        System.arraycopy(coefficients, 0, states, i + FIRST, size);
    }
}
