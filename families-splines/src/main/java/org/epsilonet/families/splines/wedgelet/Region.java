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
 * well-conditioned whatever the chord. Variances are sums of positive terms about the mean: nothing cancels.
 */
final class Region {
    /** The largest total degree. */
    static final int HIGHEST_DEGREE = 1;

    private static final double THINNEST = 1.0 / 64;

    private final double mass;
    private final double row;
    private final double column;
    private final double rowDeviation;
    private final double columnDeviation;
    private final double correlation;

    private Region(double mass, double row, double column, double rowDeviation, double columnDeviation, double mixed) {
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

    private static Region ofRuns(double[] runs) {
        double count = 0;
        double rows = 0;
        double columns = 0;
        for (int i = 0; i < runs.length; i += 4) {
            double n = runs[i + 3] - runs[i + 1] + 1;
            count += n;
            rows += n * runs[i];
            columns += n * (0.5 * (runs[i + 1] + runs[i + 3]));
        }
        if (count == 0) {
            return new Region(0, 0, 0, 0, 0, 0);
        }
        double row = rows / count;
        double column = columns / count;
        double ofRow = 0;
        double ofColumn = 0;
        double mixed = 0;
        for (int i = 0; i < runs.length; i += 4) {
            double n = runs[i + 3] - runs[i + 1] + 1;
            double r = runs[i] - row;
            double c = 0.5 * (runs[i + 1] + runs[i + 3]) - column;
            ofRow += n * (r * r);
            ofColumn += n * (c * c + (n * n - 1) / 12);
            mixed += n * (r * c);
        }
        return new Region(count, row, column, Math.sqrt(ofRow / count), Math.sqrt(ofColumn / count), mixed / count);
    }

    /** A fan of triangles: of area \(T\), with mean \(m\) and covariance \(\frac1{12}\sum_i(v_i-m)(v_i-m)^T\). */
    private static Region ofPolygon(double[] v) {
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
            return new Region(0, 0, 0, 0, 0, 0);
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
            ofRow += t
                    * ((r - row) * (r - row)
                            + spread(v[0] - r, v[i] - r, v[i + 2] - r, v[0] - r, v[i] - r, v[i + 2] - r));
            ofColumn += t
                    * ((c - column) * (c - column)
                            + spread(v[1] - c, v[i + 1] - c, v[i + 3] - c, v[1] - c, v[i + 1] - c, v[i + 3] - c));
            mixed += t
                    * ((r - row) * (c - column)
                            + spread(v[0] - r, v[i] - r, v[i + 2] - r, v[1] - c, v[i + 1] - c, v[i + 3] - c));
        }
        return new Region(area, row, column, Math.sqrt(ofRow / area), Math.sqrt(ofColumn / area), mixed / area);
    }

    private static double triangle(double[] v, int i) {
        return 0.5 * Math.abs((v[i] - v[0]) * (v[i + 3] - v[1]) - (v[i + 2] - v[0]) * (v[i + 1] - v[1]));
    }

    private static double spread(double a, double b, double c, double x, double y, double z) {
        return (a * x + b * y + c * z) / 12;
    }

    /** Number of samples, or area in steps. */
    double mass() {
        return mass;
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
            across = (c - column) / columnDeviation;
            values[n++] = across;
        }
        if (rowDeviation > 0) {
            values[n] = ((r - row) / rowDeviation - correlation * across) / Math.sqrt(1 - correlation * correlation);
        }
    }

    /** The linear function \(\sum_jc_jp_j\) as value and slopes about the mean: value, per row, per column, mean row and column. */
    void linear(int size, double[] coefficients, int offset, double[] linear, int at) {
        Arrays.fill(linear, at, at + 5, 0);
        if (size == 0) {
            return;
        }
        linear[at] = coefficients[offset];
        linear[at + 3] = row;
        linear[at + 4] = column;
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
