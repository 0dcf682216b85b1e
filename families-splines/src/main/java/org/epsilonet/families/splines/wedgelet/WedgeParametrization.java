package org.epsilonet.families.splines.wedgelet;

import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.families.splines.internal.Lattice;

/**
 * All wedgelets of a budget. With \(B\) polynomials per piece \(\mathrm{Lip} = \sqrt B\) for \(p \le 2\), in the
 * supremum norm \(L = \sum_j\|p_j\|_\infty\), and \(L^{1-2/p}B^{1/p}\) between. On a convex polygon a linear function
 * of mean 0 and variance 1 is at most \(\sqrt8\) (its values have a concave density; the worst is that of a triangle,
 * at the tip); on \(n\) samples, of which one may be far from all others, at most \(\sqrt n\).
 *
 * @param code the partitions
 * @param degree the degree of the pieces
 * @param size the largest number of parameters
 * @param radius the bound on parameters
 */
record WedgeParametrization(WedgeCode code, int degree, int size, double radius) implements Parametrization {
    @Override
    public double log2Structures() {
        return code.log2Count();
    }

    @Override
    public double lipschitz(LpNorm norm) {
        if (degree == 0) {
            return 1;
        }
        double share = norm.isSup() ? 1 : Math.max(0, 1 - 2 / norm.p());
        return PerturbationBound.outward(Math.pow(peak(), share) * Math.pow(Math.sqrt(3), 1 - share), 64);
    }

    private double peak() {
        Lattice lattice = code.lattice();
        double samples = (double) lattice.resolution(0) * lattice.resolution(1);
        return 1 + 2 * Math.sqrt(lattice.discrete() ? samples : 8);
    }

    @Override
    public Structure read(SymbolSource source) throws CorruptCodeException {
        return new WedgeStructure(code.read(source), degree, code);
    }
}
