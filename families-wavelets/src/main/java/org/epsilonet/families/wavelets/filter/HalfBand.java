package org.epsilonet.families.wavelets.filter;

import org.apache.commons.numbers.core.DD;

/**
 * The polynomial \(P_N(y) = \sum_{k<N} \binom{N-1+k}{k} y^k\), the solution of lowest degree of \((1-y)^N P(y) + y^N
 * P(1-y) = 1\), where \(y = \sin^2(\omega/2)\). Every factorization of \((1-y)^N P_N(y)\) into two trigonometric
 * polynomials gives a pair of filters with perfect reconstruction and \(N\) vanishing moments to share.
 *
 * @see <a href="https://doi.org/10.1002/cpa.3160410705">Daubechies, Orthonormal bases of compactly supported wavelets,
 *     1988</a>
 */
public final class HalfBand {
    private static final int MOST_SWEEPS = 500;

    private HalfBand() {}

    /** The coefficients of \(P_N\) in increasing powers; whole numbers, exact. */
    public static double[] coefficients(int moments) {
        double[] p = new double[moments];
        p[0] = 1;
        for (int k = 1; k < moments; k++) {
            p[k] = p[k - 1] * (moments - 1 + k) / k;
        }
        return p;
    }

    /**
     * The \(N-1\) simple roots of \(P_N\), by simultaneous iteration (Durand–Kerner) until nothing moves.
     *
     * @param moments \(N\), 2 to 20
     */
    static ComplexDD[] roots(int moments) {
        double[] p = coefficients(moments);
        int degree = moments - 1;
        ComplexDD[] root = new ComplexDD[degree];
        ComplexDD start = new ComplexDD(DD.of(0.2), DD.of(0.45));
        for (int i = 0; i < degree; i++) {
            root[i] = i == 0 ? start : root[i - 1].times(new ComplexDD(DD.of(0.4), DD.of(0.9)));
        }
        double moved = 1;
        double best = Double.POSITIVE_INFINITY;
        // Quadratic convergence, then rounding noise: stop when a small step no longer shrinks.
        for (int sweep = 0; sweep < MOST_SWEEPS && (moved > 1e-24 || moved < best); sweep++) {
            best = Math.min(best, moved);
            moved = 0;
            for (int i = 0; i < degree; i++) {
                ComplexDD step = value(p, root[i]);
                for (int k = 0; k < degree; k++) {
                    step = k == i ? step : step.dividedBy(root[i].minus(root[k]));
                }
                root[i] = root[i].minus(step);
                moved = Math.max(moved, step.squaredModulus().hi());
            }
        }
        if (!(moved < 1e-24)) {
            throw new IllegalStateException("the roots of the half-band polynomial " + moments + " did not converge");
        }
        return root;
    }

    /** \(P(y)/p_{N-1}\) by Horner's rule. */
    private static ComplexDD value(double[] p, ComplexDD y) {
        ComplexDD sum = ComplexDD.ONE;
        DD leading = DD.of(p[p.length - 1]);
        for (int k = p.length - 2; k >= 0; k--) {
            sum = sum.times(y).plus(ComplexDD.real(DD.of(p[k]).divide(leading)));
        }
        return sum;
    }
}
