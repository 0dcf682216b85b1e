package org.epsilonet.families.wavelets.filter;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/**
 * Orthonormal low-pass filters of length \(2N\) with \(N\) vanishing moments, by spectral factorization: \(|H(\omega)|^2 =
 * 2\,(1-y)^N P_N(y)\). Each root \(y\) of {@link HalfBand} gives a pair \(z, 1/z\) with \(z + 1/z = 2 - 4y\), of which
 * either one may be kept:
 * \[ \sum_k h_k z^{-k} = \sqrt2 \Bigl(\frac{1+z^{-1}}2\Bigr)^N \prod_i \frac{1 - z_i z^{-1}}{1 - z_i}. \]
 *
 * <p><b>Extremal phase</b> (Daubechies' db): all inside the unit circle. <b>Least asymmetric</b> (symlets): the choice
 * whose phase is nearest to a linear one in \(L^2\). The factor of a pair \(z, \bar z\) inside the circle contributes the
 * phase \(\Phi(\omega) = \sum_n \frac{2 \operatorname{Re} z^n}n \sin n\omega\) to that of \(H\), and \(-\Phi\) plus a
 * linear function if \(1/z, 1/\bar z\) are kept instead. So the signs \(\varepsilon_i = \pm1\) are to minimize \(\sum_n
 * n^{-2} \bigl(\sum_i \varepsilon_i \operatorname{Re} z_i^n\bigr)^2\) (a real root counts one half): all choices are tried.
 *
 * @see <a href="https://doi.org/10.1137/0524031">Daubechies, Orthonormal bases of compactly supported wavelets II,
 *     1993</a>
 */
final class SpectralFactor {
    /** Powers of roots of modulus below 0.65: what follows is below rounding. */
    private static final int HARMONICS = 100;

    /** The roots are good to 25 digits and more; those of real polynomials nearest to the axis are 0.1 away. */
    private static final double REAL = 1e-15;

    private SpectralFactor() {}

    /**
     * The filter of extremal phase \(h_0, \dots, h_{2N-1}\) with sum \(\sqrt2\); most of its energy is at the beginning.
     *
     * @param moments the number \(N\) of vanishing moments, 1 to 20
     */
    static DD[] extremalPhase(int moments) {
        List<ComplexDD> roots = new ArrayList<>();
        for (ComplexDD y : HalfBand.roots(moments)) {
            roots.add(insideCircle(y));
        }
        return lowPass(moments, roots);
    }

    /**
     * The least asymmetric filter, of the two (one is the other one read backwards) that with \(\sum_k k h_k\) before the
     * middle.
     *
     * @param moments the number \(N\) of vanishing moments, 2 to 20
     */
    static DD[] leastAsymmetric(int moments) {
        List<ComplexDD> upper = new ArrayList<>();
        for (ComplexDD y : HalfBand.roots(moments)) {
            ComplexDD z = insideCircle(y);
            if (Math.abs(z.im().hi()) < REAL) {
                upper.add(ComplexDD.real(z.re()));
            } else if (z.im().hi() > 0) {
                upper.add(z);
            }
        }
        int outside = leastAsymmetricChoice(upper);
        List<ComplexDD> roots = new ArrayList<>();
        for (int i = 0; i < upper.size(); i++) {
            ComplexDD z = (outside >> i & 1) == 0 ? upper.get(i) : ComplexDD.ONE.dividedBy(upper.get(i));
            roots.add(z);
            if (!z.im().isZero()) {
                roots.add(z.conjugate());
            }
        }
        DD[] h = lowPass(moments, roots);
        return firstMoment(h) < 0 ? h : Filters.reversed(h);
    }

    /** Which pairs to keep outside the circle, bit by bit; of complements, which are reversals, the one without bit 0. */
    private static int leastAsymmetricChoice(List<ComplexDD> upper) {
        double[][] phases = new double[upper.size()][];
        for (int i = 0; i < phases.length; i++) {
            phases[i] = phase(upper.get(i));
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int outside = 0; outside < 1 << phases.length; outside += 2) {
            double asymmetry = 0;
            for (int n = 0; n < HARMONICS; n++) {
                double sum = 0;
                for (int i = 0; i < phases.length; i++) {
                    sum += (outside >> i & 1) == 0 ? phases[i][n] : -phases[i][n];
                }
                asymmetry += sum * sum;
            }
            if (asymmetry < least) {
                least = asymmetry;
                best = outside;
            }
        }
        return best;
    }

    /** The sine coefficients of the phase of one root inside the circle and its conjugate. */
    private static double[] phase(ComplexDD z) {
        double[] sines = new double[HARMONICS];
        double both = z.im().isZero() ? 1 : 2;
        ComplexDD power = ComplexDD.ONE;
        for (int n = 1; n <= HARMONICS; n++) {
            power = power.times(z);
            sines[n - 1] = both * power.re().hi() / n;
        }
        return sines;
    }

    /** \(\sum_k h_k\,(k - (L-1)/2)\). */
    private static double firstMoment(DD[] h) {
        double moment = 0;
        for (int k = 0; k < h.length; k++) {
            moment += h[k].hi() * (k - (h.length - 1) / 2.0);
        }
        return moment;
    }

    /** The real filter with the given roots, conjugates among them, and \(N\) zeros at \(-1\). */
    private static DD[] lowPass(int moments, List<ComplexDD> roots) {
        ComplexDD[] h = {ComplexDD.real(DD.of(2).sqrt())};
        ComplexDD half = ComplexDD.real(DD.of(0.5));
        for (int i = 0; i < moments; i++) {
            h = timesLinear(h, half, half);
        }
        for (ComplexDD z : roots) {
            ComplexDD gain = ComplexDD.ONE.dividedBy(ComplexDD.ONE.minus(z));
            h = timesLinear(h, gain, new ComplexDD(z.re().negate(), z.im().negate()).times(gain));
        }
        DD[] real = new DD[h.length];
        for (int k = 0; k < h.length; k++) {
            real[k] = h[k].re();
        }
        return real;
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
