package org.epsilonet.testkit.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.symbol.SymbolTape;

/** All bits of an approximation: two are the same result exactly if their fingerprints are equal. */
record Fingerprint(SymbolTape structure, int parameters, int values, double distance, Approximation.Outcome outcome) {
    static Fingerprint of(Approximation result, Domain domain) {
        return new Fingerprint(
                SymbolTape.of(result.approximant().structure()::write),
                Arrays.hashCode(result.approximant().parameters()),
                Arrays.hashCode(Values.of(result.approximant(), domain)),
                result.distance().value(),
                result.outcome());
    }

    /** The first thing in which another result differs. */
    String differenceTo(Fingerprint other) {
        if (!structure.equals(other.structure)) {
            return "its structure";
        }
        return parameters != other.parameters
                ? "its parameters"
                : values != other.values ? "its values" : "its distance or outcome";
    }
}
