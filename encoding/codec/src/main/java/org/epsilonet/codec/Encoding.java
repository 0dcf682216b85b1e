package org.epsilonet.codec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;

/**
 * What became of samples: a file with a verified promise, or how near one came to it.
 *
 * @param reached whether there is a file
 * @param bytes the file; empty if not reached
 * @param family id of the family chosen, or {@code samples.lattice}, {@code samples.exact},
 *     {@code samples.constant}; if not reached, of the one with the least error
 * @param structureBits bits of the structure
 * @param parameterBits bits of the parameters, and of the corrections
 * @param headerBits all other bits: header, checksum and padding
 * @param parameters how many parameters were written
 * @param corrections how many samples are corrected beside them, to meet the supremum norm
 * @param correctionBits those of {@code parameterBits} that are bits of the corrections
 * @param error the error after decoding and cast, measured on all samples; if not reached, about the least that any family
 *     had, some of which were tried on a part of the samples only
 * @param errorBound the absolute error asked for; what the {@linkplain FileHeader#errorBound header} promises
 * @param norm the norm of both
 * @param candidates all families considered: the chosen one, then the others from the shortest on
 */
public record Encoding(
        boolean reached,
        byte[] bytes,
        String family,
        long structureBits,
        long parameterBits,
        long headerBits,
        int parameters,
        int corrections,
        long correctionBits,
        Distance error,
        double errorBound,
        LpNorm norm,
        List<Candidate> candidates) {
    /** Copies the list and the bytes, and puts the candidates in order. */
    public Encoding {
        bytes = bytes.clone();
        Comparator<Candidate> others = Comparator.comparing(c -> !c.family().equals(family));
        candidates = candidates.stream()
                .sorted(others.thenComparingLong(Candidate::estimatedBits))
                .toList();
    }

    /** The file; a fresh array, empty if not reached. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The same encoding, with the candidates of another one beside its own. */
    Encoding beside(Encoding other) {
        List<Candidate> all = new ArrayList<>(candidates);
        all.addAll(other.candidates());
        return new Encoding(
                reached,
                bytes,
                family,
                structureBits,
                parameterBits,
                headerBits,
                parameters,
                corrections,
                correctionBits,
                error,
                errorBound,
                norm,
                all);
    }

    /** The size of the file: 8 times its bytes. */
    public long bits() {
        return 8L * bytes.length;
    }
}
