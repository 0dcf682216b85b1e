package org.epsilonet.families.splines.internal;

import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/** Least squares, interpolation and midranges in a space of uniform splines. */
public final class SplineFit {
    private SplineFit() {}

    /**
     * The coefficients of a near-best spline.
     *
     * @param target the function
     * @param space the splines
     * @param norm the norm
     */
    public static double[] coefficients(Target target, SplineSpace space, LpNorm norm) {
        if (target instanceof Samples samples) {
            return norm.isSup() && space.degree() == 0 ? midranges(samples, space) : leastSquares(samples, space);
        }
        Formula formula = (Formula) target;
        if (norm.isSup() && space.degree() <= 1) {
            return space.degree() == 0 ? midranges(formula, space) : interpolation(formula, space);
        }
        return leastSquares(formula, space);
    }

    private static double[] midranges(Samples samples, SplineSpace space) {
        int n = samples.size();
        double[] coefficients = new double[space.dimension()];
        int i = 0;
        for (int c = 0; c < coefficients.length; c++) {
            double low = samples.value(i);
            double high = low;
            for (; i < n && space.locate((i + 0.5) / n) == c; i++) {
                low = Math.min(low, samples.value(i));
                high = Math.max(high, samples.value(i));
            }
            coefficients[c] = 0.5 * low + 0.5 * high;
        }
        return coefficients;
    }

    private static double[] midranges(Formula formula, SplineSpace space) {
        Lattice lattice = Lattice.uniform(space.intervals());
        LocalFit fit = LocalFit.of(formula, lattice, 0, LpNorm.SUP);
        double[] coefficients = new double[space.dimension()];
        for (int c = 0; c < coefficients.length; c++) {
            fit.fit(new long[] {c}, new long[] {c + 1}, coefficients, c);
        }
        return coefficients;
    }

    private static double[] interpolation(Formula formula, SplineSpace space) {
        double[] coefficients = new double[space.dimension()];
        for (int j = 0; j < coefficients.length; j++) {
            coefficients[j] = formula.at(space.start(j));
        }
        return coefficients;
    }

    private static double[] leastSquares(Samples samples, SplineSpace space) {
        int n = samples.size();
        BandedLeastSquares system = new BandedLeastSquares(space.dimension(), space.degree() + 1);
        double[] row = new double[space.degree() + 1];
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) / n;
            int interval = space.locate(x);
            space.basis(interval, x, row);
            system.add(interval, row, samples.value(i));
        }
        return system.solve();
    }

    /**
     * On every interval the spline is a polynomial of degree \(k\), so the formula may be replaced by its projection \(q\)
     * there; and what is left to integrate has degree \(2k\), for which \(k+1\) Gauss nodes are exact.
     */
    private static double[] leastSquares(Formula formula, SplineSpace space) {
        int k = space.degree();
        AdaptiveProjection projection = new AdaptiveProjection(formula, k);
        CellPolynomials legendre = CellPolynomials.of(k, 0);
        GaussRule rule = new GaussRule(k + 1);
        BandedLeastSquares system = new BandedLeastSquares(space.dimension(), k + 1);
        double[] row = new double[k + 1];
        for (int i = 0; i < space.intervals(); i++) {
            double a = space.start(i);
            double b = space.start(i + 1);
            double[] local = projection.on(a, b);
            for (int node = 0; node < rule.size(); node++) {
                double u = rule.node(node);
                double root = Math.sqrt(rule.weight(node));
                space.basis(i, 0.5 * (a + b) + 0.5 * (b - a) * u, row);
                for (int j = 0; j <= k; j++) {
                    row[j] *= root;
                }
                system.add(i, row, root * legendre.sum(local, Merging.FIRST, u));
            }
        }
        return system.solve();
    }
}
