package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.epsilonet.api.function.Formula;

/**
 * Local fits to a formula on the square or the cube. Polynomials and the error inside a cell come from the nodes of a product
 * Gauss rule. What lies between the outermost of these and the cell's boundary, the error adds from points at the boundary:
 * a jump along a side, or across a corner, would else be missed, on a share of all cells that it meets.
 */
final class CubeFormulaFit implements LocalFit {
    /** Gauss nodes beyond the degree, by dimension, for the polynomial. */
    private static final int[] EXTRA_NODES = {0, 6, 5, 3};

    /** The same for the error. */
    private static final int[] EXTRA_NODES_OF_ERROR = {0, 6, 3, 1};

    /** Points at the boundary along an axis, the ends among them. */
    private static final int[] BOUNDARY_NODES = {0, 2, 6, 3};

    /** Points at the boundary are inside by this share: a jump along a line of the lattice belongs to one side of it. */
    private static final double INSIDE = 1 - 0x1p-20;

    private final Formula formula;
    private final Lattice lattice;
    private final boolean sup;
    private final int degree;
    private final int dimension;
    private final TotalDegree products;
    private final Nodes ofFit;
    private final Nodes ofError;
    private final Nodes boundary;
    private final double[] c;

    /** Points of the cube \([-1,1]^d\), what each weighs, and the polynomials there. */
    private record Nodes(double[][] at, double[] weights, double[][] basis) {
        int count() {
            return weights.length;
        }
    }

    CubeFormulaFit(Formula formula, Lattice lattice, int degree, boolean sup) {
        this.formula = formula;
        this.lattice = lattice;
        this.sup = sup;
        this.degree = degree;
        this.dimension = lattice.dimension();
        int[] sizes = new int[dimension];
        Arrays.fill(sizes, degree + 1);
        this.products = TotalDegree.of(degree, sizes);
        this.ofFit = gauss(GaussRule.of(degree + EXTRA_NODES[dimension]));
        GaussRule rule = GaussRule.of(degree + EXTRA_NODES_OF_ERROR[dimension]);
        this.ofError = gauss(rule);
        this.boundary = boundary(1 - Math.pow(-rule.node(0), dimension));
        this.c = new double[products.count()];
    }

    private Nodes gauss(GaussRule rule) {
        double[] x = new double[rule.size()];
        double[] weights = new double[rule.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = rule.node(i);
            weights[i] = rule.weight(i);
        }
        return product(x, weights);
    }

    /** Equally spaced points on the faces, together with the weight given. */
    private Nodes boundary(double weight) {
        double[] x = new double[BOUNDARY_NODES[dimension]];
        double[] isEnd = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = INSIDE * (2.0 * i / (x.length - 1) - 1);
            isEnd[i] = i == 0 || i == x.length - 1 ? 0 : 1;
        }
        Nodes all = product(x, isEnd);
        int[] outer =
                IntStream.range(0, all.count()).filter(i -> all.weights[i] == 0).toArray();
        double[][] at = new double[outer.length][];
        double[][] basis = new double[outer.length][];
        double[] weights = new double[outer.length];
        for (int i = 0; i < outer.length; i++) {
            at[i] = all.at[outer[i]];
            basis[i] = all.basis[outer[i]];
            weights[i] = weight / outer.length;
        }
        return new Nodes(at, weights, basis);
    }

    /** The product of as many equal rules as there are coordinates. */
    private Nodes product(double[] x, double[] weights) {
        int count = (int) Math.pow(x.length, dimension);
        Nodes nodes = new Nodes(new double[count][dimension], new double[count], new double[count][products.count()]);
        CellPolynomials legendre = CellPolynomials.of(degree, 0);
        double[][] p = new double[dimension][degree + 1];
        for (int i = 0; i < count; i++) {
            nodes.weights[i] = 1;
            int rest = i;
            for (int axis = dimension - 1; axis >= 0; axis--) {
                int node = rest % x.length;
                rest /= x.length;
                nodes.at[i][axis] = x[node];
                nodes.weights[i] *= weights[node];
                legendre.evaluate(x[node], p[axis]);
            }
            products.products(p, nodes.basis[i]);
        }
        return nodes;
    }

    @Override
    public void fit(long[] from, long[] to, double[] coefficients, int offset) {
        double[] values = values(ofFit, from, to);
        project(ofFit, values);
        if (sup) {
            centre(residuals(ofFit, values));
        }
        System.arraycopy(c, 0, coefficients, offset, c.length);
    }

    @Override
    public double error(long[] from, long[] to, double[] coefficients) {
        double[] values = values(ofError, from, to);
        project(ofError, values);
        double[] inside = residuals(ofError, values);
        double[] outside = residuals(boundary, values(boundary, from, to));
        double error = sup
                ? centre(inside, outside)
                : measure(from, to) * (squares(ofError, inside) + squares(boundary, outside));
        System.arraycopy(c, 0, coefficients, 0, c.length);
        return error;
    }

    private void project(Nodes nodes, double[] values) {
        Arrays.fill(c, 0);
        for (int i = 0; i < values.length; i++) {
            double weighted = nodes.weights[i] * values[i];
            for (int j = 0; j < c.length; j++) {
                c[j] += weighted * nodes.basis[i][j];
            }
        }
    }

    /** In place of the values. */
    private double[] residuals(Nodes nodes, double[] values) {
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < c.length; j++) {
                values[i] -= c[j] * nodes.basis[i][j];
            }
        }
        return values;
    }

    private static double squares(Nodes nodes, double[] residuals) {
        double squares = 0;
        for (int i = 0; i < residuals.length; i++) {
            squares += nodes.weights[i] * residuals[i] * residuals[i];
        }
        return squares;
    }

    /** Moves the polynomial by the midrange of its residuals; half the range is left. */
    private double centre(double[]... residuals) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] some : residuals) {
            for (double r : some) {
                lowest = Math.min(lowest, r);
                highest = Math.max(highest, r);
            }
        }
        c[0] += 0.5 * highest + 0.5 * lowest;
        return 0.5 * highest - 0.5 * lowest;
    }

    private double measure(long[] from, long[] to) {
        double measure = 1;
        for (int axis = 0; axis < dimension; axis++) {
            measure *= lattice.position(axis, to[axis] - from[axis]);
        }
        return measure;
    }

    private double[] values(Nodes nodes, long[] from, long[] to) {
        double[] values = new double[nodes.count()];
        double[] x = new double[dimension];
        for (int i = 0; i < values.length; i++) {
            for (int axis = 0; axis < dimension; axis++) {
                double low = lattice.position(axis, from[axis]);
                double high = lattice.position(axis, to[axis]);
                x[axis] = 0.5 * (low + high) + 0.5 * (high - low) * nodes.at[i][axis];
            }
            values[i] = formula.at(x);
        }
        return values;
    }
}
