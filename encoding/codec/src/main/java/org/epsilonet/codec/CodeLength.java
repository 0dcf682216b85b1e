package org.epsilonet.codec;

import java.util.List;
import java.util.Optional;
import org.epsilonet.codec.internal.Payload;
import org.epsilonet.quantization.Quantization;

/**
 * How long the code of a quantized approximant is: the payload of a file, its header aside.
 *
 * @param structureBits bits of the structure, the last one rounded up
 * @param parameterBits bits of the parameters, with what fills the last byte
 */
public record CodeLength(long structureBits, long parameterBits) {
    /** Both, a multiple of 8. */
    public long total() {
        return structureBits + parameterBits;
    }

    /**
     * The exact length: the coder runs, its bytes are counted.
     *
     * @param q a quantized approximant
     * @return the bits that the encoder would write
     */
    public static CodeLength of(Quantization q) {
        return Payload.of(q, Optional.empty()).length();
    }

    /**
     * The exact length of blocks of integers, header included: the coder runs, its bytes are counted.
     *
     * @param blocks shapes, steps and integers
     * @return the bits of {@link IntegerStream#encode}, a multiple of 8
     */
    public static long ofIntegers(List<IntegerBlock> blocks) {
        return 8L * IntegerStream.encode(blocks).length;
    }
}
