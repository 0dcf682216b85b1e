package org.epsilonet.families.splines.wedgelet;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.function.LpNorm;

/**
 * Perturbation of the coefficients in orthonormal bases on disjoint pieces: in \(L^2\)
 * \((\sum_{pieces}\mu\sum_j\delta_j^2)^{1/2}\), a Parseval identity up to the {@link Region#orthonormality} of the bases; in the supremum norm \(\max_{pieces}\sum_j\delta_j
 * \|p_j\|_\infty\); in between \(\|g\|_p \le \|g\|_2\) for \(p \le 2\) and \(\|g\|_p \le \|g\|_2^{2/p}
 * \|g\|_\infty^{1-2/p}\) for \(p \ge 2\), on every piece.
 */
final class PiecewiseBound implements PerturbationBound {
    private final double[] measures;
    private final int[] offsets;
    private final double[][] largest;
    private final double orthonormality;
    private final LpNorm norm;

    /**
     * @param measures of the pieces
     * @param offsets where the coefficients of each piece begin, and the end
     * @param largest for \(p > 2\), the largest values of each polynomial
     * @param orthonormality the largest {@link Region#orthonormality}
     */
    PiecewiseBound(double[] measures, int[] offsets, double[][] largest, double orthonormality, LpNorm norm) {
        this.measures = measures;
        this.offsets = offsets;
        this.largest = largest;
        this.orthonormality = orthonormality;
        this.norm = norm;
    }

    @Override
    public double of(double[] deltas) {
        double unit = deltas.length == 0 ? 0 : LpNorm.SUP.of(deltas);
        if (unit == 0 || unit == Double.POSITIVE_INFINITY) {
            return unit;
        }
        double total = 0;
        for (int piece = 0; piece < measures.length; piece++) {
            double size = onPiece(piece, deltas, unit);
            total = norm.isSup() ? Math.max(total, size) : total + measures[piece] * norm.power(size);
        }
        // Roundings of the sums, of pow, of the polynomials' values and of the measures.
        return PerturbationBound.outward((1 + orthonormality) * unit * norm.root(total), measures.length + 256);
    }

    private double onPiece(int piece, double[] deltas, double unit) {
        double mean = 0;
        double peak = 0;
        for (int i = offsets[piece]; i < offsets[piece + 1]; i++) {
            double delta = deltas[i] / unit;
            mean += delta * delta;
            peak += largest.length == 0 ? 0 : delta * largest[piece][i - offsets[piece]];
        }
        double share = norm.isSup() ? 1 : Math.max(0, 1 - 2 / norm.p());
        return share == 1 ? peak : Math.pow(Math.sqrt(mean), 1 - share) * Math.pow(peak, share);
    }
}
