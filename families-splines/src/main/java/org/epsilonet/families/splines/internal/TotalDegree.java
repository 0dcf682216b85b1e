package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The products \(p_{i_1}(u_1)\cdots p_{i_d}(u_d)\) with \(i_1+\dots+i_d \le k\), in order of the sum, then of the products
 * of the coordinates after the first. On few points the degrees that do not exist are left out. Immutable.
 */
final class TotalDegree {
    /** One more than the largest degree, for each dimension. */
    private static final int[] SIDE = {1, 32, 10, 6};

    private static final AtomicReferenceArray<TotalDegree> KNOWN = new AtomicReferenceArray<>(slots(SIDE.length));

    private final TotalDegree rest;
    private final int dimension;
    /** For every product the degrees, axis by axis, their sum, and the index of what is left without the first. */
    private final int[][] degrees;

    private final int[] totals;
    private final int[] rests;

    private static int slots(int dimensions) {
        int slots = 0;
        for (int d = 1; d < dimensions; d++) {
            slots += (int) Math.pow(SIDE[d], d + 1);
        }
        return slots;
    }

    /**
     * The products of a total degree.
     *
     * @param degree the total degree \(k\)
     * @param sizes how many polynomials exist in every coordinate; at most three coordinates
     */
    static TotalDegree of(int degree, int... sizes) {
        int d = sizes.length;
        int index = degree;
        for (int size : sizes) {
            index = index * SIDE[d] + Math.min(degree + 1, size) - 1;
        }
        index += slots(d);
        TotalDegree known = KNOWN.get(index);
        if (known == null) {
            known = new TotalDegree(degree, sizes);
            KNOWN.set(index, known);
        }
        return known;
    }

    private TotalDegree(int degree, int[] sizes) {
        this.dimension = sizes.length;
        this.rest = dimension == 1 ? this : of(degree, Arrays.copyOfRange(sizes, 1, dimension));
        int restCount = dimension == 1 ? 1 : rest.count();
        int[][] found = new int[(degree + 1) * restCount][];
        int[] sums = new int[found.length];
        int[] left = new int[found.length];
        int n = 0;
        for (int total = 0; total <= degree; total++) {
            for (int r = 0; r < restCount; r++) {
                int first = total - (dimension == 1 ? 0 : rest.totals[r]);
                if (first < 0 || first >= sizes[0]) {
                    continue;
                }
                found[n] = new int[dimension];
                found[n][0] = first;
                for (int axis = 1; axis < dimension; axis++) {
                    found[n][axis] = rest.degrees[r][axis - 1];
                }
                sums[n] = total;
                left[n++] = r;
            }
        }
        this.degrees = Arrays.copyOf(found, n);
        this.totals = Arrays.copyOf(sums, n);
        this.rests = Arrays.copyOf(left, n);
    }

    /** The number of products. */
    int count() {
        return totals.length;
    }

    /** The total degree of a product. */
    int total(int product) {
        return totals[product];
    }

    /** The degree of a product in one coordinate. */
    int degree(int product, int axis) {
        return degrees[product][axis];
    }

    /** What is left when the first coordinate is fixed; for two and more coordinates. */
    TotalDegree rest() {
        return rest;
    }

    /** All products of the values of the polynomials in every coordinate. */
    void products(double[][] p, double[] products) {
        for (int n = 0; n < totals.length; n++) {
            double product = p[0][degrees[n][0]];
            for (int axis = 1; axis < dimension; axis++) {
                product *= p[axis][degrees[n][axis]];
            }
            products[n] = product;
        }
    }

    /**
     * The polynomial in the other coordinates that is left when the first is fixed.
     *
     * @param p values of the polynomials at the first coordinate
     * @param c coefficients of the products, from {@code offset} on
     * @param left receives the coefficients of the rest
     */
    void fixFirst(double[] p, double[] c, int offset, double[] left) {
        Arrays.fill(left, 0, rest.count(), 0);
        for (int n = 0; n < totals.length; n++) {
            left[rests[n]] += c[offset + n] * p[degrees[n][0]];
        }
    }
}
