package org.epsilonet.codec.internal;

import java.util.function.IntUnaryOperator;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/** A structure of which only the integers are coded: so many parameters in some contexts. */
record Contexts(int size, IntUnaryOperator contexts) implements Structure {
    /** So many contexts in turn. */
    Contexts(int size, int contexts) {
        this(size, i -> i % contexts);
    }

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
        return contexts.applyAsInt(i);
    }
}
