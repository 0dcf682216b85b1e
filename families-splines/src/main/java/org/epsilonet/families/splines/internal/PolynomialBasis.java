package org.epsilonet.families.splines.internal;

/** A basis of the polynomials in \(u = 2x-1 \in [-1,1]\), all elements bounded by 1. */
public enum PolynomialBasis {
    /** Chebyshev polynomials \(T_0, T_1, \dots\): \(T_k(\cos\vartheta) = \cos k\vartheta\). */
    CHEBYSHEV,
    /** Powers \(1, u, u^2, \dots\). */
    MONOMIAL;

    /** \(\sum_k c_kp_k(u)\), by Clenshaw's or Horner's recurrence. */
    double sum(double[] c, double u) {
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
     * The coefficients in this basis. Those of \(T_k\) in powers have alternating signs and absolute values that add up to
     * about \((1+\sqrt2)^k/2\): as many bits are lost as the weights have more.
     *
     * @param chebyshev coefficients in the Chebyshev basis
     */
    public double[] fromChebyshev(double[] chebyshev) {
        int n = chebyshev.length;
        if (this == CHEBYSHEV) {
            return chebyshev.clone();
        }
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
