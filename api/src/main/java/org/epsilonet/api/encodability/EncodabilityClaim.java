package org.epsilonet.api.encodability;

import java.util.Optional;

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
 */
public record EncodabilityClaim(
        Growth log2Structures,
        Growth parameters,
        Growth log2Radius,
        Growth log2Lipschitz,
        Optional<String> obstruction,
        String source) {

    /** A claim without an obstruction. */
    public static EncodabilityClaim of(
            Growth log2Structures, Growth parameters, Growth log2Radius, Growth log2Lipschitz, String source) {
        return new EncodabilityClaim(log2Structures, parameters, log2Radius, log2Lipschitz, Optional.empty(), source);
    }

    /** The same growths, with a proof that no encoding exists. */
    public EncodabilityClaim obstructedBy(String proof) {
        return new EncodabilityClaim(log2Structures, parameters, log2Radius, log2Lipschitz, Optional.of(proof), source);
    }

    /** What follows from the growths. */
    public EncodabilityVerdict verdict() {
        return EncodabilityVerdict.of(this);
    }
}
