package org.epsilonet.codec;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;

/** Values on a grid; elsewhere the value of the cell. */
record GridFunction(Structure structure, double[] theta, Grid grid, double[] values) implements Approximant {
    @Override
    public double[] parameters() {
        return theta.clone();
    }

    @Override
    public int dimension() {
        return grid.dimension();
    }

    @Override
    public double at(double... x) {
        int index = 0;
        for (int axis = 0; axis < x.length; axis++) {
            int n = grid.length(axis);
            index = index * n + Math.min(n - 1, (int) (x[axis] * n));
        }
        return values[index];
    }

    @Override
    public double[] on(Grid other) {
        return other.equals(grid) ? values.clone() : Approximant.super.on(other);
    }
}
