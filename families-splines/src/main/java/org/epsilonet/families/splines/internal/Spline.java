package org.epsilonet.families.splines.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;

/**
 * A spline \(\sum_j c_jB_j\) of one variable. It is evaluated piece by piece, in powers of the local coordinate \(u \in
 * [0, 1]\): \(k\) multiplications a point once the \(O(nk^2)\) conversion is done.
 *
 * @see "de Boor, A Practical Guide to Splines, 2001, chapter X: BSPLPP"
 */
final class Spline implements Approximant {
    private final SplineStructure structure;
    private final KnotSequence knots;
    private final double[] coefficients;
    private final int order;
    /** For every interval \(p_0,\dots,p_k\) of \(\sum_rp_ru^r\). */
    private final double[] pieces;

    Spline(SplineStructure structure, double[] coefficients) {
        this.structure = structure;
        this.knots = structure.axis(0);
        this.coefficients = coefficients;
        this.order = knots.degree() + 1;
        this.pieces = new double[knots.intervals() * order];
        double[] differences = new double[order * order];
        double[] values = new double[order];
        for (int i = 0; i < knots.intervals(); i++) {
            expand(i, differences, values);
        }
    }

    /**
     * Taylor coefficients at the start of an interval: \(s^{(r)} = \sum_jd^{(r)}_jB_{j,k-r}\) with \(d^{(r)}_j =
     * (k-r+1)(d^{(r-1)}_j - d^{(r-1)}_{j-1})/(t_{j+k-r+1} - t_j)\).
     */
    private void expand(int i, double[] differences, double[] values) {
        int k = order - 1;
        int first = knots.first(i);
        int last = first + k;
        double start = knots.knot(last);
        double length = knots.knot(last + 1) - start;
        System.arraycopy(coefficients, first, differences, 0, order);
        // Row r holds d^(r) h^r / r!, from j = first + r on.
        for (int r = 1; r <= k; r++) {
            double factor = (double) (k - r + 1) / r;
            for (int m = r; m <= k; m++) {
                int j = first + m;
                double above = differences[(r - 1) * order + m] - differences[(r - 1) * order + m - 1];
                double span = knots.knot(j + k - r + 1) - knots.knot(j);
                differences[r * order + m] = factor * above * (length / span);
            }
        }
        values[0] = 1;
        pieces[i * order + k] = differences[k * order + k];
        for (int degree = 1; degree <= k; degree++) {
            knots.raise(last, degree, start, values);
            int r = k - degree;
            double sum = 0;
            for (int m = 0; m <= degree; m++) {
                sum += differences[r * order + r + m] * values[m];
            }
            pieces[i * order + r] = sum;
        }
    }

    @Override
    public Structure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return coefficients.clone();
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double at(double... x) {
        return at(x[0]);
    }

    private double at(double x) {
        int interval = knots.locate(x);
        return piece(interval, knots.local(interval, x));
    }

    private double piece(int interval, double u) {
        int p = interval * order;
        if (order == 4) {
            return pieces[p] + u * (pieces[p + 1] + u * (pieces[p + 2] + u * pieces[p + 3]));
        }
        double sum = pieces[p + order - 1];
        for (int r = order - 2; r >= 0; r--) {
            sum = pieces[p + r] + u * sum;
        }
        return sum;
    }

    @Override
    public double[] on(Grid grid) {
        double[] values = new double[grid.points()];
        for (int i = 0; i < values.length; i++) {
            values[i] = at((i + 0.5) / values.length);
        }
        return values;
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        double[] values = new double[increasing.length];
        int interval = 0;
        double low = knots.start(0);
        double high = knots.start(1);
        for (int i = 0; i < values.length; i++) {
            double x = increasing[i];
            if (!(low <= x && x < high)) {
                interval = knots.locate(x);
                low = knots.start(interval);
                high = knots.start(interval + 1);
            }
            values[i] = piece(interval, knots.local(interval, x));
        }
        return values;
    }

    /** The knots. */
    @Override
    public double[] breakpoints() {
        double[] inner = new double[knots.intervals() - 1];
        for (int i = 0; i < inner.length; i++) {
            inner[i] = knots.start(i + 1);
        }
        return inner;
    }

    @Override
    public String toString() {
        return "Spline[degree=" + knots.degree() + ", intervals=" + knots.intervals() + ", parameters="
                + coefficients.length + "]";
    }
}
