package org.epsilonet.families.splines.internal;

import java.util.Arrays;

/**
 * The products \(p_i(u)\,p_j(v)\) with \(i + j \le k\), in order of \(i + j\), then of \(j\). On few points the degrees
 * that do not exist are left out.
 */
final class TotalDegree {
    private TotalDegree() {}

    /**
     * The number of products.
     *
     * @param degree the total degree \(k\)
     * @param first how many polynomials exist in the first coordinate
     * @param second how many in the second
     */
    static int count(int degree, int first, int second) {
        int count = 0;
        for (int total = 0; total <= degree; total++) {
            count += Math.max(0, Math.min(total, second - 1) - Math.max(0, total - first + 1) + 1);
        }
        return count;
    }

    /** All products of the values of the polynomials in both coordinates. */
    static int products(int degree, double[] p, int first, double[] q, int second, double[] products) {
        int n = 0;
        for (int total = 0; total <= degree; total++) {
            for (int j = Math.max(0, total - first + 1); j <= Math.min(total, second - 1); j++) {
                products[n++] = p[total - j] * q[j];
            }
        }
        return n;
    }

    /**
     * The polynomial in the second coordinate that is left when the first is fixed.
     *
     * @param p values of the polynomials at the first coordinate
     * @param c coefficients of the products, from {@code offset} on
     * @param left receives the coefficients of the rest
     */
    static void fixFirst(int degree, double[] p, int first, int second, double[] c, int offset, double[] left) {
        Arrays.fill(left, 0, second, 0);
        int n = offset;
        for (int total = 0; total <= degree; total++) {
            for (int j = Math.max(0, total - first + 1); j <= Math.min(total, second - 1); j++) {
                left[j] += c[n++] * p[total - j];
            }
        }
    }

    /** The total degree of product {@code index}. */
    static int degreeOf(int index, int first, int second) {
        int total = 0;
        int seen = count(0, first, second);
        while (seen <= index) {
            total++;
            seen = count(total, first, second);
        }
        return total;
    }
}
