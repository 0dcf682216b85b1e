package org.epsilonet.api.family;

import org.epsilonet.api.function.Grid;

/**
 * An element of a part as an element of the union.
 *
 * @param structure which part, and the structure there
 * @param inner the element of the part
 */
record UnionApproximant(UnionStructure structure, Approximant inner) implements Approximant {
    @Override
    public double[] parameters() {
        return inner.parameters();
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public double at(double... x) {
        return inner.at(x);
    }

    @Override
    public double[] on(Grid grid) {
        return inner.on(grid);
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        return inner.atIncreasing(increasing);
    }

    @Override
    public double[] breakpoints() {
        return inner.breakpoints();
    }

    @Override
    public boolean mayJump() {
        return inner.mayJump();
    }

    @Override
    public String toString() {
        return inner.toString();
    }
}
