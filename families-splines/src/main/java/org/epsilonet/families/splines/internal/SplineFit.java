package org.epsilonet.families.splines.internal;

import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/** Least squares in a space of splines of one variable; interpolation and midranges where knots are uniform. */
public final class SplineFit {
    private SplineFit() {}

    /**
     * The coefficients of a near-best spline with uniform knots.
     *
     * @param target the function, of one variable
     * @param space the splines
     * @param norm the norm
     */
    public static double[] coefficients(Target target, SplineSpace space, LpNorm norm) {
        if (norm.isSup() && space.degree() == 0) {
            return target instanceof Samples samples ? midranges(samples, space) : midranges((Formula) target, space);
        }
        if (norm.isSup() && space.degree() == 1 && target instanceof Formula formula) {
            return interpolation(formula, space);
        }
        return leastSquares(target, space);
    }

    /** The best coefficients in \(L^2\). */
    public static double[] leastSquares(Target target, KnotSequence knots) {
        return target instanceof Samples samples ? leastSquares(samples, knots) : leastSquares((Formula) target, knots);
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

    private static double[] leastSquares(Samples samples, KnotSequence knots) {
        int n = samples.size();
        BandedLeastSquares system = new BandedLeastSquares(knots.dimension(), knots.degree() + 1, 1);
        double[] row = new double[knots.degree() + 1];
        double[] value = new double[1];
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) / n;
            int interval = knots.locate(x);
            knots.basis(interval, x, row);
            value[0] = samples.value(i);
            system.add(knots.first(interval), row, value);
        }
        return system.solve();
    }

    /**
     * On every interval the spline is a polynomial of degree \(k\), so the formula may be replaced by its projection \(q\)
     * there; and what is left to integrate has degree \(2k\), for which \(k+1\) Gauss nodes are exact.
     */
    private static double[] leastSquares(Formula formula, KnotSequence knots) {
        int k = knots.degree();
        AdaptiveProjection projection = new AdaptiveProjection(formula, k);
        CellPolynomials legendre = CellPolynomials.of(k, 0);
        GaussRule rule = GaussRule.of(k + 1);
        BandedLeastSquares system = new BandedLeastSquares(knots.dimension(), k + 1, 1);
        double[] row = new double[k + 1];
        double[] value = new double[1];
        for (int i = 0; i < knots.intervals(); i++) {
            double a = knots.start(i);
            double b = knots.start(i + 1);
            double[] local = projection.on(a, b);
            for (int node = 0; node < rule.size(); node++) {
                double u = rule.node(node);
                double root = Math.sqrt(rule.weight(node) * (b - a));
                knots.basis(i, 0.5 * (a + b) + 0.5 * (b - a) * u, row);
                for (int j = 0; j <= k; j++) {
                    row[j] *= root;
                }
                value[0] = root * legendre.sum(local, Merging.FIRST, u);
                system.add(knots.first(i), row, value);
            }
        }
        return system.solve();
    }
}
