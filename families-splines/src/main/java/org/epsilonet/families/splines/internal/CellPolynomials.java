package org.epsilonet.families.splines.internal;

/**
 * Orthonormal polynomials on one interval, in its local coordinate \(u \in [-1,1]\), with respect to a probability
 * measure: Lebesgue measure on the continuum (normalized Legendre polynomials), or \(n\) equally spaced points \(u_i =
 * (2i+1-n)/n\) of equal mass (Gram's polynomials, also called discrete Chebyshev). Both obey
 * \[ u\,p_k = b_{k+1}p_{k+1} + b_k p_{k-1}, \qquad b_k = \frac{k}{\sqrt{4k^2-1}}\sqrt{1-k^2/n^2}, \]
 * with \(n = \infty\) for the continuum; on \(n\) points there are only \(p_0,\dots,p_{n-1}\), and indeed \(b_n = 0\).
 *
 * @see <a href="https://dlmf.nist.gov/18.20">DLMF 18.19-18.22: Hahn polynomials with α = β = 0</a>
 */
public final class CellPolynomials {
    private final double[] recurrence;
    private final double[] inverse;

    private CellPolynomials(double[] recurrence) {
        this.recurrence = recurrence;
        this.inverse = new double[recurrence.length];
        for (int k = 1; k < inverse.length; k++) {
            inverse[k] = 1 / recurrence[k];
        }
    }

    /**
     * The polynomials of degree at most {@code degree}.
     *
     * @param degree the largest degree
     * @param points the number of points \(n\), or 0 for the continuum
     */
    public static CellPolynomials of(int degree, long points) {
        double[] b = new double[size(degree, points)];
        for (int k = 1; k < b.length; k++) {
            b[k] = recurrence(k, points);
        }
        return new CellPolynomials(b);
    }

    /** How many there are: {@code degree + 1}, but no more than points. */
    public static int size(int degree, long points) {
        return points == 0 ? degree + 1 : (int) Math.min(degree + 1L, points);
    }

    /** The coefficient \(b_k\); {@code points = 0} is the continuum. */
    static double recurrence(int k, double points) {
        double legendre = k / Math.sqrt(4.0 * k * k - 1);
        return points == 0 ? legendre : legendre * (Math.sqrt(Math.max(0, (points - k) * (points + k))) / points);
    }

    /** The number of polynomials. */
    public int size() {
        return recurrence.length;
    }

    /** Fills in \(p_0(u), \dots, p_{size-1}(u)\). */
    public void evaluate(double u, double[] values) {
        values[0] = 1;
        double previous = 0;
        double current = 1;
        for (int k = 1; k < recurrence.length; k++) {
            double next = (u * current - recurrence[k - 1] * previous) * inverse[k];
            values[k] = next;
            previous = current;
            current = next;
        }
    }

    /** The sum \(\sum_j c_j p_j(u)\) of the coefficients from {@code offset} on. */
    public double sum(double[] coefficients, int offset, double u) {
        double sum = coefficients[offset];
        double previous = 0;
        double current = 1;
        for (int k = 1; k < recurrence.length; k++) {
            double next = (u * current - recurrence[k - 1] * previous) * inverse[k];
            sum += coefficients[offset + k] * next;
            previous = current;
            current = next;
        }
        return sum;
    }

    /**
     * The Taylor coefficients of \(\sum_jc_jp_j\) at a point: the recurrence, applied to truncated power series.
     *
     * @param c at least as many coefficients as polynomials
     * @param u the point
     * @return as many coefficients as {@code c} has
     */
    double[] taylor(double[] c, double u) {
        double[] sum = new double[c.length];
        double[] previous = new double[c.length];
        double[] current = new double[c.length];
        current[0] = 1;
        sum[0] = c[0];
        for (int k = 1; k < recurrence.length; k++) {
            double[] next = new double[c.length];
            for (int s = 0; s <= k; s++) {
                double shifted = s == 0 ? 0 : current[s - 1];
                next[s] = (u * current[s] + shifted - recurrence[k - 1] * previous[s]) * inverse[k];
                sum[s] += c[k] * next[s];
            }
            previous = current;
            current = next;
        }
        return sum;
    }

    /**
     * The largest values \(\max|p_j|\): \(\sqrt{2j+1}\) on the continuum, attained at the ends; on points found among
     * them.
     *
     * @param points as in {@link #of}
     */
    double[] largest(long points) {
        double[] largest = new double[size()];
        if (points == 0) {
            for (int j = 0; j < largest.length; j++) {
                largest[j] = Math.sqrt(2 * j + 1);
            }
            return largest;
        }
        double[] values = new double[size()];
        for (long i = 0; 2 * i < points; i++) {
            evaluate((2.0 * i + 1 - points) / points, values);
            for (int j = 0; j < values.length; j++) {
                largest[j] = Math.max(largest[j], Math.abs(values[j]));
            }
        }
        return largest;
    }
}
