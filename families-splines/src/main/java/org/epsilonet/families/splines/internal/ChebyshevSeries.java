package org.epsilonet.families.splines.internal;

import org.epsilonet.api.function.Formula;

/**
 * The Chebyshev coefficients of a formula on [0, 1], those of its interpolant at 4096 Chebyshev nodes. The partial sums
 * are near-best in the supremum norm up to a logarithm, and in \(L^p\) for \(1 < p < \infty\) with the weight \((1-u^2)^{-1/2}
 * \ge 1\).
 */
public final class ChebyshevSeries {
    private static final int NODES = 1 << 12;

    private ChebyshevSeries() {}

    /**
     * The first coefficients \(c_k = \frac{2}{N}\sum_j f(x_j)\cos k\vartheta_j\), half of it for \(k = 0\).
     *
     * @param formula the function
     * @param count how many, up to a quarter of the nodes
     * @return the coefficients; not finite where the function is not
     */
    public static double[] coefficients(Formula formula, int count) {
        double[] cosines = new double[4 * NODES];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = Math.cos(Math.PI * i / (2 * NODES));
        }
        double[] values = new double[NODES];
        for (int j = 0; j < NODES; j++) {
            values[j] = formula.at(0.5 + 0.5 * cosines[2 * j + 1]);
        }
        double[] c = new double[count];
        for (int k = 0; k < count; k++) {
            double sum = 0;
            for (int j = 0; j < NODES; j++) {
                sum += values[j] * cosines[k * (2 * j + 1) % cosines.length];
            }
            c[k] = (k == 0 ? 1 : 2) * sum / NODES;
        }
        return c;
    }
}
