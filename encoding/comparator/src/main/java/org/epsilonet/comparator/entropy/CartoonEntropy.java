package org.epsilonet.comparator.entropy;

import org.epsilonet.api.function.LpNorm;

/**
 * A lower bound for the entropy of cartoons \(f_0 + 1_Bf_1\) on the unit square, where \(f_0, f_1\) have values and first
 * derivatives at most 1 and first derivatives Lipschitz with constant 1, and \(B\) is star-shaped around the middle with a radius
 * \(r(\theta) \in [\frac14,\frac12]\) whose derivative is Lipschitz with constant 1.
 *
 * <p>Take \(f_0 = 0\), \(f_1 = 1\) and the radius \(\frac38 \pm\varphi\) with a bump on each of {@code m >= 5} equal
 * angles \(w = 2\pi/m\): the quadratic spline of height \(w^2/16\) and mean \(w^2/32\). A sign changes \(f\) by 1 on a set of
 * measure \(2\cdot\frac38\cdot w\cdot\frac{w^2}{32}\).
 *
 * @see BumpPacking
 */
public final class CartoonEntropy {
    private static final int FEWEST = 5;

    private CartoonEntropy() {}

    /**
     * The lower bound.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param norm an \(L^p\) norm with {@code p < ∞}
     * @return bits, rounded down
     */
    public static double lower(double epsilon, LpNorm norm) {
        return BumpPacking.lower(epsilon, norm, m -> {
            double width = 2 * Math.PI / Math.max(m, FEWEST);
            double area = 0.75 / 32 * width * width * width * m;
            return Math.pow(area, 1 / norm.p()) * (1 - 0x1p-40);
        });
    }
}
