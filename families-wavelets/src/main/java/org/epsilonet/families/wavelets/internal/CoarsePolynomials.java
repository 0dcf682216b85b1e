package org.epsilonet.families.wavelets.internal;

import org.apache.commons.numbers.core.DD;

/** Orthogonal matrices on the coarsest coefficients whose first rows are polynomials by degree. */
final class CoarsePolynomials {
    private CoarsePolynomials() {}

    /** Discrete orthonormal (Gram) polynomials of all degrees on n equidistant points. */
    static double[][] gram(int n) {
        return Edge.rounded(OrthonormalRows.completed(powers(n, n), n));
    }

    /**
     * The weights of smallest norm on the places 0, 1, ... that give the value at \(-\delta\) of every polynomial of degree
     * {@code < order}: \(\sum_i q_i(-\delta)\,q_i(k)\) with the Gram polynomials, \(q(-\delta)\) by Lagrange's formula from
     * the places below {@code order}.
     *
     * @param distance \(\delta\)
     */
    static double[] extrapolation(int order, int places, int distance) {
        DD[][] q = OrthonormalRows.completed(powers(order, places), places);
        double[] weights = new double[places];
        for (int k = 0; k < places; k++) {
            DD sum = DD.ZERO;
            for (int i = 0; i < order; i++) {
                DD before = DD.ZERO;
                for (int m = 0; m < order; m++) {
                    before = before.add(q[i][m].multiply(lagrange(order, m, -distance)));
                }
                sum = sum.add(before.multiply(q[i][k]));
            }
            weights[k] = sum.doubleValue();
        }
        return weights;
    }

    /** \(\prod_{j \ne m} (t - j)/(m - j)\), a whole number for whole t. */
    private static double lagrange(int order, int m, int t) {
        double above = 1;
        double below = 1;
        for (int j = 0; j < order; j++) {
            above *= j == m ? 1 : t - j;
            below *= j == m ? 1 : m - j;
        }
        return above / below;
    }

    /** The powers of a centred coordinate, the first {@code count} of them. */
    private static DD[][] powers(int count, int n) {
        DD[][] columns = new DD[count][n];
        for (int k = 0; k < n; k++) {
            DD t = DD.of(2.0 * k + 1 - n).divide((double) n);
            for (int i = 0; i < count; i++) {
                columns[i][k] = t.pow(i);
            }
        }
        return columns;
    }

    /**
     * The polynomials of degree {@code < N} as they have arrived at the coarsest level, orthonormalized and completed.
     * At the left end and inside they are \(u^i\); the same in the right end's coordinate \(u'\), with \(u = \delta -
     * u'\), \(\delta = (n-1-2c)/c\), is a binomial sum.
     *
     * @param left the left end
     * @param right the right end
     * @param n how many coefficients; if they are the samples themselves, any number
     * @param side tells the coordinate
     */
    static double[][] between(Edge left, Edge right, int n, Side side) {
        int order = side.half();
        if (n < 2 * order) {
            return Edge.rounded(OrthonormalRows.completed(powers(Math.min(order, n), n), n));
        }
        DD[][] columns = new DD[order][n];
        DD delta = DD.of(n - 1 - 2 * side.centre()).divide(side.centre());
        for (int i = 0; i < order; i++) {
            for (int k = 0; k < n - order; k++) {
                columns[i][k] =
                        k < order ? left.value(k, i) : side.coordinate(k).pow(i);
            }
            for (int k = 0; k < order; k++) {
                DD sum = DD.ZERO;
                for (int l = 0; l <= i; l++) {
                    DD weight = delta.pow(i - l).multiply(l % 2 == 0 ? Side.binomial(i, l) : -Side.binomial(i, l));
                    sum = sum.add(weight.multiply(right.value(k, l)));
                }
                columns[i][n - 1 - k] = sum;
            }
        }
        return Edge.rounded(OrthonormalRows.completed(columns, n));
    }
}
