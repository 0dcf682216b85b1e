package org.epsilonet.api.family;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.epsilonet.api.function.LpNorm;

/**
 * A finite set of functions that covers \(\Sigma_M\): every element is within the {@linkplain #coveringRadius covering
 * radius} of a codeword. A sequence of code books of radius \(c_1M^{-\gamma}\) and at most \(2^{c_2M^{1+h}}\) codewords is
 * a \((\gamma,h)\)-encoding of the family. Immutable and thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon et al., Definition of (γ,h)-encodings</a>
 * @see "docs/theory.md, A6"
 */
public interface Codebook {
    /** The most codewords that {@link #codewords} lists. */
    int LARGEST_LIST = 1 << 20;

    /** The norm in which it covers. */
    LpNorm norm();

    /** The certified covering radius: an upper bound on the distance of any element to {@link #nearest}. */
    double coveringRadius();

    /**
     * \(\log_2\) of the number of codewords: that of {@link #cardinality} where it is computable, else an upper bound, a
     * sum of logarithms.
     */
    double log2Cardinality();

    /** The exact number of codewords, where it is computable and its numbers are not too long. */
    Optional<BigInteger> cardinality();

    /** \(\lceil\log_2\mathrm{card}\rceil\): what a codeword costs in a code of fixed length; infinite if unbounded. */
    default double bits() {
        return cardinality()
                .map(card -> (double) card.subtract(BigInteger.ONE).bitLength())
                .orElseGet(() -> Math.ceil(log2Cardinality()));
    }

    /**
     * A codeword within the covering radius.
     *
     * @param element an element of \(\Sigma_M\)
     * @return the codeword
     * @throws IllegalArgumentException if it is seen not to be an element
     */
    Approximant nearest(Approximant element);

    /**
     * The number of a codeword.
     *
     * @param codeword a codeword
     * @return in {@code 0..cardinality-1}
     * @throws IllegalArgumentException if it is not a codeword
     * @throws UnsupportedOperationException if the cardinality is not computable
     */
    BigInteger index(Approximant codeword);

    /**
     * The codeword of a number.
     *
     * @param index in {@code 0..cardinality-1}
     * @return the codeword
     * @throws IllegalArgumentException if there is none
     * @throws UnsupportedOperationException if the cardinality is not computable
     */
    Approximant codeword(BigInteger index);

    /**
     * All codewords in order of their numbers.
     *
     * @return a fresh stream
     * @throws UnsupportedOperationException if there are more than {@value #LARGEST_LIST}, or they cannot be counted
     */
    default Stream<Approximant> codewords() {
        BigInteger card = cardinality()
                .filter(c -> c.compareTo(BigInteger.valueOf(LARGEST_LIST)) <= 0)
                .orElseThrow(() -> new UnsupportedOperationException(
                        "a list of about 2^" + log2Cardinality() + " codewords would be too long"));
        return LongStream.range(0, card.longValueExact()).mapToObj(i -> codeword(BigInteger.valueOf(i)));
    }
}
