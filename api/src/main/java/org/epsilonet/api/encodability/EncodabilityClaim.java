package org.epsilonet.api.encodability;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a family claims about its parametrization, as \(M \to \infty\), on one domain and in one norm. The growths are
 * suprema over the structures \(s \in S_M\); the testkit compares them with measured ones.
 *
 * @param log2Structures growth of \(\log_2 |S_M|\), the number of structures
 * @param parameters growth of \(k_M = \sup_s k(s)\), the number of real parameters
 * @param log2Radius growth of \(\log_2 r_M\), where \(\Theta_s \subset [-r_M, r_M]^{k(s)}\)
 * @param log2Lipschitz growth of \(\log_2 \mathrm{Lip}\) of \(\theta \mapsto R_s(\theta)\), from \(\ell^\infty\)
 * @param obstruction a proof (with its source) that the family is not ∞-encodable, if there is one
 * @param source why the growths hold: a theorem, or the argument in a sentence
 * @param parts the claims of the families of which this one is the union; empty if it is none
 * @see "docs/theory.md, A4, A8"
 */
public record EncodabilityClaim(
        Growth log2Structures,
        Growth parameters,
        Growth log2Radius,
        Growth log2Lipschitz,
        Optional<String> obstruction,
        String source,
        List<EncodabilityClaim> parts) {

    /** Copies the parts. */
    public EncodabilityClaim {
        parts = List.copyOf(parts);
    }

    /** A claim without an obstruction. */
    public static EncodabilityClaim of(
            Growth log2Structures, Growth parameters, Growth log2Radius, Growth log2Lipschitz, String source) {
        return new EncodabilityClaim(
                log2Structures, parameters, log2Radius, log2Lipschitz, Optional.empty(), source, List.of());
    }

    /** The same growths, with a proof that no encoding exists. */
    public EncodabilityClaim obstructedBy(String proof) {
        return new EncodabilityClaim(
                log2Structures, parameters, log2Radius, log2Lipschitz, Optional.of(proof), source, parts);
    }

    /**
     * The claim of a union of families: every growth is the largest of the parts'. A proof that one part is not
     * ∞-encodable is one for the union, as an encoding of a set is an encoding of its subsets.
     *
     * @param parts the claims of the parts, at least one
     * @return the claim of the union
     * @throws IllegalArgumentException if there is no part
     */
    public static EncodabilityClaim union(List<EncodabilityClaim> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a union needs a part");
        }
        return new EncodabilityClaim(
                largest(parts, EncodabilityClaim::log2Structures)
                        .plus(parts.size() > 1 ? Growth.CONSTANT : Growth.ZERO),
                largest(parts, EncodabilityClaim::parameters),
                largest(parts, EncodabilityClaim::log2Radius),
                largest(parts, EncodabilityClaim::log2Lipschitz),
                parts.stream()
                        .flatMap(part -> part.obstruction().stream())
                        .findFirst()
                        .map(proof -> "a part is not, and an encoding of a set is one of its subsets: " + proof),
                "a union of " + parts.size() + " families: encodings of the parts together are one of the union",
                parts);
    }

    private static Growth largest(List<EncodabilityClaim> parts, Function<EncodabilityClaim, Growth> growth) {
        return parts.stream().map(growth).reduce(Growth.ZERO, Growth::plus);
    }

    /** What follows from the growths. */
    public EncodabilityVerdict verdict() {
        return EncodabilityVerdict.of(this);
    }
}
