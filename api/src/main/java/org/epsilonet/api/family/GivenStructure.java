package org.epsilonet.api.family;

import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * One of finitely many given functions; there are no parameters.
 *
 * @param index which one
 * @param of how many there are
 * @param function the function
 */
record GivenStructure(int index, int of, Formula function) implements Structure {
    @Override
    public int size() {
        return 0;
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != 0) {
            throw new IllegalArgumentException("a given function has no parameters, were " + parameters.length);
        }
        return new Element(this);
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        return deltas -> 0;
    }

    @Override
    public void write(SymbolSink sink) {
        sink.uniform(index, of);
    }

    /** The function as an element. */
    private record Element(GivenStructure structure) implements Approximant {
        @Override
        public double[] parameters() {
            return new double[0];
        }

        @Override
        public int dimension() {
            return structure.function.dimension();
        }

        @Override
        public double at(double... x) {
            return structure.function.at(x);
        }

        @Override
        public double[] breakpoints() {
            return structure.function.breakpoints();
        }

        @Override
        public String toString() {
            return structure.function.name() + ", one of " + structure.of;
        }
    }
}
