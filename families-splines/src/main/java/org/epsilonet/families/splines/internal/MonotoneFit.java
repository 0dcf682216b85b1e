package org.epsilonet.families.splines.internal;

import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;

/**
 * Nondecreasing coefficients for a spline whose best coefficients \(c\) without that condition are known.
 *
 * <p><b>Supremum norm.</b> The nondecreasing sequence nearest to \(c\) in the maximum norm. <b>Other norms.</b> The one
 * nearest in \(\ell^2\) with weights \(w_j = \int B_j\), isotonic regression \(\Pi_Wc\). Coefficients \(c^*\) of a
 * best monotone spline are no nearer to \(c\), and \(\|c-c^*\| \le \lambda^{-1/2}\|\sum_j(c_j-c_j^*)B_j\|_2\), where
 * \(\lambda\) is the least eigenvalue of \(W^{-1}G\), \(W = \mathrm{diag}(w)\), \(G\) the Gram matrix: so the error is at most
 * \(\lambda^{-1/2}\) times the least. Away from the ends \(\lambda\) is 1/3 for degree 1 and 2/15 for degree 2. In other
 * norms the same holds with other constants, as \(\Pi_W\) is a contraction of all \(\ell^p\) with these weights.
 *
 * <p><b>\(L^2\)</b> goes on to the best: to the minimum of \((x-c)^TG(x-c)\), which is \(\|f-\sum_jx_jB_j\|_2^2\) but for
 * a constant. \(G\) has nonnegative entries with row sums \(w_j\), hence is at most \(W\), so that
 * \[ x \leftarrow \Pi_W\bigl(x - W^{-1}G(x-c)\bigr) \]
 * never increases it, and comes nearer to the minimum by the factor \(1-\lambda\) each time.
 */
public final class MonotoneFit {
    /** (13/15)^64 = 1e-4, and below 1e-3 for the least weights on grids; what the square of the error exceeds the least by is the square of that. */
    private static final int STEPS = 64;

    private static final double ROUNDING = 1e-14;

    private final KnotSequence knots;
    private final double[] target;
    private final double[] gram;
    private final double[] weights;

    private MonotoneFit(KnotSequence knots, Domain domain, double[] target) {
        this.knots = knots;
        this.target = target;
        this.gram = new double[knots.dimension() * (knots.degree() + 1)];
        this.weights = new double[knots.dimension()];
        if (domain instanceof Grid grid) {
            accumulate(grid.points());
        } else {
            accumulate(GaussRule.of(knots.degree() + 1));
        }
    }

    /**
     * The nondecreasing coefficients.
     *
     * @param knots the splines
     * @param domain in whose measure the best are sought
     * @param best the coefficients \(c\) without shape
     * @param norm the norm
     */
    public static double[] rising(KnotSequence knots, Domain domain, double[] best, LpNorm norm) {
        if (norm.isSup()) {
            return IsotonicRegression.minimax(best);
        }
        MonotoneFit fit = new MonotoneFit(knots, domain, best);
        double[] nearest = IsotonicRegression.leastSquares(best, fit.weights);
        return norm.p() == 2 ? fit.descend(nearest) : nearest;
    }

    /** The same for nonincreasing coefficients. */
    public static double[] falling(KnotSequence knots, Domain domain, double[] best, LpNorm norm) {
        return MonotoneStructure.negated(rising(knots, domain, MonotoneStructure.negated(best), norm));
    }

    private double[] descend(double[] start) {
        double tolerance = ROUNDING * LpNorm.SUP.of(target);
        double[] x = start;
        for (int step = 0; step < STEPS; step++) {
            double[] next = IsotonicRegression.leastSquares(descended(x), weights);
            double moved = 0;
            for (int j = 0; j < x.length; j++) {
                moved = Math.max(moved, Math.abs(next[j] - x[j]));
            }
            x = next;
            if (!(moved > tolerance)) {
                break;
            }
        }
        return x;
    }

    /** \(x - W^{-1}G(x-c)\). */
    private double[] descended(double[] x) {
        int width = knots.degree() + 1;
        double[] product = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double here = x[j] - target[j];
            product[j] += gram[j * width] * here;
            for (int m = 1; m < width && j + m < x.length; m++) {
                double entry = gram[j * width + m];
                product[j] += entry * (x[j + m] - target[j + m]);
                product[j + m] += entry * here;
            }
        }
        for (int j = 0; j < x.length; j++) {
            product[j] = x[j] - product[j] / weights[j];
        }
        return product;
    }

    private void accumulate(int samples) {
        double[] values = new double[knots.degree() + 1];
        for (int i = 0; i < samples; i++) {
            double x = (i + 0.5) / samples;
            int interval = knots.locate(x);
            knots.basis(interval, x, values);
            add(knots.first(interval), values, 1.0 / samples);
        }
    }

    /** Products of B-splines have degree \(2k\). */
    private void accumulate(GaussRule rule) {
        double[] values = new double[knots.degree() + 1];
        for (int i = 0; i < knots.intervals(); i++) {
            double a = knots.start(i);
            double b = knots.start(i + 1);
            for (int node = 0; node < rule.size(); node++) {
                knots.basis(i, 0.5 * (a + b) + 0.5 * (b - a) * rule.node(node), values);
                add(knots.first(i), values, rule.weight(node) * (b - a));
            }
        }
    }

    /** Row j of the band holds the products of B-spline j with itself and those after it. */
    private void add(int first, double[] values, double mass) {
        int width = values.length;
        for (int i = 0; i < width; i++) {
            weights[first + i] += mass * values[i];
            for (int m = 0; i + m < width; m++) {
                gram[(first + i) * width + m] += mass * values[i] * values[i + m];
            }
        }
    }
}
