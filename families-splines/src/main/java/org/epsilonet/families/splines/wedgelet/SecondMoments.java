package org.epsilonet.families.splines.wedgelet;

/** Counts, first and second moments of coordinates and values; what a polynomial explains of the sum of squares. */
final class SecondMoments {
    private static final double THINNEST = 1.0 / 64;

    private double n;
    private double r;
    private double c;
    private double rr;
    private double cc;
    private double rc;
    private double f;
    private double rf;
    private double cf;

    void clear() {
        n = 0;
        r = 0;
        c = 0;
        rr = 0;
        cc = 0;
        rc = 0;
        f = 0;
        rf = 0;
        cf = 0;
    }

    /**
     * Adds an interval of a row.
     *
     * @param count how many samples
     * @param row their row
     * @param middle the mean of their columns
     * @param sum the sum of their values
     * @param columnSum the sum of column times value
     */
    void add(double count, double row, double middle, double sum, double columnSum) {
        n += count;
        r += count * row;
        c += count * middle;
        rr += count * row * row;
        cc += count * (middle * middle + (count * count - 1) / 12);
        rc += count * row * middle;
        f += sum;
        rf += row * sum;
        cf += columnSum;
    }

    /** The squares that the best polynomial of total degree at most {@code degree} explains. */
    double explained(int degree) {
        return explained(degree, n, r, c, rr, cc, rc, f, rf, cf);
    }

    /** The same for what is left when a part is taken away. */
    double explainedWithout(SecondMoments p, int degree) {
        return explained(
                degree, n - p.n, r - p.r, c - p.c, rr - p.rr, cc - p.cc, rc - p.rc, f - p.f, rf - p.rf, cf - p.cf);
    }

    private static double explained(
            int degree, double n, double r, double c, double rr, double cc, double rc, double f, double rf, double cf) {
        if (n == 0) {
            return 0;
        }
        double byMean = f / n * f;
        if (degree == 0 || n < 2) {
            return byMean;
        }
        double varianceOfRow = Math.max(0, rr - r / n * r);
        double varianceOfColumn = Math.max(0, cc - c / n * c);
        double covariance = rc - r / n * c;
        double withRow = rf - r / n * f;
        double withColumn = cf - c / n * f;
        double product = varianceOfRow * varianceOfColumn;
        double determinant = product - covariance * covariance;
        if (product > 0 && determinant >= THINNEST * product) {
            return byMean
                    + (withRow * withRow * varianceOfColumn
                                    - 2 * withRow * withColumn * covariance
                                    + withColumn * withColumn * varianceOfRow)
                            / determinant;
        }
        // Deviations below a sample's are rounding.
        if (varianceOfColumn > 0.1) {
            return byMean + withColumn * withColumn / varianceOfColumn;
        }
        return varianceOfRow > 0.1 ? byMean + withRow * withRow / varianceOfRow : byMean;
    }
}
