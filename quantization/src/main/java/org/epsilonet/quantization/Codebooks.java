package org.epsilonet.quantization;

import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Codebook;
import org.epsilonet.api.family.EncodableFamily;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.UnionFamily;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;

/**
 * A code book of any family that has one: its own, that of its parts, or the lattice of its parameters.
 *
 * @see "docs/theory.md, A5"
 */
public final class Codebooks {
    private Codebooks() {}

    /**
     * A code book of \(\Sigma_M\).
     *
     * @param family a family that encodes itself, is parametrized, or is a union of such
     * @param domain a supported domain
     * @param budget the budget \(M \ge 1\)
     * @param norm the norm of the functions
     * @param coveringRadius \(\rho > 0\); {@link EncodingTheorem#coveringRadius} gives that of a (γ,h)-encoding
     * @return a code book whose certified covering radius is at most that
     * @throws IllegalArgumentException if an argument is out of range, the family is of no such kind, or no finite set is
     *     known to cover so well
     */
    public static Codebook of(
            ApproximationFamily family, Domain domain, int budget, LpNorm norm, double coveringRadius) {
        if (family instanceof EncodableFamily own) {
            return own.codebook(domain, budget, norm, coveringRadius);
        }
        if (family instanceof UnionFamily union) {
            return new UnionCodebook(
                    union,
                    union.parts().stream()
                            .map(part -> of(part, domain, budget, norm, coveringRadius))
                            .toList());
        }
        if (family instanceof ParametrizedFamily parametrized) {
            return LatticeCodebook.of(parametrized.parametrization(domain, budget), norm, coveringRadius);
        }
        throw new IllegalArgumentException(
                "the family " + family.id() + " is neither parametrized nor brings its own code books");
    }
}
