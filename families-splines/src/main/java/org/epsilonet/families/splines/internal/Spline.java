package org.epsilonet.families.splines.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;

/** A spline \(\sum_j c_jB_j\). */
final class Spline implements Approximant {
    private final SplineStructure structure;
    private final SplineSpace space;
    private final double[] coefficients;

    Spline(SplineStructure structure, double[] coefficients) {
        this.structure = structure;
        this.space = structure.space();
        this.coefficients = coefficients;
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
        return 1;
    }

    @Override
    public double at(double... x) {
        return at(x[0], new double[space.degree() + 1]);
    }

    private double at(double x, double[] basis) {
        int interval = space.locate(x);
        space.basis(interval, x, basis);
        double sum = 0;
        for (int j = 0; j < basis.length; j++) {
            sum += coefficients[interval + j] * basis[j];
        }
        return sum;
    }

    @Override
    public double[] on(Grid grid) {
        double[] values = new double[grid.points()];
        double[] basis = new double[space.degree() + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = at((i + 0.5) / values.length, basis);
        }
        return values;
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        double[] values = new double[increasing.length];
        double[] basis = new double[space.degree() + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(increasing[i], basis);
        }
        return values;
    }

    /** The knots. */
    @Override
    public double[] breakpoints() {
        double[] knots = new double[space.intervals() - 1];
        for (int i = 0; i < knots.length; i++) {
            knots[i] = space.start(i + 1);
        }
        return knots;
    }

    @Override
    public String toString() {
        return "Spline[degree=" + space.degree() + ", intervals=" + space.intervals() + ", parameters="
                + coefficients.length + "]";
    }
}
