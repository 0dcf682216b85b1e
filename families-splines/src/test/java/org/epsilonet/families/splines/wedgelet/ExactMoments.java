package org.epsilonet.families.splines.wedgelet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Integrals of \(1, r, c, r^2, c^2, rc\) over a piece, as rationals: triangles by the midpoints of their edges, which are
 * exact for squares; runs by sums. Coordinates are doubled, so that centres are whole.
 */
final class ExactMoments {
    private static final MathContext DIGITS = new MathContext(60);

    /** The integrals in doubled coordinates, up to a common factor. */
    private final BigInteger[] sums = new BigInteger[6];

    private ExactMoments() {
        Arrays.fill(sums, BigInteger.ZERO);
    }

    static ExactMoments of(double[] extremes, boolean discrete) {
        ExactMoments moments = new ExactMoments();
        for (int i = discrete ? 0 : 2; i + 3 < extremes.length; i += discrete ? 4 : 2) {
            if (discrete) {
                moments.run((long) (2 * extremes[i]), (long) (2 * extremes[i + 1]), (long) (2 * extremes[i + 3]));
            } else {
                moments.triangle(extremes, i);
            }
        }
        return moments;
    }

    /** Centres are two apart: their mean is whole, and so is the sum of squares about it, n(n^2-1)/3. */
    private void run(long row, long first, long last) {
        BigInteger n = BigInteger.valueOf((last - first) / 2 + 1);
        add(n, BigInteger.valueOf(row), BigInteger.valueOf((first + last) / 2));
        sums[4] = sums[4].add(n.pow(3).subtract(n).divide(BigInteger.valueOf(3)));
    }

    private void triangle(double[] v, int i) {
        BigInteger[] r = {whole(v[0]), whole(v[i]), whole(v[i + 2])};
        BigInteger[] c = {whole(v[1]), whole(v[i + 1]), whole(v[i + 3])};
        BigInteger area = r[1].subtract(r[0])
                .multiply(c[2].subtract(c[0]))
                .subtract(r[2].subtract(r[0]).multiply(c[1].subtract(c[0])))
                .abs();
        for (int k = 0; k < 3; k++) {
            add(area, r[k].add(r[(k + 1) % 3]), c[k].add(c[(k + 1) % 3]));
        }
    }

    private static BigInteger whole(double x) {
        return BigInteger.valueOf((long) x);
    }

    private void add(BigInteger weight, BigInteger r, BigInteger c) {
        BigInteger[] products = {BigInteger.ONE, r, c, r.multiply(r), c.multiply(c), r.multiply(c)};
        for (int k = 0; k < sums.length; k++) {
            sums[k] = sums[k].add(weight.multiply(products[k]));
        }
    }

    /** The largest row sum of Gram matrix minus identity. */
    double fromOrthonormal(Region region) {
        int size = region.size(1);
        BigDecimal[][] p = new BigDecimal[size][];
        for (int j = 0; j < size; j++) {
            double[] c = new double[size];
            c[j] = 1;
            double[] l = new double[Region.NUMBERS];
            region.linear(size, c, 0, l, 0);
            BigDecimal row = new BigDecimal(l[1]);
            BigDecimal column = new BigDecimal(l[2]);
            BigDecimal constant = new BigDecimal(l[0])
                    .subtract(row.multiply(new BigDecimal(l[3]).add(new BigDecimal(l[5]))))
                    .subtract(column.multiply(new BigDecimal(l[4]).add(new BigDecimal(l[6]))));
            BigDecimal half = new BigDecimal("0.5");
            p[j] = new BigDecimal[] {constant, row.multiply(half), column.multiply(half)};
        }
        double largest = 0;
        for (int j = 0; j < size; j++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                BigDecimal identity = j == k ? BigDecimal.ONE : BigDecimal.ZERO;
                sum += Math.abs(product(p[j], p[k]).subtract(identity).doubleValue());
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** How far the mean column is from the exact one, relative to its distance from the corner. */
    double errorOfMean(Region region) {
        double[] l = new double[Region.NUMBERS];
        region.linear(1, new double[] {1}, 0, l, 0);
        BigDecimal exact = mean(2).divide(BigDecimal.valueOf(2)).subtract(new BigDecimal(l[4]));
        return exact.signum() == 0 ? Math.abs(l[6]) : relativeError(new BigDecimal(l[6]), exact);
    }

    /** How far the variance of the columns is from the exact one, relatively; zero where all are in one column. */
    double errorOfVariance(Region region) {
        double[] l = new double[Region.NUMBERS];
        region.linear(2, new double[] {0, 1}, 0, l, 0);
        if (l[2] == 0) {
            return 0;
        }
        BigDecimal exact = mean(4).subtract(mean(2).multiply(mean(2))).divide(BigDecimal.valueOf(4));
        BigDecimal slope = new BigDecimal(l[2]);
        return relativeError(BigDecimal.ONE.divide(slope.multiply(slope), DIGITS), exact);
    }

    private static double relativeError(BigDecimal computed, BigDecimal exact) {
        return computed.subtract(exact).divide(exact, DIGITS).abs().doubleValue();
    }

    private BigDecimal product(BigDecimal[] p, BigDecimal[] q) {
        return p[0].multiply(q[0])
                .multiply(mean(0))
                .add(p[0].multiply(q[1]).add(p[1].multiply(q[0])).multiply(mean(1)))
                .add(p[0].multiply(q[2]).add(p[2].multiply(q[0])).multiply(mean(2)))
                .add(p[1].multiply(q[1]).multiply(mean(3)))
                .add(p[2].multiply(q[2]).multiply(mean(4)))
                .add(p[1].multiply(q[2]).add(p[2].multiply(q[1])).multiply(mean(5)));
    }

    private BigDecimal mean(int k) {
        return new BigDecimal(sums[k]).divide(new BigDecimal(sums[0]), DIGITS);
    }
}
