package org.epsilonet.codec.internal;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.function.Distance;
import org.epsilonet.codec.CodeLength;
import org.epsilonet.quantization.Quantization;

/**
 * A quantized approximant that meets a goal.
 *
 * @param budget the budget \(M\) of its structure
 * @param quantization structure and integers
 * @param law how the integers fall, if that is told
 * @param length how long its code is
 * @param blocks its integers in blocks, if those of all parameters are written, zeros and all; else none
 * @param error the error of its samples as a decoder returns them, if the structure is the one that a decoder takes and the
 *     error was measured
 */
public record Codeword(
        int budget,
        Quantization quantization,
        Optional<DecayLaw> law,
        CodeLength length,
        List<byte[]> blocks,
        Optional<Distance> error) {
    /** About what the length of a block takes in the header. */
    private static final int LENGTH_BYTES = 3;

    /** A codeword of one stream. */
    static Codeword inOneStream(int budget, Quantization q) {
        return inOneStream(budget, q, Optional.empty());
    }

    /** One whose integers follow a law, if one is given. */
    static Codeword inOneStream(int budget, Quantization q, Optional<DecayLaw> law) {
        return new Codeword(budget, q, law, Payload.of(q, law).length(), List.of(), Optional.empty());
    }

    /** A codeword in blocks, of all the parameters there are. */
    static Codeword inBlocks(int budget, Quantization q, Optional<Distance> error) {
        List<byte[]> blocks = BlockCode.write(q.structure(), q.integers());
        long bytes = blocks.stream().mapToLong(b -> b.length + LENGTH_BYTES).sum();
        return new Codeword(budget, q, Optional.empty(), new CodeLength(0, 8 * bytes), blocks, error);
    }

    /** The same structure with other integers. */
    Codeword with(Quantization q) {
        return blocks.isEmpty() ? inOneStream(budget, q, law) : inBlocks(budget, q, Optional.empty());
    }

    long bits() {
        return length.total();
    }
}
