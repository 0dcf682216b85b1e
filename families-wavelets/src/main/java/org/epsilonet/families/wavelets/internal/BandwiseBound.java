package org.epsilonet.families.wavelets.internal;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.function.LpNorm;

/**
 * Perturbation bound of a linear combination of atoms, from what each band can do:
 * \[ \|\cdot\|_\infty \le \sum_b \Psi_b \max_{i \in b} \delta_i, \qquad
 *    \|\cdot\|_2 \le \sum_b B_b \Bigl(\sum_{i \in b} \delta_i^2\Bigr)^{1/2} \quad\text{or, orthonormal,}\quad
 *    \Bigl(\sum_i \delta_i^2\Bigr)^{1/2}, \]
 * \(\|\cdot\|_p \le \|\cdot\|_2\) for \(p \le 2\), and \(\|\cdot\|_p \le \|\cdot\|_2^{2/p}\,\|\cdot\|_\infty^{1-2/p}\)
 * beyond.
 */
final class BandwiseBound implements PerturbationBound {
    private final BandedDictionary dictionary;
    private final LpNorm norm;
    private final int[] ends;

    /**
     * @param dictionary the bands and what they can do
     * @param ends for each band, how many parameters there are up to its end
     * @param norm the norm
     */
    BandwiseBound(BandedDictionary dictionary, int[] ends, LpNorm norm) {
        this.dictionary = dictionary;
        this.norm = norm;
        this.ends = ends;
    }

    @Override
    public double of(double[] deltas) {
        double two = 0;
        double sup = 0;
        boolean orthonormal = dictionary.system().isOrthonormal();
        int i = 0;
        for (int b = 0; b < ends.length; b++) {
            double largest = 0;
            int from = i;
            for (; i < ends[b]; i++) {
                largest = Math.max(largest, deltas[i]);
            }
            if (largest > 0) {
                sup += norm.p() > 2 ? dictionary.sup(b) * largest : 0;
                double root = dictionary.two(b) * rootSumOfSquares(deltas, from, i, largest);
                two = orthonormal ? Math.hypot(two, root) : two + root;
            }
        }
        return dictionary.combined(norm, two, sup, deltas.length);
    }

    /** Relative to the largest, so that no square overflows or vanishes. */
    private static double rootSumOfSquares(double[] deltas, int from, int to, double largest) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double ratio = deltas[i] / largest;
            sum += ratio * ratio;
        }
        return largest == Double.POSITIVE_INFINITY ? largest : largest * Math.sqrt(sum);
    }
}
