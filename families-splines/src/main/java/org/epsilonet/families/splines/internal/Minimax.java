package org.epsilonet.families.splines.internal;

import java.util.Arrays;

/**
 * Best approximation by polynomials in the maximum norm over finitely many points: Remez' exchange of all \(k+2\)
 * reference points at once. Stops when the reference is levelled to three digits, or after twenty exchanges with the best
 * polynomial seen.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611975949">Trefethen, Approximation Theory and Approximation Practice,
 *     chapter 10</a>
 */
final class Minimax {
    private static final int MOST_EXCHANGES = 20;
    private static final int THRESHOLDS = 24;
    private static final double LEVELLED = 1 + 1e-3;

    private final CellPolynomials polynomials;
    private final double[] u;
    private final double[] y;
    private final int size;
    private final int[] reference;
    private final double[] basis;
    private final double[] residual;

    private Minimax(CellPolynomials polynomials, double[] u, double[] y) {
        this.polynomials = polynomials;
        this.u = u;
        this.y = y;
        this.size = polynomials.size();
        this.reference = new int[size + 1];
        this.basis = new double[size];
        this.residual = new double[u.length];
    }

    /**
     * Finds the coefficients of a nearly best polynomial.
     *
     * @param polynomials a basis
     * @param u the points, increasing, at least as many as polynomials
     * @param y the values there
     * @param coefficients receives the coefficients
     * @param offset where
     * @return the largest error at the points
     */
    static double fit(CellPolynomials polynomials, double[] u, double[] y, double[] coefficients, int offset) {
        if (polynomials.size() == 1) {
            return midrange(y, coefficients, offset);
        }
        return new Minimax(polynomials, u, y).exchange(coefficients, offset);
    }

    private static double midrange(double[] y, double[] coefficients, int offset) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : y) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        coefficients[offset] = 0.5 * low + 0.5 * high;
        return 0.5 * high - 0.5 * low;
    }

    private double exchange(double[] coefficients, int offset) {
        if (u.length <= size) {
            Arrays.setAll(reference, i -> i);
            double[] c = solve(reference, size, false);
            System.arraycopy(c, 0, coefficients, offset, size);
            return largestResidual(c);
        }
        for (int i = 0; i <= size; i++) {
            double chebyshev = -Math.cos(Math.PI * i / size);
            reference[i] = nearest(chebyshev);
            reference[i] = Math.min(Math.max(reference[i], i == 0 ? 0 : reference[i - 1] + 1), u.length - 1 - size + i);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int exchanges = 0; exchanges < MOST_EXCHANGES; exchanges++) {
            double[] c = solve(reference, size + 1, true);
            double largest = largestResidual(c);
            if (largest < best) {
                best = largest;
                System.arraycopy(c, 0, coefficients, offset, size);
            }
            if (!(largest > LEVELLED * Math.abs(c[size])) || !nextReference(Math.abs(c[size]), largest)) {
                break;
            }
        }
        return best;
    }

    /** The point next to a number of [-1, 1]. */
    private int nearest(double x) {
        int found = Arrays.binarySearch(u, x);
        int after = found >= 0 ? found : -found - 1;
        if (after == 0 || (after < u.length && u[after] - x <= x - u[after - 1])) {
            return after;
        }
        return after - 1;
    }

    private double largestResidual(double[] c) {
        double largest = 0;
        for (int i = 0; i < u.length; i++) {
            residual[i] = y[i] - polynomials.sum(c, 0, u[i]);
            largest = Math.max(largest, Math.abs(residual[i]));
        }
        return largest;
    }

    /**
     * An alternant of points whose errors are at least the level, so that the level grows, and as large as possible: the
     * threshold is bisected for the number of alternations. False if there are too few, which is rounding.
     */
    private boolean nextReference(double level, double largest) {
        int[] runs = new int[u.length];
        Arrays.setAll(runs, i -> i);
        int count = alternating(runs, u.length, level * (1 - 1e-9), runs);
        if (count < size + 1) {
            return false;
        }
        int[] chosen = new int[count];
        double low = level * (1 - 1e-9);
        double high = largest;
        for (int i = 0; i < THRESHOLDS && alternating(runs, count, low, chosen) > size + 2; i++) {
            double middle = 0.5 * (low + high);
            if (alternating(runs, count, middle, chosen) > size) {
                low = middle;
            } else {
                high = middle;
            }
        }
        count = alternating(runs, count, low, chosen);
        int first = 0;
        while (count - first > size + 1) {
            if (Math.abs(residual[chosen[first]]) < Math.abs(residual[chosen[count - 1]])) {
                first++;
            } else {
                count--;
            }
        }
        System.arraycopy(chosen, first, reference, 0, size + 1);
        return true;
    }

    /** Of the points with an error of at least the threshold, the extremal one in every run of one sign. */
    private int alternating(int[] points, int count, double threshold, int[] extremal) {
        int runs = 0;
        for (int i = 0; i < count; i++) {
            double r = residual[points[i]];
            if (Math.abs(r) < threshold) {
                continue;
            }
            if (runs == 0 || r * residual[extremal[runs - 1]] < 0) {
                extremal[runs++] = points[i];
            } else if (Math.abs(r) > Math.abs(residual[extremal[runs - 1]])) {
                extremal[runs - 1] = points[i];
            }
        }
        return runs;
    }

    /** Interpolates at the points; with a level, so that the errors alternate. */
    private double[] solve(int[] at, int n, boolean levelled) {
        double[][] a = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            polynomials.evaluate(u[at[i]], basis);
            System.arraycopy(basis, 0, a[i], 0, size);
            if (levelled) {
                a[i][size] = i % 2 == 0 ? 1 : -1;
            }
            a[i][n] = y[at[i]];
        }
        return SmallSystem.solve(a);
    }
}
