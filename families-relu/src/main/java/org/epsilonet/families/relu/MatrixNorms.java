package org.epsilonet.families.relu;

import org.epsilonet.api.family.PerturbationBound;

/**
 * Norms of a matrix \(W\), all rounded up, so that they bound \(\|Wy\|_q \le \|W\|_q \|y\|_q\) with certainty. +∞ when
 * one overflows.
 *
 * <p>The spectral norm is not computed but bounded: \(\|W\|_2 \le \|W\|_F\), and \(\|W\|_2^2 = \|W^\top W\|_2 \le
 * \|W^\top W\|_\infty \le \|W\|_1 \|W\|_\infty\). (Power iteration would give a lower estimate, which certifies
 * nothing.) The bound is at most \(\sqrt{\min(m,n)}\) times too large.
 *
 * @param largest \(\max |W_{ij}|\), exact
 * @param one \(\|W\|_1\), the largest sum of a column
 * @param inf \(\|W\|_\infty\), the largest sum of a row
 * @param frobenius \((\sum W_{ij}^2)^{1/2}\)
 * @param spectral the smaller one of {@code frobenius} and \((\|W\|_1\|W\|_\infty)^{1/2}\): an upper bound of
 *     \(\|W\|_2\)
 */
public record MatrixNorms(double largest, double one, double inf, double frobenius, double spectral) {
    static MatrixNorms of(AffineMap map) {
        int[] columns = new int[map.columns()];
        double[] values = new double[map.columns()];
        double[] columnSums = new double[map.columns()];
        int[] columnCounts = new int[map.columns()];
        double largest = 0;
        int longestRow = 0;
        double rowSum = 0;
        for (int i = 0; i < map.rows(); i++) {
            int count = map.entries(i, columns, values);
            double sum = 0;
            for (int k = 0; k < count; k++) {
                double size = Math.abs(values[k]);
                largest = Math.max(largest, size);
                sum += size;
                columnSums[columns[k]] += size;
                columnCounts[columns[k]]++;
            }
            longestRow = Math.max(longestRow, count);
            rowSum = Math.max(rowSum, sum);
        }
        double columnSum = 0;
        int longestColumn = 0;
        for (int j = 0; j < map.columns(); j++) {
            columnSum = Math.max(columnSum, columnSums[j]);
            longestColumn = Math.max(longestColumn, columnCounts[j]);
        }
        double one = PerturbationBound.outward(columnSum, longestColumn);
        double inf = PerturbationBound.outward(rowSum, longestRow);
        double frobenius = frobenius(map, largest);
        double product = PerturbationBound.outward(Math.sqrt(one) * Math.sqrt(inf), 3);
        return new MatrixNorms(largest, one, inf, frobenius, Math.min(frobenius, product));
    }

    /** In units of a power of two above the largest entry, so that no square overflows. */
    private static double frobenius(AffineMap map, double largest) {
        if (largest == 0) {
            return 0;
        }
        int exponent = Math.getExponent(largest);
        int[] columns = new int[map.columns()];
        double[] values = new double[map.columns()];
        double total = 0;
        for (int i = 0; i < map.rows(); i++) {
            int count = map.entries(i, columns, values);
            double sum = 0;
            for (int k = 0; k < count; k++) {
                double scaled = Math.scalb(values[k], -exponent);
                sum += scaled * scaled;
            }
            total += sum;
        }
        // A square that vanishes loses less than 2^-1074, the largest one is at least 1/16: the slack covers both.
        int operations = (int) Math.min(Integer.MAX_VALUE, (long) map.rows() + map.columns() + 4);
        return PerturbationBound.outward(Math.scalb(Math.sqrt(total), exponent), operations);
    }
}
