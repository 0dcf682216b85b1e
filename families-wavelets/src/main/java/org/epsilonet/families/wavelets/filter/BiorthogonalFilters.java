package org.epsilonet.families.wavelets.filter;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/**
 * Symmetric filters with perfect reconstruction, of Cohen, Daubechies and Feauveau: \((1-y)^N P_N(y)\) is split between
 * the low-pass filters of reconstruction and decomposition.
 *
 * <p><b>Spline line</b> (1.x, 2.x, 3.x): reconstruction takes \(N_r\) zeros at \(\omega = \pi\) and nothing else, so its
 * scaling function is the B-spline of order \(N_r\); decomposition takes \(N_d = 2N - N_r\) zeros and \(P_N\). All taps are
 * dyadic rationals times \(\sqrt2\).
 *
 * <p><b>Nearly orthonormal line</b> (4.4, 5.5, 6.8): the roots of \(P_N\) are split too. Among the splits of given
 * degrees the one is taken for which the two filters differ least, the nearest to an orthonormal system.
 *
 * @see <a href="https://doi.org/10.1002/cpa.3160450502">Cohen, Daubechies, Feauveau, Biorthogonal bases of compactly
 *     supported wavelets, 1992</a>
 */
final class BiorthogonalFilters {
    private static final DD[] HALF_ZERO = {DD.of(0.5), DD.of(0.5)};
    private static final DD[] SINE = {DD.of(-0.25), DD.of(0.5), DD.of(-0.25)};

    /** As {@link SpectralFactor} on real roots. */
    private static final double REAL = 1e-15;

    private BiorthogonalFilters() {}

    /**
     * The spline line.
     *
     * @param reconstruction \(N_r\), zeros of the reconstruction filter at \(\pi\)
     * @param decomposition \(N_d\), of the same parity
     */
    static FilterBank splines(int reconstruction, int decomposition) {
        DD[] factor = {DD.ZERO};
        DD[] power = {DD.ONE};
        for (double c : HalfBand.coefficients((reconstruction + decomposition) / 2)) {
            factor = Filters.centredSum(factor, Filters.times(power, DD.of(c)));
            power = Filters.product(power, SINE);
        }
        return bank(
                zeros(reconstruction), Filters.product(zeros(decomposition), factor), reconstruction, decomposition);
    }

    /**
     * The nearly orthonormal line.
     *
     * @param reconstruction zeros of the reconstruction filter at \(\pi\), even
     * @param decomposition zeros of the decomposition filter at \(\pi\), even
     * @param degree how many roots of \(P_N\) the reconstruction filter takes, 1 or 2
     */
    static FilterBank nearlyOrthonormal(int reconstruction, int decomposition, int degree) {
        List<DD[]> factors = realFactors(HalfBand.roots((reconstruction + decomposition) / 2));
        DD[] low = new DD[0];
        DD[] dual = new DD[0];
        double least = Double.POSITIVE_INFINITY;
        for (DD[] factor : factors) {
            if (factor.length == 2 * degree + 1) {
                DD[] h = Filters.product(zeros(reconstruction), factor);
                DD[] rest = zeros(decomposition);
                for (DD[] other : factors) {
                    rest = other == factor ? rest : Filters.product(rest, other);
                }
                double distance = squaredDistance(h, rest);
                if (distance < least) {
                    least = distance;
                    low = h;
                    dual = rest;
                }
            }
        }
        return bank(low, dual, reconstruction, decomposition);
    }

    private static double squaredDistance(DD[] a, DD[] b) {
        DD[] difference = Filters.centredSum(a, Filters.times(b, DD.ONE.negate()));
        return Filters.correlation(difference, difference, 0).hi();
    }

    /** Factors \(1 - y/y_i\), conjugate ones multiplied, as filters: \(y = (2 - z - z^{-1})/4\). */
    private static List<DD[]> realFactors(ComplexDD[] roots) {
        List<DD[]> factors = new ArrayList<>();
        for (ComplexDD y : roots) {
            ComplexDD inverse = ComplexDD.ONE.dividedBy(y);
            DD re = inverse.re();
            if (Math.abs(y.im().hi()) < REAL) {
                DD quarter = re.multiply(0.25);
                factors.add(new DD[] {quarter, DD.ONE.subtract(re.multiply(0.5)), quarter});
            } else if (y.im().hi() > 0) {
                DD[] quadratic = Filters.times(Filters.product(SINE, SINE), inverse.squaredModulus());
                DD[] linear = Filters.times(SINE, re.multiply(-2.0));
                factors.add(Filters.centredSum(Filters.centredSum(quadratic, linear), new DD[] {DD.ONE}));
            }
        }
        return factors;
    }

    /** \(\bigl(\frac{1+z^{-1}}2\bigr)^n\). */
    private static DD[] zeros(int n) {
        DD[] filter = {DD.ONE};
        for (int i = 0; i < n; i++) {
            filter = Filters.product(filter, HALF_ZERO);
        }
        return filter;
    }

    /** Both filters between zeros, on one even length; centres of odd filters differ by one. */
    private static FilterBank bank(DD[] low, DD[] dual, int moments, int dualMoments) {
        int length = Math.max(low.length, dual.length);
        length += length % 2;
        int shift = low.length % 2;
        DD root = DD.of(2).sqrt();
        return new FilterBank(
                Filters.times(Filters.placed(low, length, (length - shift - low.length) / 2), root),
                Filters.times(Filters.placed(dual, length, (length + shift - dual.length) / 2), root),
                false,
                moments,
                dualMoments);
    }
}
