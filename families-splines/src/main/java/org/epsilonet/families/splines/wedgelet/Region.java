package org.epsilonet.families.splines.wedgelet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a cell with its uniform probability measure: mean, deviations and correlation of the coordinates, and the
 * orthonormal polynomials of total degree at most 1 that follow from them,
 * \[ p_0 = 1, \quad p_1 = \frac{c-\bar c}{\sigma_c}, \quad
 *    p_2 = \frac{(r-\bar r)/\sigma_r - \rho\,p_1}{\sqrt{1-\rho^2}}. \]
 * Where all samples are in one column \(p_1\) is left out and \(\rho = 0\); where all are in one row, or \(1-\rho^2\) is
 * below 1/64 (a thin oblique piece, across which a smooth function hardly changes), \(p_2\) is. So the basis is
 * well-conditioned whatever the chord.
 *
 * <p>All moments are taken about the corner of the piece's own bounding box, from which its extremes are whole numbers of
 * steps: a piece far from the cell's corner, one step wide, is as exact as any. Let \(u = 2^{-53}\). How far the
 * computed basis is from an orthonormal one:
 * <ul>
 *   <li>Samples, \(R\) runs, \(n\) samples. The sums behind a mean \(m\) are exact integers, so
 *       \(|\hat m - m| \le 3um\), and as a sample lies at 0, \(m \le \sqrt n\,\sigma\). Variances are sums of \(R\)
 *       positive terms: relative error \((R+7)u\); so has the mixed moment, relative to \(\sigma_r\sigma_c\), by
 *       Cauchy and Schwarz.
 *   <li>Polygons. The first corner is an end of the chord, so every outer edge of the fan is parallel to an axis and the
 *       area of a triangle is one product of integers. Means have relative error \(13u\). Along an axis a convex piece of
 *       extent \(E\) has a concave density, hence one \(\le 2/E\), hence \(\sigma^2 \ge E^2/48\): errors of \(4uE\) in
 *       the deviations are \(32u\sigma\), and variances and mixed moment have relative error \(81u\).
 *   <li>With such an error \(e\), and \(1-\rho^2 \ge 1/64\), the Gram matrix differs from the identity by at most
 *       \(64 \cdot 6(e+3u)\) on the diagonal, \(24(e+3u)\) between \(p_1\) and \(p_2\); between \(p_0\) and these, with
 *       \(d = |\hat m-m|/\sigma\), by \(d\) and \(8(1+|\rho|)d\), two numbers whose squares sum to at most \((16d)^2\).
 *       The sum of the three, \(384(e+3u)+24(e+3u)+16d\), bounds the spectral norm of the difference, so
 *       \(\|\sum c_jp_j\|_2 \le (1+o)(\sum c_j^2)^{1/2}\) with \(o\) half of it: {@link #orthonormality}.
 * </ul>
 * Tests compare means, deviations and Gram matrices with exact rationals on pieces of every shape and size.
 */
final class Region {
    /** The largest total degree. */
    static final int HIGHEST_DEGREE = 1;

    /** What describes a linear function on a piece. */
    static final int NUMBERS = 7;

    private static final double THINNEST = 1.0 / 64;

    /** For polygons: the three errors above sum to less than \(2^{16}u\). */
    private static final double OF_POLYGONS = 0x1p-36;

    private final double mass;
    private final double firstRow;
    private final double firstColumn;
    private final double row;
    private final double column;
    private final double rowDeviation;
    private final double columnDeviation;
    private final double correlation;
    private final double orthonormality;

    /**
     * @param corner of the bounding box
     * @param row mean, from that corner
     * @param column mean, from that corner
     */
    private Region(
            double[] corner,
            double mass,
            double row,
            double column,
            double rowDeviation,
            double columnDeviation,
            double mixed,
            double orthonormality) {
        this.firstRow = corner[0];
        this.firstColumn = corner[1];
        this.orthonormality = orthonormality;
        this.mass = mass;
        this.row = row;
        this.column = column;
        this.columnDeviation = columnDeviation;
        double product = rowDeviation * columnDeviation;
        this.correlation = product > 0 ? mixed / product : 0;
        this.rowDeviation = 1 - correlation * correlation < THINNEST ? 0 : rowDeviation;
    }

    /**
     * The points between which a piece lies: the corners of a polygon; of samples, the first and last of every row.
     *
     * @param outline the cell
     * @param cut its cut, or null for the whole cell
     * @param piece 0 or 1
     * @param discrete whether the measure is that of samples
     * @return pairs (row, column), in steps from the cell's corner
     */
    static double[] extremes(Outline outline, @Nullable Cut cut, int piece, boolean discrete) {
        if (discrete) {
            return runs(outline, cut, piece);
        }
        double rows = outline.rows();
        double columns = outline.columns();
        return cut == null ? new double[] {0, 0, 0, columns, rows, columns, rows, 0} : cut.corners(piece);
    }

    private static double[] runs(Outline outline, @Nullable Cut cut, int piece) {
        double[] runs = new double[4 * Math.toIntExact(outline.rows())];
        int n = 0;
        for (long i = 0; i < outline.rows(); i++) {
            long middle = cut == null ? outline.columns() : cut.before(i);
            boolean first = cut == null || cut.pieceBefore(i) == piece;
            long from = first ? 0 : middle;
            long to = first ? middle : outline.columns();
            if (from < to) {
                runs[n] = i + 0.5;
                runs[n + 1] = from + 0.5;
                runs[n + 2] = i + 0.5;
                runs[n + 3] = to - 0.5;
                n += 4;
            }
        }
        return Arrays.copyOf(runs, n);
    }

    /**
     * A piece.
     *
     * @param extremes as of {@link #extremes}
     * @param discrete whether the measure is that of samples
     */
    static Region of(double[] extremes, boolean discrete) {
        return discrete ? ofRuns(extremes) : ofPolygon(extremes);
    }

    /** The least row and column. */
    private static double[] corner(double[] extremes) {
        double[] corner = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        for (int i = 0; i < extremes.length; i++) {
            corner[i % 2] = Math.min(corner[i % 2], extremes[i]);
        }
        return corner;
    }

    private static Region empty() {
        return new Region(new double[2], 0, 0, 0, 0, 0, 0, 0);
    }

    private static Region ofRuns(double[] runs) {
        double[] corner = corner(runs);
        long count = 0;
        long rows = 0;
        long columns = 0;
        for (int i = 0; i < runs.length; i += 4) {
            long n = (long) (runs[i + 3] - runs[i + 1]) + 1;
            count += n;
            rows += n * (long) (runs[i] - corner[0]);
            columns += n * (long) ((runs[i + 1] - corner[1]) + (runs[i + 3] - corner[1]));
        }
        if (count == 0) {
            return empty();
        }
        double row = rows / (double) count;
        double column = 0.5 * columns / count;
        double ofRow = 0;
        double ofColumn = 0;
        double mixed = 0;
        for (int i = 0; i < runs.length; i += 4) {
            double n = runs[i + 3] - runs[i + 1] + 1;
            double r = (runs[i] - corner[0]) - row;
            double c = 0.5 * ((runs[i + 1] - corner[1]) + (runs[i + 3] - corner[1])) - column;
            ofRow += n * (r * r);
            ofColumn += n * (c * c + (n * n - 1) / 12);
            mixed += n * (r * c);
        }
        double orthonormality = (256 * (runs.length / 4 + 10.0) + 32 * Math.sqrt(count)) * 0x1p-53;
        return new Region(
                corner,
                count,
                row,
                column,
                Math.sqrt(ofRow / count),
                Math.sqrt(ofColumn / count),
                mixed / count,
                orthonormality);
    }

    /** A fan of triangles: of area \(T\), with mean \(m\) and covariance \(\frac1{12}\sum_i(v_i-m)(v_i-m)^T\). */
    private static Region ofPolygon(double[] corners) {
        double[] corner = corner(corners);
        double[] v = new double[corners.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = corners[i] - corner[i % 2];
        }
        double area = 0;
        double rows = 0;
        double columns = 0;
        for (int i = 2; i + 3 < v.length; i += 2) {
            double t = triangle(v, i);
            area += t;
            rows += t * ((v[0] + v[i] + v[i + 2]) / 3);
            columns += t * ((v[1] + v[i + 1] + v[i + 3]) / 3);
        }
        if (!(area > 0)) {
            return empty();
        }
        double row = rows / area;
        double column = columns / area;
        double ofRow = 0;
        double ofColumn = 0;
        double mixed = 0;
        for (int i = 2; i + 3 < v.length; i += 2) {
            double t = triangle(v, i);
            double r = (v[0] + v[i] + v[i + 2]) / 3;
            double c = (v[1] + v[i + 1] + v[i + 3]) / 3;
            double[] dr = {v[0] - r, v[i] - r, v[i + 2] - r};
            double[] dc = {v[1] - c, v[i + 1] - c, v[i + 3] - c};
            ofRow += t * ((r - row) * (r - row) + spread(dr, dr));
            ofColumn += t * ((c - column) * (c - column) + spread(dc, dc));
            mixed += t * ((r - row) * (c - column) + spread(dr, dc));
        }
        return new Region(
                corner,
                area,
                row,
                column,
                Math.sqrt(ofRow / area),
                Math.sqrt(ofColumn / area),
                mixed / area,
                OF_POLYGONS);
    }

    /** Half the product with the outer edge, of which one coordinate is 0. */
    private static double triangle(double[] v, int i) {
        return 0.5 * Math.abs((v[i] - v[0]) * (v[i + 3] - v[i + 1]) - (v[i + 2] - v[i]) * (v[i + 1] - v[1]));
    }

    private static double spread(double[] a, double[] b) {
        return (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / 12;
    }

    /** Number of samples, or area in steps. */
    double mass() {
        return mass;
    }

    /** A bound on the relative amount by which the norm of \(\sum c_jp_j\) exceeds \((\sum c_j^2)^{1/2}\); proof above. */
    double orthonormality() {
        return orthonormality;
    }

    /** The number of polynomials of total degree at most {@code degree}: 0 on an empty piece, else 1 to 3. */
    int size(int degree) {
        return mass == 0 ? 0 : degree == 0 ? 1 : 1 + (columnDeviation > 0 ? 1 : 0) + (rowDeviation > 0 ? 1 : 0);
    }

    /** The values of the polynomials at a point, in steps from the cell's corner. */
    void evaluate(int degree, double r, double c, double[] values) {
        values[0] = 1;
        if (degree == 0) {
            return;
        }
        int n = 1;
        double across = 0;
        if (columnDeviation > 0) {
            across = ((c - firstColumn) - column) / columnDeviation;
            values[n++] = across;
        }
        if (rowDeviation > 0) {
            double down = ((r - firstRow) - row) / rowDeviation;
            values[n] = (down - correlation * across) / Math.sqrt(1 - correlation * correlation);
        }
    }

    /**
     * The linear function \(\sum_jc_jp_j\) about the mean, as {@value #NUMBERS} numbers: value, slopes per row and column,
     * row and column of the corner, and from there those of the mean.
     */
    void linear(int size, double[] coefficients, int offset, double[] linear, int at) {
        Arrays.fill(linear, at, at + NUMBERS, 0);
        if (size == 0) {
            return;
        }
        linear[at] = coefficients[offset];
        linear[at + 3] = firstRow;
        linear[at + 4] = firstColumn;
        linear[at + 5] = row;
        linear[at + 6] = column;
        int n = 1;
        if (columnDeviation > 0 && n < size) {
            linear[at + 2] = coefficients[offset + n++] / columnDeviation;
        }
        if (rowDeviation > 0 && n < size) {
            double c = coefficients[offset + n] / Math.sqrt(1 - correlation * correlation);
            linear[at + 1] = c / rowDeviation;
            if (columnDeviation > 0) {
                linear[at + 2] -= c * correlation / columnDeviation;
            }
        }
    }

    /** The largest \(|p_j|\) over the piece: at the extremes, as the polynomials are linear. */
    double[] largest(int degree, double[] extremes) {
        double[] largest = new double[size(degree)];
        double[] values = new double[3];
        for (int i = 0; i < extremes.length; i += 2) {
            evaluate(degree, extremes[i], extremes[i + 1], values);
            for (int j = 0; j < largest.length; j++) {
                largest[j] = Math.max(largest[j], Math.abs(values[j]));
            }
        }
        return largest;
    }
}
