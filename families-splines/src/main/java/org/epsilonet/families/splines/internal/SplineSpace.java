package org.epsilonet.families.splines.internal;

/**
 * Splines of degree \(k\) on \(n\) equal intervals of [0, 1], smoothness \(C^{k-1}\), with clamped knots: in the
 * coordinate \(y = nx\) the knots are \(t_j = \min(\max(j-k,0),n)\), \(0 \le j \le n+2k\).
 *
 * @param degree the degree \(k\)
 * @param intervals the number of intervals \(n\)
 */
public record SplineSpace(int degree, int intervals) implements KnotSequence {
    /** Products xn are off by less than this: further from a knot there is no doubt on which side x is. */
    private static final double DOUBT = 1e-6;

    /** The splines of a given dimension; of a lower degree, and in one piece, if that is at most the degree. */
    public static SplineSpace ofDimension(int degree, int dimension) {
        int k = Math.min(degree, dimension - 1);
        return new SplineSpace(k, dimension - k);
    }

    /** The largest space on n samples along an axis, with two of them on every interval if the degree is at least 1. */
    public static SplineSpace onSamples(int degree, int n) {
        SplineSpace all = ofDimension(degree, n);
        return all.degree == 0 ? all : new SplineSpace(all.degree, Math.min(all.intervals, Math.max(1, n / 2)));
    }

    /** The dimension \(n+k\), the number of B-splines. */
    @Override
    public int dimension() {
        return intervals + degree;
    }

    @Override
    public int first(int i) {
        return i;
    }

    @Override
    public double knot(int j) {
        return Math.min(Math.max(j - degree, 0), intervals);
    }

    @Override
    public double unit() {
        return 1.0 / intervals;
    }

    @Override
    public double start(int i) {
        return (double) i / intervals;
    }

    @Override
    public int locate(double x) {
        double y = x * intervals;
        int i = (int) y;
        double u = y - i;
        return u > DOUBT && u < 1 - DOUBT && i < intervals ? i : locateNearKnot(x, i);
    }

    /** The product may be rounded across a knot. */
    private int locateNearKnot(double x, int guess) {
        int i = Math.max(0, Math.min(intervals - 1, guess));
        if (x < start(i)) {
            return Math.max(0, i - 1);
        }
        return i < intervals - 1 && x >= start(i + 1) ? i + 1 : i;
    }

    @Override
    public double local(int i, double x) {
        double u = x * intervals - i;
        return u < 0 ? 0 : u > 1 ? 1 : u;
    }
}
