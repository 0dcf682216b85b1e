package org.epsilonet.api.family;

import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * A structure of a union of families: which part, and the structure there.
 *
 * @param part which part, in {@code 0..parts-1}
 * @param parts how many parts there are
 * @param structure the structure of that part
 */
public record UnionStructure(int part, int parts, Structure structure) implements Structure {
    @Override
    public int size() {
        return structure.size();
    }

    @Override
    public Approximant realize(double[] parameters) {
        return new UnionApproximant(this, structure.realize(parameters));
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        return structure.perturbation(parameters, norm);
    }

    @Override
    public void write(SymbolSink sink) {
        sink.uniform(part, parts);
        structure.write(sink);
    }

    @Override
    public int context(int i) {
        return structure.context(i);
    }

    @Override
    public double scale(int i, LpNorm norm) {
        return structure.scale(i, norm);
    }

    @Override
    public Structure without(boolean[] zero) {
        Structure fewer = structure.without(zero);
        return fewer == structure ? this : new UnionStructure(part, parts, fewer);
    }
}
