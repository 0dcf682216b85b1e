package org.epsilonet.families.splines.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;

/** A piecewise polynomial: on every cell \(\sum_j c_jp_j\) in its orthonormal basis. */
final class PiecewisePolynomial implements Approximant {
    private final PiecewiseStructure structure;
    private final double[] coefficients;
    private final int dimension;

    PiecewisePolynomial(PiecewiseStructure structure, double[] coefficients) {
        this.structure = structure;
        this.coefficients = coefficients;
        this.dimension = structure.cells().lattice().dimension();
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
        return dimension;
    }

    @Override
    public double at(double... x) {
        return new Piece(structure.cells().locate(x)).at(x);
    }

    @Override
    public double[] on(Grid grid) {
        double[] values = new double[grid.points()];
        for (int c = 0; c < structure.cells().count(); c++) {
            new Piece(c).fill(grid, values);
        }
        return values;
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        Cells cells = structure.cells();
        double[] values = new double[increasing.length];
        Piece piece = new Piece(0);
        for (int i = 0; i < values.length; i++) {
            double x = increasing[i];
            if (!(piece.low[0] <= x && x < piece.high[0])) {
                int c = cells.locate(x);
                piece = c == piece.cell ? piece : new Piece(c);
            }
            values[i] = piece.along(0, piece.offset, coefficients, x);
        }
        return values;
    }

    /** The knots. */
    @Override
    public double[] breakpoints() {
        Cells cells = structure.cells();
        double[] knots = new double[dimension == 1 ? cells.count() - 1 : 0];
        for (int c = 0; c < knots.length; c++) {
            knots[c] = cells.lattice().position(0, cells.to(c, 0));
        }
        return knots;
    }

    @Override
    public String toString() {
        return "PiecewisePolynomial[degree=" + structure.degree() + ", cells="
                + structure.cells().count() + ", parameters=" + coefficients.length + "]";
    }

    /** The polynomial on one cell. */
    private final class Piece {
        final int cell;
        final double[] low;
        final double[] high;
        final int offset;
        private final CellPolynomials[] polynomials;

        Piece(int cell) {
            this.cell = cell;
            this.offset = structure.offset(cell);
            this.low = new double[dimension];
            this.high = new double[dimension];
            this.polynomials = new CellPolynomials[dimension];
            Cells cells = structure.cells();
            Lattice lattice = cells.lattice();
            int degree = cells.degree(cell, structure.degree());
            for (int axis = 0; axis < dimension; axis++) {
                long from = cells.from(cell, axis);
                long to = cells.to(cell, axis);
                low[axis] = lattice.position(axis, from);
                high[axis] = lattice.position(axis, to);
                polynomials[axis] = CellPolynomials.of(degree, lattice.points(to - from));
            }
        }

        double at(double[] x) {
            double[] c = coefficients;
            int start = offset;
            if (dimension > 1) {
                TotalDegree basis = structure.basis(cell);
                for (int axis = 0; axis < dimension - 1; axis++) {
                    c = fixed(axis, basis, start, c, x[axis]);
                    start = 0;
                    basis = basis.rest();
                }
            }
            return along(dimension - 1, start, c, x[dimension - 1]);
        }

        /** The polynomial in the coordinates after {@code axis} that is left at x. */
        private double[] fixed(int axis, TotalDegree basis, int start, double[] c, double x) {
            double[] p = new double[polynomials[axis].size()];
            polynomials[axis].evaluate(local(x, low[axis], high[axis]), p);
            double[] left = new double[basis.rest().count()];
            basis.fixFirst(p, c, start, left);
            return left;
        }

        /** The value of a polynomial in the last coordinate. */
        double along(int axis, int start, double[] c, double x) {
            return polynomials[axis].sum(c, start, local(x, low[axis], high[axis]));
        }

        void fill(Grid grid, double[] values) {
            fill(grid, values, 0, 0, coefficients, offset, structure.basis(cell));
        }

        private void fill(Grid grid, double[] values, int axis, int row, double[] c, int start, TotalDegree basis) {
            int n = grid.length(axis);
            int end = first(high[axis], n);
            for (int i = first(low[axis], n); i < end; i++) {
                double x = (i + 0.5) / n;
                if (axis == dimension - 1) {
                    values[row * n + i] = along(axis, start, c, x);
                } else {
                    fill(grid, values, axis + 1, row * n + i, fixed(axis, basis, start, c, x), 0, basis.rest());
                }
            }
        }

        /** The first of n cell centres that is not below x; n for x = 1. */
        private int first(double x, int n) {
            int i = Math.max(0, Math.min(n, (int) Math.ceil(x * n - 0.5)));
            while (i > 0 && (i - 0.5) / n >= x) {
                i--;
            }
            while (i < n && (i + 0.5) / n < x) {
                i++;
            }
            return i;
        }
    }

    /** The coordinate in [-1, 1]; both differences are exact near their own end. */
    private static double local(double x, double low, double high) {
        return ((x - low) + (x - high)) / (high - low);
    }
}
