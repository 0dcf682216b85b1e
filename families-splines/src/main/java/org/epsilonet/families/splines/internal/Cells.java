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

    /**
     * The largest degree on a cell.
     *
     * @param c the cell
     * @param most the largest degree anywhere
     */
    default int degree(int c, int most) {
        return most;
    }

    /** The products of polynomials up to a total degree that are independent on cell {@code c}. */
    default TotalDegree basis(int c, int degree) {
        int[] sizes = new int[lattice().dimension()];
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = CellPolynomials.size(degree, lattice().points(to(c, axis) - from(c, axis)));
        }
        return TotalDegree.of(degree, sizes);
    }
}
