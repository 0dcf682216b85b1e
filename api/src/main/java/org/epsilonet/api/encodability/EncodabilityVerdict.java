package org.epsilonet.api.encodability;

import java.util.List;
import java.util.Locale;

/**
 * Whether a parametrized family is ∞-encodable on one domain and in one norm.
 *
 * <p>A grid of step \(\eta = 2c_1M^{-\gamma}/\mathrm{Lip}_M\) on every parameter box covers \(\Sigma_M\) within
 * \(c_1M^{-\gamma}\) and has
 * \[ \log_2|\Sigma_M(\gamma,h)| \le \log_2|S_M| + k_M \log_2\lceil r_M\,\mathrm{Lip}_M\,M^{\gamma}/c_1 \rceil \]
 * elements. With \(e(\cdot)\) the power of \(M\) in a growth, this is \(O(M^{1+h'})\) for every \(h' > h\) and every
 * \(\gamma\), where
 * \[ h = \max\bigl(0,\; e(\log|S|) - 1,\; e(k) + \max(0, e(\log r), e(\log \mathrm{Lip})) - 1\bigr). \]
 *
 * @param kind the verdict
 * @param h the exponent above; {@code >= 0}, possibly infinite. The approximation speed on any class is at most
 *     \((1+h)\) times its encoding speed
 * @param derivation how it follows, one step a line, readable on its own
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon et al., Definition of (γ,h)-encodings and the Lipschitz
 *     criterion for ∞-encodability</a>
 */
public record EncodabilityVerdict(Kind kind, double h, List<String> derivation) {
    /** The three possible answers. */
    public enum Kind {
        /** \(h = 0\): ∞-encodable. */
        ENCODABLE,
        /** \(h > 0\) for this parametrization; another one of the same sets may do better. */
        NOT_ESTABLISHED,
        /** Proved not to be ∞-encodable. */
        NOT_ENCODABLE
    }

    /** Copies the derivation. */
    public EncodabilityVerdict {
        derivation = List.copyOf(derivation);
    }

    /** What follows from a claim. */
    static EncodabilityVerdict of(EncodabilityClaim claim) {
        double structures = claim.log2Structures().power() - 1;
        double bitsPerParameter = Math.max(
                0, Math.max(claim.log2Radius().power(), claim.log2Lipschitz().power()));
        double parameters = claim.parameters().equals(Growth.ZERO)
                ? Double.NEGATIVE_INFINITY
                : claim.parameters().power() + bitsPerParameter - 1;
        double h = Math.max(0, Math.max(structures, parameters));
        Kind kind =
                claim.obstruction().isPresent() ? Kind.NOT_ENCODABLE : h == 0 ? Kind.ENCODABLE : Kind.NOT_ESTABLISHED;
        return new EncodabilityVerdict(
                kind,
                h,
                List.of(
                        "log2 #structures ~ " + claim.log2Structures() + ": exponent "
                                + shown(claim.log2Structures().power()),
                        "#parameters ~ " + claim.parameters() + ": exponent "
                                + shown(claim.parameters().power()),
                        "log2 radius ~ " + claim.log2Radius() + ", log2 Lipschitz ~ " + claim.log2Lipschitz()
                                + ": bits per parameter ~ M^" + shown(bitsPerParameter) + " up to logarithms",
                        "h = max(0, " + shown(structures) + ", " + shown(parameters) + ") = " + shown(h),
                        claim.source(),
                        claim.obstruction()
                                .map(proof -> "not encodable: " + proof)
                                .orElse(conclusion(h))));
    }

    private static String conclusion(double h) {
        return h == 0
                ? "h = 0: infinity-encodable, so approximation speed <= encoding speed on every class"
                : "h > 0: not established; approximation speed <= " + shown(1 + h) + " x encoding speed";
    }

    private static String shown(double x) {
        if (Double.isInfinite(x)) {
            return x > 0 ? "inf" : "-inf";
        }
        return x == Math.rint(x) ? String.valueOf((long) x) : String.format(Locale.ROOT, "%.4g", x);
    }
}
