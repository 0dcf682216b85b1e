package org.epsilonet.families.splines.internal;

/** A partition of the unit cube into boxes with corners on a lattice. Immutable. */
public interface Cells {
    /** The lattice. */
    Lattice lattice();

    /** The number of cells. */
    int count();

    /** Lower end of cell {@code c} along an axis, in steps of the lattice. */
    long from(int c, int axis);

    /** Upper end of cell {@code c} along an axis, in steps of the lattice. */
    long to(int c, int axis);

    /** The cell that contains a point; cells are closed below and open above, but for the last. */
    int locate(double... x);

    /** The measure of a cell: its volume, or its share of the samples. */
    default double measure(int c) {
        double measure = 1;
        for (int axis = 0; axis < lattice().dimension(); axis++) {
            measure *= (double) (to(c, axis) - from(c, axis)) / lattice().resolution(axis);
        }
        return measure;
    }

    /** How many polynomials of total degree at most {@code degree} are independent on a cell. */
    default int basisSize(int c, int degree) {
        Lattice lattice = lattice();
        int first = CellPolynomials.size(degree, lattice.points(to(c, 0) - from(c, 0)));
        if (lattice.dimension() == 1) {
            return first;
        }
        int second = CellPolynomials.size(degree, lattice.points(to(c, 1) - from(c, 1)));
        return TotalDegree.count(degree, first, second);
    }
}
