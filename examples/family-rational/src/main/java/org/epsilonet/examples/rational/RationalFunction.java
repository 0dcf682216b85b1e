package org.epsilonet.examples.rational;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;

/** A rational function, by its values at the nodes; evaluation at one point costs \(O(m)\). */
final class RationalFunction implements Approximant {
    private final Interpolant interpolant;
    private final double[] values;

    RationalFunction(Interpolant interpolant, double[] values) {
        this.interpolant = interpolant;
        this.values = values;
    }

    @Override
    public Structure structure() {
        return interpolant;
    }

    @Override
    public double[] parameters() {
        return values.clone();
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double at(double... x) {
        return interpolant.form().at(interpolant.lattice().coordinate(x[0]), values);
    }

    /** On the grid of the nodes coordinates are whole, without rounding. */
    @Override
    public double[] on(Grid grid) {
        boolean own = grid.points() == interpolant.lattice().samples();
        double[] result = new double[grid.points()];
        Arrays.setAll(result, i -> own ? interpolant.form().at(i, values) : at((i + 0.5) / result.length));
        return result;
    }

    @Override
    public String toString() {
        int m = interpolant.size();
        return "rational function of type (" + (m - 1) + ", " + (m - 1) + "), " + m + " nodes";
    }
}
