package org.epsilonet.quantization;

import java.math.BigInteger;
import java.util.Locale;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Codebook;
import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * The code of the theory: an element is written as the number of its nearest codeword, in exactly \(\lceil\log_2
 * \mathrm{card}\rceil\) binary digits, and comes back within the covering radius.
 *
 * @param codebook a code book whose codewords are numbered
 * @see "docs/theory.md, A6"
 */
public record FixedLengthCode(Codebook codebook) {
    /**
     * @throws UnsupportedOperationException if the codewords are not numbered
     */
    public FixedLengthCode {
        cardinality(codebook);
    }

    private static BigInteger cardinality(Codebook codebook) {
        return codebook.cardinality()
                .orElseThrow(() -> new UnsupportedOperationException(String.format(
                        Locale.ROOT, "the codewords, about 2^%.6g, are not numbered", codebook.log2Cardinality())));
    }

    /** The length of every code, in bits; 0 if there is one codeword. */
    public int length() {
        return cardinality(codebook).subtract(BigInteger.ONE).bitLength();
    }

    /**
     * Writes an element.
     *
     * @param element an element of the family's set
     * @return {@link #length()} characters, each 0 or 1, the most significant first
     * @throws IllegalArgumentException if it is seen not to be an element
     */
    public String encode(Approximant element) {
        String digits = codebook.index(codebook.nearest(element)).toString(2);
        // The number 0 has one digit; a single codeword needs none.
        return length() == 0 ? "" : "0".repeat(length() - digits.length()) + digits;
    }

    /**
     * Reads a codeword.
     *
     * @param bits what {@link #encode} wrote, or what a stranger did
     * @return the codeword
     * @throws CorruptCodeException if the length or a character is wrong, or no codeword has this number
     */
    public Approximant decode(String bits) throws CorruptCodeException {
        if (bits.length() != length() || !bits.chars().allMatch(c -> c == '0' || c == '1')) {
            throw new CorruptCodeException("a code has exactly " + length() + " characters 0 or 1");
        }
        BigInteger index = bits.isEmpty() ? BigInteger.ZERO : new BigInteger(bits, 2);
        if (index.compareTo(cardinality(codebook)) >= 0) {
            throw new CorruptCodeException("there are " + cardinality(codebook) + " codewords, no number " + index);
        }
        return codebook.codeword(index);
    }
}
