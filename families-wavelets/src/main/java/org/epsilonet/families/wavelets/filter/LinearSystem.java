package org.epsilonet.families.wavelets.filter;

import org.apache.commons.numbers.core.DD;

/** Gaussian elimination with partial pivoting, in double-double arithmetic. */
final class LinearSystem {
    private LinearSystem() {}

    /**
     * The solution of a square system.
     *
     * @param a the matrix; overwritten
     * @param b the right-hand side; overwritten
     */
    static DD[] solve(DD[][] a, DD[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i][k].hi()) > Math.abs(a[pivot][k].hi()) ? i : pivot;
            }
            DD[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            DD right = b[pivot];
            b[pivot] = b[k];
            b[k] = right;
            for (int i = k + 1; i < n; i++) {
                DD factor = a[i][k].divide(row[k]);
                for (int j = k; j < n; j++) {
                    a[i][j] = a[i][j].subtract(factor.multiply(row[j]));
                }
                b[i] = b[i].subtract(factor.multiply(right));
            }
        }
        DD[] x = new DD[n];
        for (int i = n - 1; i >= 0; i--) {
            DD sum = b[i];
            for (int j = i + 1; j < n; j++) {
                sum = sum.subtract(a[i][j].multiply(x[j]));
            }
            x[i] = sum.divide(a[i][i]);
        }
        return x;
    }
}
