package org.epsilonet.families.relu.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.epsilonet.families.relu.PiecewiseLinear;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * A shallow network, evaluated through its piecewise linear form, the same for one point and for many: a forward pass in
 * doubles would lose as many digits as its largest weight has, and a network that ramps up a jump has weights of \(M^4\).
 */
final class ShallowApproximant implements Approximant {
    private final ShallowStructure structure;
    private final PiecewiseLinear form;

    ShallowApproximant(ShallowStructure structure, PiecewiseLinear form) {
        this.structure = structure;
        this.form = form;
    }

    @Override
    public Structure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return form.values();
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double at(double... x) {
        return form.at(x[0]);
    }

    @Override
    public double[] on(Grid grid) {
        double[] points = new double[grid.points()];
        for (int i = 0; i < points.length; i++) {
            points[i] = (i + 0.5) / points.length;
        }
        return form.atIncreasing(points);
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        return form.atIncreasing(increasing);
    }

    @Override
    public double[] breakpoints() {
        double[] knots = form.knots();
        return knots.length <= 2 ? new double[0] : Arrays.copyOfRange(knots, 1, knots.length - 1);
    }

    /** The network itself. */
    ReluNetwork network() {
        return form.network();
    }

    @Override
    public String toString() {
        return network().toString();
    }
}
