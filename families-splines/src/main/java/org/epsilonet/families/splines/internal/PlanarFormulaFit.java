package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Formula;

/** Local fits to a formula on the square, on the nodes of a product Gauss rule. */
final class PlanarFormulaFit implements LocalFit {
    private static final int EXTRA_NODES = 5;

    private final Formula formula;
    private final Lattice lattice;
    private final boolean sup;
    private final GaussRule rule;
    private final int size;
    private final double[][] basis;
    private final double[] values;
    private final double[] c;

    PlanarFormulaFit(Formula formula, Lattice lattice, int degree, boolean sup) {
        this.formula = formula;
        this.lattice = lattice;
        this.sup = sup;
        this.rule = new GaussRule(degree + EXTRA_NODES);
        this.size = TotalDegree.count(degree, degree + 1, degree + 1);
        CellPolynomials legendre = CellPolynomials.of(degree, 0);
        int n = rule.size();
        this.basis = new double[n * n][size];
        double[] p = new double[degree + 1];
        double[] q = new double[degree + 1];
        for (int i = 0; i < n * n; i++) {
            legendre.evaluate(rule.node(i / n), p);
            legendre.evaluate(rule.node(i % n), q);
            TotalDegree.products(degree, p, p.length, q, q.length, basis[i]);
        }
        this.values = new double[n * n];
        this.c = new double[size];
    }

    @Override
    public void fit(long[] from, long[] to, double[] coefficients, int offset) {
        error(from, to);
        System.arraycopy(c, 0, coefficients, offset, size);
    }

    @Override
    public double error(long[] from, long[] to) {
        sample(from, to);
        int n = rule.size();
        Arrays.fill(c, 0);
        for (int i = 0; i < n * n; i++) {
            double weighted = rule.weight(i / n) * rule.weight(i % n) * values[i];
            for (int j = 0; j < size; j++) {
                c[j] += weighted * basis[i][j];
            }
        }
        double squares = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n * n; i++) {
            double r = values[i];
            for (int j = 0; j < size; j++) {
                r -= c[j] * basis[i][j];
            }
            squares += rule.weight(i / n) * rule.weight(i % n) * r * r;
            lowest = Math.min(lowest, r);
            highest = Math.max(highest, r);
        }
        if (sup) {
            c[0] += 0.5 * highest + 0.5 * lowest;
            return 0.5 * highest - 0.5 * lowest;
        }
        return squares * side(from, to, 0) * side(from, to, 1);
    }

    private void sample(long[] from, long[] to) {
        int n = rule.size();
        for (int i = 0; i < n * n; i++) {
            values[i] =
                    formula.at(coordinate(from, to, 0, rule.node(i / n)), coordinate(from, to, 1, rule.node(i % n)));
        }
    }

    private double coordinate(long[] from, long[] to, int axis, double u) {
        double a = lattice.position(axis, from[axis]);
        double b = lattice.position(axis, to[axis]);
        return 0.5 * (a + b) + 0.5 * (b - a) * u;
    }

    private double side(long[] from, long[] to, int axis) {
        return lattice.position(axis, to[axis] - from[axis]);
    }
}
