package org.epsilonet.families.wavelets.filter;

import org.apache.commons.numbers.core.DD;

/**
 * Two low-pass filters with perfect reconstruction, and from them the two high-pass filters.
 *
 * @param low low-pass filter of reconstruction \(h\), sum \(\sqrt2\), of even length
 * @param dual low-pass filter of decomposition \(\tilde h\), of the same length, in the order of a convolution: for
 *     orthonormal systems \(h\) read backwards
 * @param orthonormal whether it is that
 * @param moments zeros of \(h\) at \(\pi\): vanishing moments of decomposition, and the order of approximation
 * @param dualMoments zeros of \(\tilde h\) at \(\pi\): vanishing moments of the wavelets that functions are made of
 */
public record FilterBank(DD[] low, DD[] dual, boolean orthonormal, int moments, int dualMoments) {
    static FilterBank orthonormal(DD[] low, int moments) {
        return new FilterBank(low, Filters.reversed(low), true, moments, moments);
    }

    /** High-pass filter of reconstruction, \((-1)^k \tilde h_k\). */
    public DD[] high() {
        return Filters.alternated(dual, false);
    }

    /** High-pass filter of decomposition, \((-1)^{k+1} h_k\). */
    public DD[] dualHigh() {
        return Filters.alternated(low, true);
    }
}
