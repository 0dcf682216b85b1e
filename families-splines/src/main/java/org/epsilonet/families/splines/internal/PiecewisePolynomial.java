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
        Piece piece = new Piece(structure.cells().locate(x));
        return dimension == 1 ? piece.at(x[0]) : piece.fixedFirst(x[0]).at(x[1]);
    }

    @Override
    public double[] on(Grid grid) {
        double[] values = new double[grid.points()];
        int columns = grid.length(dimension - 1);
        for (int c = 0; c < structure.cells().count(); c++) {
            Piece piece = new Piece(c);
            if (dimension == 1) {
                piece.fill(values, 0, columns);
                continue;
            }
            int rows = grid.length(0);
            int end = piece.first(piece.upper(0), rows);
            for (int row = piece.first(piece.lower(0), rows); row < end; row++) {
                piece.fixedFirst((row + 0.5) / rows).fill(values, row * columns, columns);
            }
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
            if (!(piece.lower(0) <= x && x < piece.upper(0))) {
                int c = cells.locate(x);
                piece = c == piece.cell ? piece : new Piece(c);
            }
            values[i] = piece.at(x);
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

    /** The polynomial on one cell, as a function of its last coordinate. */
    private final class Piece {
        final int cell;
        private final int axis = dimension - 1;
        private final CellPolynomials last;
        private final double low;
        private final double high;
        private double[] c = coefficients;
        private int offset;

        Piece(int cell) {
            this.cell = cell;
            this.last = polynomials(axis);
            this.low = lower(axis);
            this.high = upper(axis);
            this.offset = structure.offset(cell);
        }

        private CellPolynomials polynomials(int along) {
            Cells cells = structure.cells();
            return CellPolynomials.of(
                    structure.degree(), cells.lattice().points(cells.to(cell, along) - cells.from(cell, along)));
        }

        double lower(int along) {
            return structure.cells().lattice().position(along, structure.cells().from(cell, along));
        }

        double upper(int along) {
            return structure.cells().lattice().position(along, structure.cells().to(cell, along));
        }

        double at(double x) {
            return last.sum(c, offset, local(x, low, high));
        }

        /** In two dimensions: the polynomial in the second coordinate that is left. */
        Piece fixedFirst(double x) {
            CellPolynomials first = polynomials(0);
            double[] p = new double[first.size()];
            first.evaluate(local(x, lower(0), upper(0)), p);
            c = new double[last.size()];
            TotalDegree.fixFirst(structure.degree(), p, p.length, c.length, coefficients, structure.offset(cell), c);
            offset = 0;
            return this;
        }

        void fill(double[] values, int start, int columns) {
            int end = first(high, columns);
            for (int i = first(low, columns); i < end; i++) {
                values[start + i] = at((i + 0.5) / columns);
            }
        }

        /** The first of n cell centres that is not below x; n for x = 1. */
        int first(double x, int n) {
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
