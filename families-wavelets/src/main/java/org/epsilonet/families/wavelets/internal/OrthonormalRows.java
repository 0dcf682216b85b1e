package org.epsilonet.families.wavelets.internal;

import org.apache.commons.numbers.core.DD;

/** Orthonormal bases in double-double arithmetic: Gram–Schmidt with pivoting and Householder completion. */
final class OrthonormalRows {
    private OrthonormalRows() {}

    static DD dot(DD[] a, DD[] b) {
        ProductSum sum = new ProductSum(DD.ZERO);
        for (int i = 0; i < a.length; i++) {
            sum.add(a[i], b[i]);
        }
        return sum.value();
    }

    /**
     * An orthonormal basis of the span of rows that are known to span a space of the given dimension. The row with the
     * largest remainder is taken next, so that nearly dependent rows do no harm.
     *
     * @param rows any number of rows; overwritten by their remainders
     * @param dimension the dimension of their span
     * @return that many orthonormal rows
     */
    static DD[][] spanOf(DD[][] rows, int dimension) {
        DD[][] basis = new DD[dimension][];
        for (int k = 0; k < dimension; k++) {
            int pivot = 0;
            double largest = 0;
            for (int i = 0; i < rows.length; i++) {
                double square = dot(rows[i], rows[i]).hi();
                if (square > largest) {
                    pivot = i;
                    largest = square;
                }
            }
            DD[] q = rows[pivot].clone();
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < k; i++) {
                    subtractMultiple(q, dot(q, basis[i]), basis[i]);
                }
                divide(q, dot(q, q).sqrt());
            }
            basis[k] = q;
            for (DD[] row : rows) {
                subtractMultiple(row, dot(row, q), q);
            }
        }
        return basis;
    }

    /**
     * Householder's completion: an orthogonal matrix whose first rows are the Gram–Schmidt basis of the given columns,
     * in order, and whose other rows are orthogonal to them.
     *
     * @param columns linearly independent vectors of length m; overwritten
     * @param m their length
     * @return m orthonormal rows
     */
    static DD[][] completed(DD[][] columns, int m) {
        int k = columns.length;
        DD[][] reflectors = new DD[k][];
        DD[] diagonal = new DD[k];
        for (int j = 0; j < k; j++) {
            DD[] v = new DD[m];
            DD norm = DD.ZERO;
            for (int i = 0; i < m; i++) {
                v[i] = i < j ? DD.ZERO : columns[j][i];
                norm = norm.add(v[i].square());
            }
            norm = norm.sqrt();
            diagonal[j] = v[j].hi() > 0 ? norm.negate() : norm;
            v[j] = v[j].subtract(diagonal[j]);
            DD length = dot(v, v).sqrt();
            if (!length.isZero()) {
                divide(v, length);
            }
            reflectors[j] = v;
            for (int l = j + 1; l < k; l++) {
                subtractMultiple(columns[l], dot(columns[l], v).multiply(2.0), v);
            }
        }
        DD[][] rows = new DD[m][m];
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < m; l++) {
                rows[i][l] = i == l ? DD.ONE : DD.ZERO;
            }
            for (int j = k - 1; j >= 0; j--) {
                subtractMultiple(rows[i], dot(rows[i], reflectors[j]).multiply(2.0), reflectors[j]);
            }
            if (i < k && diagonal[i].hi() < 0) {
                rows[i] = negated(rows[i]);
            }
        }
        return rows;
    }

    private static void subtractMultiple(DD[] a, DD factor, DD[] b) {
        for (int i = 0; i < a.length; i++) {
            ProductSum difference = new ProductSum(a[i]);
            difference.subtract(factor, b[i]);
            a[i] = difference.value();
        }
    }

    private static void divide(DD[] a, DD divisor) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i].divide(divisor);
        }
    }

    private static DD[] negated(DD[] a) {
        DD[] b = new DD[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = a[i].negate();
        }
        return b;
    }
}
