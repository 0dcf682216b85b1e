package org.epsilonet.api.encodability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a parametrized family is ∞-encodable on one domain and in one norm.
 *
 * <p>A grid of step \(\eta = 2c_1M^{-\gamma}/\mathrm{Lip}_M\) on every parameter box covers \(\Sigma_M\) within
 * \(c_1M^{-\gamma}\) and has
 * \[ \log_2|\Sigma_M(\gamma,h)| \le \log_2|S_M| + k_M \log_2\lceil r_M\,\mathrm{Lip}_M\,M^{\gamma}/c_1 \rceil \]
 * elements. (For a Hölder constant of exponent \(\beta\) the step is \(2(c_1M^{-\gamma}/\mathrm{Lip}_M)^{1/\beta}\), and
 * \((\mathrm{Lip}_M\,M^{\gamma}/c_1)^{1/\beta}\) takes the place of \(\mathrm{Lip}_M\,M^{\gamma}/c_1\): bits grow by a
 * factor at most, powers of \(M\) not at all.) With \(e(\cdot)\) the power of \(M\) in a growth, this is \(O(M^{1+h'})\) for every \(h' > h\) and every
 * \(\gamma\), where
 * \[ h = \max\bigl(0,\; e(\log|S|) - 1,\; e(k) + \max(0, e(\log r), e(\log \mathrm{Lip})) - 1\bigr). \]
 *
 * @param kind the verdict
 * @param h the exponent above; {@code >= 0}, possibly infinite. The approximation speed on any class is at most
 *     \((1+h)\) times its encoding speed
 * @param derivation how it follows, one step a line, readable on its own
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon et al., Definition of (γ,h)-encodings and the Lipschitz
 *     criterion for ∞-encodability</a>
 * @see "docs/theory.md, A4"
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
        double h = exponent(
                claim.parts(), claim.log2Structures(), claim.parameters(), claim.log2Radius(), claim.log2Lipschitz());
        Kind kind =
                claim.obstruction().isPresent() ? Kind.NOT_ENCODABLE : h == 0 ? Kind.ENCODABLE : Kind.NOT_ESTABLISHED;
        List<String> derivation = new ArrayList<>(claim.parts().isEmpty() ? ofGrowths(claim, h) : ofParts(claim, h));
        derivation.add(claim.source());
        derivation.add(
                claim.obstruction().map(proof -> "not encodable: " + proof).orElseGet(() -> conclusion(h)));
        return new EncodabilityVerdict(kind, h, derivation);
    }

    /** Of a union the largest of its parts: the growths of all together may be those of different parts. */
    static double exponent(
            List<EncodabilityClaim> parts, Growth structures, Growth parameters, Growth radius, Growth lipschitz) {
        return parts.isEmpty()
                ? Math.max(
                        0,
                        log2Cardinality(structures, parameters, radius, lipschitz)
                                        .power()
                                - 1)
                : parts.stream().mapToDouble(part -> part.verdict().h()).max().orElseThrow();
    }

    /** \(\log_2|S| + k(\log r + \log\mathrm{Lip} + \gamma\log M)\), for any \(\gamma\) and up to a factor. */
    private static Growth log2Cardinality(Growth structures, Growth parameters, Growth radius, Growth lipschitz) {
        Growth bitsPerParameter = radius.plus(lipschitz).plus(Growth.LOG);
        return structures.plus(parameters.times(bitsPerParameter));
    }

    private static Growth log2Cardinality(EncodabilityClaim claim) {
        return log2Cardinality(claim.log2Structures(), claim.parameters(), claim.log2Radius(), claim.log2Lipschitz());
    }

    private static List<String> ofGrowths(EncodabilityClaim claim, double h) {
        String size = "must be O(M^(1+h)) for every h > 0: ";
        String bits = "must be O(M^h) for every h > 0: ";
        boolean noParameters = claim.parameters().equals(Growth.ZERO);
        Growth total = log2Cardinality(claim);
        return List.of(
                "log2 #structures ~ " + claim.log2Structures() + ", " + size
                        + met(claim.log2Structures().power() - 1),
                "#parameters ~ " + claim.parameters() + ", " + size
                        + met(claim.parameters().power() - 1),
                "log2 radius ~ " + claim.log2Radius() + ", " + bits
                        + (noParameters
                                ? "no parameters"
                                : met(claim.log2Radius().power())),
                "log2 " + constant(claim) + " ~ " + claim.log2Lipschitz() + ", " + bits
                        + (noParameters
                                ? "no parameters"
                                : met(claim.log2Lipschitz().power())),
                "log2 #codewords <= log2 #structures + #parameters (log2 radius + " + lengthened(claim) + " + O(1)) ~ "
                        + total + ": h = max(0, " + shown(total.power() - 1) + ") = " + shown(h));
    }

    private static String constant(EncodabilityClaim claim) {
        return claim.hoelder() == 1 ? "Lipschitz" : "Hoelder constant of exponent " + shown(claim.hoelder());
    }

    /** What a parameter needs beside its radius. */
    private static String lengthened(EncodabilityClaim claim) {
        String sum = "log2 Lipschitz + gamma log2 M";
        return claim.hoelder() == 1
                ? sum
                : "(" + sum.replace("Lipschitz", "constant") + ") / " + shown(claim.hoelder());
    }

    private static String met(double excess) {
        return excess <= 0 ? "yes" : "only with h >= " + shown(excess);
    }

    private static List<String> ofParts(EncodabilityClaim claim, double h) {
        List<String> lines = new ArrayList<>();
        for (EncodabilityClaim part : claim.parts()) {
            EncodabilityVerdict verdict = part.verdict();
            String kind = switch (verdict.kind()) {
                case ENCODABLE -> "encodable";
                case NOT_ESTABLISHED -> "not established";
                case NOT_ENCODABLE -> "not encodable";
            };
            lines.add("part " + (lines.size() + 1) + ": " + kind + ", h = " + shown(verdict.h())
                    + ", log2 #codewords ~ " + log2Cardinality(part) + " (" + part.source() + ")");
        }
        lines.add("h = the largest of the parts = " + shown(h));
        return lines;
    }

    private static String conclusion(double h) {
        if (h == 0) {
            return "h = 0: infinity-encodable, so approximation speed <= encoding speed on every class";
        }
        return h == Double.POSITIVE_INFINITY
                ? "h = inf: not established, and no bound on the approximation speed follows"
                : "h > 0: not established by this parametrization; for every h' > h and every gamma there is a"
                        + " (gamma,h')-encoding, hence approximation speed <= " + shown(1 + h)
                        + " x encoding speed on every class";
    }

    private static String shown(double x) {
        if (Double.isInfinite(x)) {
            return x > 0 ? "inf" : "-inf";
        }
        return x == Math.rint(x) ? String.valueOf((long) x) : String.format(Locale.ROOT, "%.4g", x);
    }
}
