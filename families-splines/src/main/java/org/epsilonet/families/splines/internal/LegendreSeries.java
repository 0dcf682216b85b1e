package org.epsilonet.families.splines.internal;

import org.epsilonet.api.function.Formula;

/**
 * The coefficients of a formula with respect to the orthonormal Legendre polynomials on [0, 1]: their partial sums are the
 * best polynomials in \(L^2\). By Gauss panels that are equal in \(t\) with \(x = (1-\cos\pi t)/2\), where polynomials
 * of high degree oscillate evenly, up to the ends.
 */
final class LegendreSeries {
    private static final int PANELS = 256;
    private static final int NODES = 16;

    private LegendreSeries() {}

    /**
     * The first coefficients \(\int_0^1f\,p_k\).
     *
     * @param formula the function
     * @param count how many, up to four times the panels: two waves a panel
     * @return the coefficients; not finite where the function is not
     */
    static double[] coefficients(Formula formula, int count) {
        GaussRule rule = GaussRule.of(NODES);
        CellPolynomials legendre = CellPolynomials.of(count - 1, 0);
        double[] p = new double[count];
        double[] c = new double[count];
        for (int panel = 0; panel < PANELS; panel++) {
            for (int node = 0; node < NODES; node++) {
                double t = (panel + 0.5 + 0.5 * rule.node(node)) / PANELS;
                double x = Math.pow(Math.sin(0.5 * Math.PI * t), 2);
                double weight = rule.weight(node) / PANELS * 0.5 * Math.PI * Math.sin(Math.PI * t);
                legendre.evaluate(-Math.cos(Math.PI * t), p);
                double value = weight * formula.at(x);
                for (int k = 0; k < count; k++) {
                    c[k] += value * p[k];
                }
            }
        }
        return c;
    }
}
