package org.epsilonet.comparator.entropy;

/**
 * Lengths of the codes that the proofs of encodability write: positions, then values. Upper bounds on the entropy of the
 * sets that they cover.
 *
 * @see "docs/theory.md, F8"
 */
public final class CodeLengths {
    private CodeLengths() {}

    /**
     * The code of \(M\) terms chosen among the first \(\pi\) of a dictionary, \(\log_2\binom\pi M + Mb\).
     *
     * @param atoms \(\pi\), a whole number {@code >= 1}
     * @param terms \(M\), a whole number in \(0..\pi\)
     * @param bitsPerCoefficient \(b \ge 0\)
     * @return bits, rounded up
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double bestTerms(double atoms, double terms, double bitsPerCoefficient) {
        if (!(atoms >= 1 && terms >= 0 && terms <= atoms && bitsPerCoefficient >= 0)) {
            throw new IllegalArgumentException(
                    "terms must be in 0.." + atoms + " and bits >= 0, were " + terms + " and " + bitsPerCoefficient);
        }
        return new BitSum()
                .binomial(1, atoms, terms)
                .add(terms * bitsPerCoefficient)
                .upper();
    }

    /**
     * The code of a network with \(M\) weights that are not zero at \(P\) positions, \(\log_2\binom PM + Mb\), where \(b\) bits a
     * weight are those of uniform quantization.
     *
     * @param positions \(P\), a whole number {@code >= 1}
     * @param weights \(M\), a whole number in \(0..P\)
     * @param bitsPerWeight \(b \ge 0\)
     * @return bits, rounded up
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double network(double positions, double weights, double bitsPerWeight) {
        return bestTerms(positions, weights, bitsPerWeight);
    }
}
