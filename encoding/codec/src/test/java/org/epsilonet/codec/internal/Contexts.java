package org.epsilonet.codec.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/** A structure of so many parameters, which stand in so many contexts in turn. */
record Contexts(int size, int contexts) implements Structure {
    @Override
    public Approximant realize(double[] parameters) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public void write(SymbolSink sink) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public int context(int i) {
        return i % contexts;
    }
}
