package org.epsilonet.families.splines.internal;

import java.util.List;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Splines over all knots of one code; \(\mathrm{Lip} = 1\), whatever the knots.
 *
 * @param domain the domain
 * @param code the knots
 * @param size the largest number of B-splines
 * @param radius the bound on coefficients
 */
public record FreeKnotParametrization(Domain domain, MultipleKnotCode code, int size, double radius)
        implements Parametrization {
    /** The structure with given knots. */
    public SplineStructure structure(FreeKnots knots) {
        return new SplineStructure(List.of(knots), domain, sink -> code.write(knots, sink));
    }

    @Override
    public double log2Structures() {
        return code.log2Count();
    }

    @Override
    public double lipschitz(LpNorm norm) {
        return 1;
    }

    @Override
    public Structure read(SymbolSource source) throws CorruptCodeException {
        return structure(code.read(source));
    }
}
