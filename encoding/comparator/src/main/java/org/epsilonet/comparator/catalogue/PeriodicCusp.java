package org.epsilonet.comparator.catalogue;

import java.util.function.DoubleUnaryOperator;

/**
 * The function of period 1 with the Fourier coefficients \(\max(1,|k|)^{-3/2}\): \(1 + 2\,\mathrm{Re}\,
 * \mathrm{Li}_{3/2}(e^{2\pi it})\), by the expansion of the polylogarithm at its branch point. For \(|t| \le \frac12\)
 * \[ \sum_{k\ge1} k^{-3/2}\cos2\pi kt = \zeta(\tfrac32) - 2\pi\sqrt{|t|} + \sum_{n\ge1} a_nt^{2n}, \qquad a_n =
 * 2\sqrt\pi\,\frac{\Gamma(2n-\frac12)}{(2n)!}\,\zeta(2n-\tfrac12). \]
 *
 * @see <a href="https://dlmf.nist.gov/25.12">DLMF 25.12.12 with the functional equation 25.4.1</a>
 */
final class PeriodicCusp implements DoubleUnaryOperator {
    /** Terms decrease like \(4^{-n}\). */
    private static final int TERMS = 27;

    private static final double[] A = coefficients();

    private static double[] coefficients() {
        double[] a = new double[TERMS];
        a[0] = zeta(1.5);
        double gammas = Math.sqrt(Math.PI) / 4;
        for (int n = 1; n < TERMS; n++) {
            a[n] = 2 * Math.sqrt(Math.PI) * gammas * zeta(2 * n - 0.5);
            gammas *= (2 * n - 0.5) * (2 * n + 0.5) / ((2 * n + 1.0) * (2 * n + 2));
        }
        return a;
    }

    /** Euler–Maclaurin from 1000 on: the next term is below 10^-13. */
    private static double zeta(double s) {
        int from = 1000;
        double sum = Math.pow(from, 1 - s) / (s - 1) + 0.5 * Math.pow(from, -s) + s * Math.pow(from, -s - 1) / 12;
        for (int k = from - 1; k >= 1; k--) {
            sum += Math.pow(k, -s);
        }
        return sum;
    }

    @Override
    public double applyAsDouble(double x) {
        double t = x - Math.rint(x);
        double square = t * t;
        double sum = 0;
        for (int n = TERMS - 1; n >= 0; n--) {
            sum = sum * square + A[n];
        }
        return 1 + 2 * (sum - 2 * Math.PI * Math.sqrt(Math.abs(t)));
    }
}
