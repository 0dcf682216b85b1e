package org.epsilonet.families.wavelets.filter;

/**
 * One step of a lifting scheme: a sum over one of the two sequences, even or odd samples, is added to the other one,
 * \(y_k \mathrel{+}= \sum_m t_m x_{k + offset + m}\).
 *
 * @param odd whether the odd samples are changed
 * @param offset place of the first tap
 * @param taps \(t\); not copied
 */
public record LiftingStep(boolean odd, int offset, double[] taps) {
    /** Whether the taps read the same backwards and there is one for each side: the sum can be taken by pairs. */
    public boolean isPaired() {
        for (int m = 0; m < taps.length / 2; m++) {
            if (taps[m] != taps[taps.length - 1 - m]) {
                return false;
            }
        }
        return taps.length % 2 == 0;
    }
}
