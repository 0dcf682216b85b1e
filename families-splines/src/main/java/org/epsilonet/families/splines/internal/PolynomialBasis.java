package org.epsilonet.families.splines.internal;

import java.util.function.DoubleUnaryOperator;
import org.epsilonet.api.function.Formula;

/** A basis of the polynomials in \(u = 2x-1 \in [-1,1]\). */
public enum PolynomialBasis {
    /** Legendre polynomials, orthonormal on [0, 1]: \(\sqrt{2k+1}P_k\). */
    LEGENDRE,
    /** Chebyshev polynomials \(T_0, T_1, \dots\): \(T_k(\cos\vartheta) = \cos k\vartheta\). */
    CHEBYSHEV,
    /** Powers \(1, u, u^2, \dots\). */
    MONOMIAL;

    /** \(\sup|p_k|\): 1, but for orthonormal polynomials \(\sqrt{2k+1}\). */
    double largest(int k) {
        return this == LEGENDRE ? Math.sqrt(2 * k + 1) : 1;
    }

    /** \(u \mapsto \sum_k c_kp_k(u)\), by the three-term recurrence, Clenshaw's or Horner's. */
    DoubleUnaryOperator sum(double[] c) {
        if (this == LEGENDRE) {
            CellPolynomials legendre = CellPolynomials.of(c.length - 1, 0);
            return u -> legendre.sum(c, 0, u);
        }
        return u -> sum(c, u);
    }

    private double sum(double[] c, double u) {
        if (this == MONOMIAL) {
            double sum = 0;
            for (int k = c.length - 1; k >= 0; k--) {
                sum = sum * u + c[k];
            }
            return sum;
        }
        double next = 0;
        double afterNext = 0;
        for (int k = c.length - 1; k > 0; k--) {
            double b = c[k] + (2 * u * next - afterNext);
            afterNext = next;
            next = b;
        }
        return c[0] + (u * next - afterNext);
    }

    /**
     * The coefficients of partial sums in this basis, near-best in \(L^2\).
     *
     * @param series the first coefficients of the function's own series: for powers that of Chebyshev
     */
    public double[] fromSeries(double[] series) {
        return this == MONOMIAL ? powers(series) : series.clone();
    }

    /** The first coefficients of the series of which {@link #fromSeries} takes a part. */
    public double[] series(Formula formula, int count) {
        return this == LEGENDRE
                ? LegendreSeries.coefficients(formula, count)
                : ChebyshevSeries.coefficients(formula, count);
    }

    /**
     * Those of \(T_k\) in powers have alternating signs and absolute values that add up to about \((1+\sqrt2)^k/2\): as
     * many bits are lost as the weights have more.
     */
    private static double[] powers(double[] chebyshev) {
        int n = chebyshev.length;
        double[] sum = new double[n];
        double[] before = new double[n];
        double[] current = new double[n];
        current[0] = 1;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i <= k; i++) {
                sum[i] += chebyshev[k] * current[i];
            }
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                double shifted = i == 0 ? 0 : current[i - 1];
                next[i] = (k == 0 ? shifted : 2 * shifted) - before[i];
            }
            before = current;
            current = next;
        }
        return sum;
    }
}
