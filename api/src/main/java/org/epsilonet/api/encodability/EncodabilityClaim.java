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
 * @param hoelder the exponent \(\beta \in (0, 1]\), the same for all \(M\), with which that constant holds: \(\|R_s(\theta)
 *     - R_s(\theta')\| \le \mathrm{Lip}\,\|\theta-\theta'\|_\infty^\beta\); 1 for a Lipschitz constant
 * @param obstruction a proof (with its source) that the family is not ∞-encodable, if there is one
 * @param source why the growths hold: a theorem, or the argument in a sentence
 * @param parts the claims of the families of which this one is the union; empty if it is none
 * @see "docs/theory.md, A11, A4, A8"
 */
public record EncodabilityClaim(
        Growth log2Structures,
        Growth parameters,
        Growth log2Radius,
        Growth log2Lipschitz,
        double hoelder,
        Optional<String> obstruction,
        String source,
        List<EncodabilityClaim> parts) {

    /**
     * Copies the parts.
     *
     * @throws IllegalArgumentException if the exponent is not in (0, 1], or there is a proof that no encoding exists though
     *     the growths are those of one
     */
    public EncodabilityClaim {
        parts = List.copyOf(parts);
        if (!(hoelder > 0 && hoelder <= 1)) {
            throw new IllegalArgumentException("a Hölder exponent must be in (0, 1], was " + hoelder);
        }
        if (obstruction.isPresent()
                && EncodabilityVerdict.exponent(parts, log2Structures, parameters, log2Radius, log2Lipschitz) == 0) {
            throw new IllegalArgumentException(
                    "growths with h = 0 are an encoding, but there is said to be none: " + obstruction.get());
        }
    }

    /** A claim without an obstruction. */
    public static EncodabilityClaim of(
            Growth log2Structures, Growth parameters, Growth log2Radius, Growth log2Lipschitz, String source) {
        return new EncodabilityClaim(
                log2Structures, parameters, log2Radius, log2Lipschitz, 1, Optional.empty(), source, List.of());
    }

    /**
     * The same growths, where the constant is one of a Hölder condition: the bits of a parameter grow by \(1/\beta\).
     *
     * @param exponent \(\beta \in (0, 1]\)
     */
    public EncodabilityClaim withHoelder(double exponent) {
        return new EncodabilityClaim(
                log2Structures, parameters, log2Radius, log2Lipschitz, exponent, obstruction, source, parts);
    }

    /**
     * The same growths, with a proof that no encoding exists.
     *
     * @throws IllegalArgumentException if the growths give \(h = 0\), which is a proof that one does
     */
    public EncodabilityClaim obstructedBy(String proof) {
        return new EncodabilityClaim(
                log2Structures, parameters, log2Radius, log2Lipschitz, hoelder, Optional.of(proof), source, parts);
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
                lipschitz(parts),
                parts.stream().mapToDouble(EncodabilityClaim::hoelder).min().orElseThrow(),
                parts.stream()
                        .flatMap(part -> part.obstruction().stream())
                        .findFirst()
                        .map(proof -> "a part is not, and an encoding of a set is one of its subsets: " + proof),
                "a union of " + parts.size() + " families: encodings of the parts together are one of the union",
                parts);
    }

    /** A part with a larger Hölder exponent gets the smaller one of another at the price of a power of the radius. */
    private static Growth lipschitz(List<EncodabilityClaim> parts) {
        Growth lipschitz = largest(parts, EncodabilityClaim::log2Lipschitz);
        boolean sameExponent = parts.stream()
                        .mapToDouble(EncodabilityClaim::hoelder)
                        .distinct()
                        .count()
                == 1;
        return sameExponent ? lipschitz : lipschitz.plus(largest(parts, EncodabilityClaim::log2Radius));
    }

    private static Growth largest(List<EncodabilityClaim> parts, Function<EncodabilityClaim, Growth> growth) {
        return parts.stream().map(growth).reduce(Growth.ZERO, Growth::plus);
    }

    /** What follows from the growths. */
    public EncodabilityVerdict verdict() {
        return EncodabilityVerdict.of(this);
    }
}
