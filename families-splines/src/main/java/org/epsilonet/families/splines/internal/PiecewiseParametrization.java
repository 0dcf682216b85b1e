package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import java.util.Optional;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * All piecewise polynomials over the partitions of one code. With \(B\) polynomials per cell, \(\mathrm{Lip} = \sqrt B\)
 * for \(p \le 2\) and \(\sum_j\|p_j\|_\infty\) in the supremum norm, where \(\|p_j\|_\infty \le \sqrt{2j+1}\) in every
 * coordinate.
 *
 * @param code the partitions
 * @param dimension the dimension, 1 to 3
 * @param degree the largest total degree
 * @param size the largest number of parameters
 * @param radius the bound on parameters
 */
public record PiecewiseParametrization(PartitionCode code, int dimension, int degree, int size, double radius)
        implements Parametrization {
    @Override
    public double log2Structures() {
        return code.log2Count();
    }

    @Override
    public double lipschitz(LpNorm norm) {
        int[] sizes = new int[dimension];
        Arrays.fill(sizes, degree + 1);
        TotalDegree basis = TotalDegree.of(degree, sizes);
        double largest = 0;
        for (int n = 0; n < basis.count(); n++) {
            double square = 1;
            for (int axis = 0; axis < dimension; axis++) {
                square *= 2 * basis.degree(n, axis) + 1;
            }
            largest += Math.sqrt(square);
        }
        double share = norm.isSup() ? 1 : Math.max(0, 1 - 2 / norm.p());
        return PerturbationBound.outward(Math.pow(largest, share) * Math.pow(Math.sqrt(basis.count()), 1 - share), 64);
    }

    @Override
    public Optional<StructureNumbering> numbering() {
        return code.numbering(degree);
    }

    @Override
    public Structure read(SymbolSource source) throws CorruptCodeException {
        return new PiecewiseStructure(code.read(source), degree, code);
    }
}
