package org.epsilonet.comparator.internal;

import java.util.Arrays;

/** Errors against sizes (parameters or bits) at increasing budgets. */
public final class Curve {
    private final int[] budgets;
    private final double[] sizes;
    private final double[] errors;

    private Curve(int[] budgets, double[] sizes, double[] errors) {
        this.budgets = budgets;
        this.sizes = sizes;
        this.errors = errors;
    }

    /** The points where size and error are finite, and whose size is larger than that of the point before. */
    public static Curve known(int[] budgets, double[] sizes, double[] errors) {
        int[] b = new int[budgets.length];
        double[] x = new double[budgets.length];
        double[] y = new double[budgets.length];
        int n = 0;
        for (int i = 0; i < budgets.length; i++) {
            boolean isFinite = Double.isFinite(sizes[i]) && Double.isFinite(errors[i]);
            if (isFinite && sizes[i] > (n == 0 ? 0 : x[n - 1])) {
                b[n] = budgets[i];
                x[n] = sizes[i];
                y[n++] = errors[i];
            }
        }
        return new Curve(Arrays.copyOf(b, n), Arrays.copyOf(x, n), Arrays.copyOf(y, n));
    }

    /** The number of points. */
    public int points() {
        return sizes.length;
    }

    /** The budget of point i. */
    public int budget(int i) {
        return budgets[i];
    }

    /** The size at point i, positive. */
    public double size(int i) {
        return sizes[i];
    }

    /** The error at point i. */
    public double error(int i) {
        return errors[i];
    }

    /** The points with index below {@code end}. */
    public Curve before(int end) {
        return part(0, end);
    }

    /** The points from index {@code first} on. */
    public Curve from(int first) {
        return part(first, points());
    }

    /** \(-\Delta\ln\) error \(/\ \Delta\ln\) size between neighbours. */
    public double[] localSlopes() {
        double[] slopes = new double[Math.max(0, points() - 1)];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = Math.log(errors[i] / errors[i + 1]) / Math.log(sizes[i + 1] / sizes[i]);
        }
        return slopes;
    }

    private Curve part(int from, int to) {
        return new Curve(
                Arrays.copyOfRange(budgets, from, to),
                Arrays.copyOfRange(sizes, from, to),
                Arrays.copyOfRange(errors, from, to));
    }
}
