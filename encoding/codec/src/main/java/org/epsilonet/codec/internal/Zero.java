package org.epsilonet.codec.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * The zero function, without parameters: what is left of constant data once their offset is taken away.
 *
 * @param dimension the dimension of its domain
 */
public record Zero(int dimension) implements Approximant, Structure {
    @Override
    public Structure structure() {
        return this;
    }

    @Override
    public double[] parameters() {
        return new double[0];
    }

    @Override
    public double at(double... x) {
        return 0;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != 0) {
            throw new IllegalArgumentException("the zero function has no parameters, given were " + parameters.length);
        }
        return this;
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        return deltas -> 0;
    }

    @Override
    public void write(SymbolSink sink) {
        // There is only one.
    }

    @Override
    public String toString() {
        return "zero function, no parameters";
    }
}
