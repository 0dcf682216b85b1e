package org.epsilonet.families.splines.internal;

import java.util.Optional;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * A space of splines: one structure; \(\mathrm{Lip} = 1\) in every norm, as B-splines are nonnegative with sum 1.
 *
 * @param structure the structure
 */
public record SplineParametrization(SplineStructure structure) implements Parametrization {
    @Override
    public double log2Structures() {
        return 0;
    }

    @Override
    public int size() {
        return structure.size();
    }

    @Override
    public double radius() {
        return structure.radius();
    }

    @Override
    public double lipschitz(LpNorm norm) {
        return 1;
    }

    @Override
    public Optional<StructureNumbering> numbering() {
        return Optional.of(StructureNumbering.only(structure));
    }

    @Override
    public Structure read(SymbolSource source) {
        return structure;
    }
}
