package org.epsilonet.families.splines.internal;

import java.util.Optional;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * A space of splines with given knots: one structure; \(\mathrm{Lip} = 1\) in every norm, as products of B-splines are
 * nonnegative with sum 1.
 *
 * @param structure the structure
 * @param radius the bound on coefficients
 */
public record SplineParametrization(SplineStructure structure, double radius) implements Parametrization {
    @Override
    public double log2Structures() {
        return 0;
    }

    @Override
    public int size() {
        return structure.size();
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
