package org.epsilonet.families.splines.internal;

import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Monotone splines with given knots: two structures, up and down; \(\mathrm{Lip} = 1\) in every norm, as for all splines.
 *
 * @param splines the space of splines
 * @param radius the bound on coefficients
 */
public record MonotoneParametrization(SplineStructure splines, double radius) implements Parametrization {
    @Override
    public double log2Structures() {
        return 1;
    }

    @Override
    public int size() {
        return splines.size();
    }

    @Override
    public double lipschitz(LpNorm norm) {
        return 1;
    }

    @Override
    public Structure read(SymbolSource source) throws CorruptCodeException {
        return new MonotoneStructure(splines, source.bits(1) == 1);
    }
}
