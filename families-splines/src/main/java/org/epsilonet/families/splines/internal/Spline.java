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
    private static final int INVERSE = 1;
    private static final int FIRST = 2;
    private static final int CUBIC = 4;

    private final Structure structure;
    private final double[] parameters;
    private final KnotSequence knots;
    private final double[] coefficients;
    private final int order;
    /** For every interval its start, one over its length, and \(p_0,\dots,p_k\) of \(\sum_rp_ru^r\). */
    private final double[] pieces;

    private final int stride;

    /** A spline whose parameters are its coefficients; owned from now on. */
    Spline(SplineStructure structure, double[] coefficients) {
        this(structure, coefficients, structure.axis(0), coefficients);
    }

    /**
     * A spline of any structure that realizes splines.
     *
     * @param structure the structure
     * @param parameters what the coefficients were made from; owned from now on
     * @param knots the knots
     * @param coefficients \(c\); owned from now on
     */
    Spline(Structure structure, double[] parameters, KnotSequence knots, double[] coefficients) {
        this.structure = structure;
        this.parameters = parameters;
        this.knots = knots;
        this.coefficients = coefficients;
        this.order = knots.degree() + 1;
        this.stride = FIRST + order;
        this.pieces = new double[knots.intervals() * stride];
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
        int piece = i * stride;
        pieces[piece] = knots.start(i);
        pieces[piece + INVERSE] = 1 / (knots.start(i + 1) - knots.start(i));
        values[0] = 1;
        pieces[piece + FIRST + k] = differences[k * order + k];
        for (int degree = 1; degree <= k; degree++) {
            knots.raise(last, degree, start, values);
            int r = k - degree;
            double sum = 0;
            for (int m = 0; m <= degree; m++) {
                sum += differences[r * order + r + m] * values[m];
            }
            pieces[piece + FIRST + r] = sum;
        }
    }

    @Override
    public Structure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
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
        return piece(knots.locate(x) * stride, x);
    }

    private double piece(int p, double x) {
        double u = local(x, pieces[p], pieces[p + INVERSE]);
        double sum = pieces[p + FIRST + order - 1];
        for (int r = order - 2; r >= 0; r--) {
            sum = pieces[p + FIRST + r] + u * sum;
        }
        return sum;
    }

    private static double local(double x, double start, double inverse) {
        double u = (x - start) * inverse;
        return u < 0 ? 0 : u > 1 ? 1 : u;
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
        for (int i = 0; i < values.length; ) {
            int interval = knots.locate(increasing[i]);
            double end = interval + 1 < knots.intervals() ? knots.start(interval + 1) : Double.POSITIVE_INFINITY;
            int next = i + 1;
            while (next < values.length && increasing[next] >= increasing[i] && increasing[next] < end) {
                next++;
            }
            fill(interval * stride, increasing, values, i, next);
            i = next;
        }
        return values;
    }

    /** One piece at many points; what it needs is read once. */
    private void fill(int p, double[] x, double[] values, int from, int to) {
        if (order != CUBIC) {
            for (int i = from; i < to; i++) {
                values[i] = piece(p, x[i]);
            }
            return;
        }
        double start = pieces[p];
        double inverse = pieces[p + INVERSE];
        double p0 = pieces[p + FIRST];
        double p1 = pieces[p + FIRST + 1];
        double p2 = pieces[p + FIRST + 2];
        double p3 = pieces[p + FIRST + 3];
        for (int i = from; i < to; i++) {
            double u = local(x[i], start, inverse);
            values[i] = p0 + u * (p1 + u * (p2 + u * p3));
        }
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
