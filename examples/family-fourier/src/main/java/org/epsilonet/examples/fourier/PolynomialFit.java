package org.epsilonet.examples.fourier;

import java.util.Arrays;
import org.epsilonet.api.function.Samples;

/**
 * Least squares by polynomials on \(N\) cell centres, of degree below \(2\sqrt N\): higher degrees are not determined by
 * equispaced samples without amplifying their errors exponentially.
 *
 * <p>The discrete Legendre polynomials (Gram's), orthonormal in the mean over the points \(t_i = (2i+1)/N-1\), satisfy
 * \(tq_k = b_{k+1}q_{k+1} + b_kq_{k-1}\) with \(b_k = \frac kN\sqrt{(N^2-k^2)/(4k^2-1)}\). One pass finds the coefficients
 * of all degrees, \(O(N)\) for each; a fit is then moved to Chebyshev polynomials by its values at Chebyshev points.
 *
 * @see <a href="https://doi.org/10.1137/090774707">Platte, Trefethen, Kuijlaars: Impossibility of fast stable approximation
 *     of analytic functions from equispaced samples, SIAM Review 2011</a>
 */
final class PolynomialFit {
    private final double[] points;
    private final double[] residual;
    private double[] before;
    private double[] current;
    private double[] coefficients = new double[0];

    PolynomialFit(Samples samples) {
        int n = samples.size();
        this.points = new double[n];
        for (int i = 0; i < n; i++) {
            points[i] = (2 * i + 1.0 - n) / n;
        }
        this.residual = samples.values();
        this.before = new double[n];
        this.current = new double[n];
        Arrays.fill(current, 1);
    }

    /** The Chebyshev coefficients (of \(1, \sqrt2T_1, \dots\)) of the fit with {@code terms} of them. */
    double[] chebyshev(int terms) {
        double[] gram = gram(terms);
        double[] t = new double[terms];
        for (int j = 0; j < terms; j++) {
            t[j] = 2 * Basis.CHEBYSHEV.place((j + 0.5) / terms) - 1;
        }
        double[] values = new double[terms];
        double[] previous = new double[terms];
        double[] q = new double[terms];
        Arrays.fill(q, 1);
        for (int k = 0; k < terms; k++) {
            for (int j = 0; j < terms; j++) {
                values[j] += gram[k] * q[j];
            }
            if (k + 1 < terms) {
                step(k, t, previous, q);
                double[] swap = previous;
                previous = q;
                q = swap;
            }
        }
        new CosineLine(terms).analyze(values);
        return values;
    }

    /** The coefficients of the first discrete Legendre polynomials, remembered. */
    private synchronized double[] gram(int terms) {
        int known = coefficients.length;
        if (known < terms) {
            coefficients = Arrays.copyOf(coefficients, terms);
            for (int k = known; k < terms; k++) {
                if (k > 0) {
                    step(k - 1, points, before, current);
                    double[] swap = before;
                    before = current;
                    current = swap;
                }
                coefficients[k] = projectedOut();
            }
        }
        return coefficients;
    }

    /** Takes the component along the current polynomial off the residual. */
    private double projectedOut() {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += residual[i] * current[i];
        }
        double coefficient = sum / points.length;
        for (int i = 0; i < points.length; i++) {
            residual[i] -= coefficient * current[i];
        }
        return coefficient;
    }

    /** Turns {@code previous}, \(q_{k-1}\), into \(q_{k+1}\), given {@code q}, \(q_k\). */
    private void step(int k, double[] t, double[] previous, double[] q) {
        double b = k == 0 ? 0 : recurrence(k);
        double next = recurrence(k + 1);
        for (int i = 0; i < t.length; i++) {
            previous[i] = (t[i] * q[i] - b * previous[i]) / next;
        }
    }

    private double recurrence(int k) {
        double n = points.length;
        return k / n * Math.sqrt((n - k) * (n + k) / (4.0 * k * k - 1));
    }
}
