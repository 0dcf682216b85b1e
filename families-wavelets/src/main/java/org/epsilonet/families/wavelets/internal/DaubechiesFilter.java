package org.epsilonet.families.wavelets.internal;

import org.apache.commons.numbers.core.DD;

/**
 * Daubechies' orthonormal filters of extremal phase, by spectral factorization: \(|H(\omega)|^2 = 2\,(1-y)^N
 * P_N(y)\). Each root \(y\) of {@link HalfBand} gives a pair \(z, 1/z\) with \(z + 1/z = 2 - 4y\); the one inside the
 * unit circle is kept:
 * \[ \sum_k h_k z^{-k} = \sqrt2 \Bigl(\frac{1+z^{-1}}2\Bigr)^N \prod_i \frac{1 - z_i z^{-1}}{1 - z_i}. \]
 */
final class DaubechiesFilter {
    private DaubechiesFilter() {}

    /**
     * The low-pass filter \(h_0, \dots, h_{2N-1}\) with sum \(\sqrt2\); most of its energy is at the beginning.
     *
     * @param moments the number \(N\) of vanishing moments, 2 to 10
     */
    static DD[] lowPass(int moments) {
        ComplexDD[] h = {ComplexDD.real(DD.of(2).sqrt())};
        ComplexDD half = ComplexDD.real(DD.of(0.5));
        for (int i = 0; i < moments; i++) {
            h = timesLinear(h, half, half);
        }
        for (ComplexDD y : HalfBand.roots(moments)) {
            ComplexDD z = insideCircle(y);
            ComplexDD gain = ComplexDD.ONE.dividedBy(ComplexDD.ONE.minus(z));
            h = timesLinear(h, gain, new ComplexDD(z.re().negate(), z.im().negate()).times(gain));
        }
        DD[] real = new DD[h.length];
        for (int k = 0; k < h.length; k++) {
            real[k] = h[k].re();
        }
        return real;
    }

    /** The high-pass filter \(g_k = (-1)^k h_{L-1-k}\). */
    static DD[] highPass(DD[] h) {
        DD[] g = new DD[h.length];
        for (int k = 0; k < h.length; k++) {
            DD mirrored = h[h.length - 1 - k];
            g[k] = k % 2 == 0 ? mirrored : mirrored.negate();
        }
        return g;
    }

    /** The solution \(|z| < 1\) of \(z + 1/z = 2 - 4y\): the inverse of the larger one, which does not cancel. */
    private static ComplexDD insideCircle(ComplexDD y) {
        ComplexDD a = ComplexDD.ONE.minus(y.plus(y));
        ComplexDD root = a.times(a).minus(ComplexDD.ONE).squareRoot();
        ComplexDD plus = a.plus(root);
        ComplexDD minus = a.minus(root);
        ComplexDD larger = plus.squaredModulus().hi() >= minus.squaredModulus().hi() ? plus : minus;
        return ComplexDD.ONE.dividedBy(larger);
    }

    /** The product with \(a + b z^{-1}\). */
    private static ComplexDD[] timesLinear(ComplexDD[] p, ComplexDD a, ComplexDD b) {
        ComplexDD[] product = new ComplexDD[p.length + 1];
        for (int k = 0; k < product.length; k++) {
            ComplexDD fromA = k < p.length ? p[k].times(a) : ComplexDD.real(DD.ZERO);
            product[k] = k == 0 ? fromA : fromA.plus(p[k - 1].times(b));
        }
        return product;
    }
}
