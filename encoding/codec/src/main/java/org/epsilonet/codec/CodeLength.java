package org.epsilonet.codec;

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
        Payload payload = Payload.of(q);
        return new CodeLength(payload.structureBits(), payload.bits() - payload.structureBits());
    }
}
