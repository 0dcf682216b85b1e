package org.epsilonet.families.wavelets.filter;

import java.util.Arrays;
import org.apache.commons.numbers.core.DD;

/**
 * Coifman's orthonormal filters of length \(6K\): the wavelet has \(2K\) vanishing moments, the scaling function the
 * moments \(1\) to \(2K-1\) equal to zero. Both together say, with \(c = \cos^2\frac\omega2\), \(s = \sin^2\frac\omega2\),
 * \[ m_0(\omega) = c^K \Bigl[\sum_{k<K} \binom{K-1+k}k s^k + s^K \sum_{n<2K} f_n e^{-in\omega}\Bigr], \]
 * and \(|m_0(\omega)|^2 + |m_0(\omega+\pi)|^2 - 1\) is divisible by \(\sin^{2K}\omega\). So it vanishes as soon as its
 * \(2K\) highest coefficients do: as many quadratic equations as unknowns \(f_n\). Newton's method from \(f = 0\), the
 * interpolating half-band filter, finds the tabulated solution.
 *
 * @see <a href="https://doi.org/10.1137/0524031">Daubechies, Orthonormal bases of compactly supported wavelets II,
 *     1993</a>
 */
final class Coiflet {
    private static final int MOST_STEPS = 40;
    private static final DD[] COSINE = {DD.of(0.25), DD.of(0.5), DD.of(0.25)};
    private static final DD[] SINE = {DD.of(-0.25), DD.of(0.5), DD.of(-0.25)};

    private final int order;
    private final DD[] fixed;
    private final DD[][] columns;

    private Coiflet(int order) {
        this.order = order;
        int length = 6 * order;
        DD[] cosines = {DD.ONE};
        for (int i = 0; i < order; i++) {
            cosines = Filters.product(cosines, COSINE);
        }
        DD[] interpolating = {DD.ZERO};
        DD[] product = cosines;
        for (double binomial : HalfBand.coefficients(order)) {
            interpolating = Filters.centredSum(interpolating, Filters.times(product, DD.of(binomial)));
            product = Filters.product(product, SINE);
        }
        DD root = DD.of(2).sqrt();
        this.fixed = Filters.times(Filters.placed(interpolating, length, 1), root);
        this.columns = new DD[2 * order][];
        for (int n = 0; n < columns.length; n++) {
            columns[n] = Filters.times(Filters.placed(product, length, n), root);
        }
    }

    /**
     * The low-pass filter with sum \(\sqrt2\); its entry \(2K\) is the tap at 0.
     *
     * @param order \(K\), 1 to 5
     */
    static DD[] lowPass(int order) {
        return new Coiflet(order).solved();
    }

    private DD[] solved() {
        DD[] h = fixed;
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            DD[] change = LinearSystem.solve(jacobian(h), residual(h));
            double size = 0;
            DD[] next = h.clone();
            for (int n = 0; n < columns.length; n++) {
                size = Math.max(size, Math.abs(change[n].hi()));
                for (int k = 0; k < h.length; k++) {
                    next[k] = next[k].subtract(change[n].multiply(columns[n][k]));
                }
            }
            // Quadratic convergence, then rounding noise.
            if (size < 1e-20 && size >= before) {
                return h;
            }
            h = next;
            before = size;
        }
        throw new IllegalStateException("the equations of coiflet " + order + " were not solved");
    }

    /** \(\sum_k h_k h_{k+2j} - \delta_{j0}\) for \(K \le j < 3K\). */
    private DD[] residual(DD[] h) {
        DD[] residual = new DD[columns.length];
        Arrays.setAll(residual, r -> Filters.correlation(h, h, 2 * (order + r)));
        return residual;
    }

    private DD[][] jacobian(DD[] h) {
        DD[][] jacobian = new DD[columns.length][columns.length];
        for (int r = 0; r < columns.length; r++) {
            int shift = 2 * (order + r);
            for (int n = 0; n < columns.length; n++) {
                jacobian[r][n] =
                        Filters.correlation(columns[n], h, shift).add(Filters.correlation(h, columns[n], shift));
            }
        }
        return jacobian;
    }
}
