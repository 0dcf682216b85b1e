package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Formula;

/** Local fits to a formula on the square or the cube, on the nodes of a product Gauss rule. */
final class CubeFormulaFit implements LocalFit {
    /** Nodes beyond the degree, by dimension. */
    private static final int[] EXTRA_NODES = {0, 6, 5, 3};

    private final Formula formula;
    private final Lattice lattice;
    private final boolean sup;
    private final int dimension;
    private final double[][] nodes;
    private final double[] weights;
    private final double[][] basis;
    private final int size;
    private final double[] values;
    private final double[] c;

    CubeFormulaFit(Formula formula, Lattice lattice, int degree, boolean sup) {
        this.formula = formula;
        this.lattice = lattice;
        this.sup = sup;
        this.dimension = lattice.dimension();
        int[] sizes = new int[dimension];
        Arrays.fill(sizes, degree + 1);
        TotalDegree products = TotalDegree.of(degree, sizes);
        this.size = products.count();
        GaussRule rule = new GaussRule(degree + EXTRA_NODES[dimension]);
        int count = (int) Math.pow(rule.size(), dimension);
        this.nodes = new double[count][dimension];
        this.weights = new double[count];
        this.basis = new double[count][size];
        CellPolynomials legendre = CellPolynomials.of(degree, 0);
        double[][] p = new double[dimension][degree + 1];
        for (int i = 0; i < count; i++) {
            weights[i] = 1;
            int rest = i;
            for (int axis = dimension - 1; axis >= 0; axis--) {
                int node = rest % rule.size();
                rest /= rule.size();
                nodes[i][axis] = rule.node(node);
                weights[i] *= rule.weight(node);
                legendre.evaluate(rule.node(node), p[axis]);
            }
            products.products(p, basis[i]);
        }
        this.values = new double[count];
        this.c = new double[size];
    }

    @Override
    public void fit(long[] from, long[] to, double[] coefficients, int offset) {
        project(from, to);
        System.arraycopy(c, 0, coefficients, offset, size);
    }

    @Override
    public double error(long[] from, long[] to, double[] coefficients) {
        double error = project(from, to);
        System.arraycopy(c, 0, coefficients, 0, size);
        return error;
    }

    private double project(long[] from, long[] to) {
        double measure = sample(from, to);
        Arrays.fill(c, 0);
        for (int i = 0; i < values.length; i++) {
            double weighted = weights[i] * values[i];
            for (int j = 0; j < size; j++) {
                c[j] += weighted * basis[i][j];
            }
        }
        double squares = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            double r = values[i];
            for (int j = 0; j < size; j++) {
                r -= c[j] * basis[i][j];
            }
            squares += weights[i] * r * r;
            lowest = Math.min(lowest, r);
            highest = Math.max(highest, r);
        }
        if (sup) {
            c[0] += 0.5 * highest + 0.5 * lowest;
            return 0.5 * highest - 0.5 * lowest;
        }
        return squares * measure;
    }

    /** Evaluates the formula at the nodes of a cell, and returns the cell's measure. */
    private double sample(long[] from, long[] to) {
        double[] low = new double[dimension];
        double[] high = new double[dimension];
        double measure = 1;
        for (int axis = 0; axis < dimension; axis++) {
            low[axis] = lattice.position(axis, from[axis]);
            high[axis] = lattice.position(axis, to[axis]);
            measure *= lattice.position(axis, to[axis] - from[axis]);
        }
        double[] x = new double[dimension];
        for (int i = 0; i < values.length; i++) {
            for (int axis = 0; axis < dimension; axis++) {
                x[axis] = 0.5 * (low[axis] + high[axis]) + 0.5 * (high[axis] - low[axis]) * nodes[i][axis];
            }
            values[i] = formula.at(x);
        }
        return measure;
    }
}
