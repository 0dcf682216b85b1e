package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.codec.CodeLength;
import org.epsilonet.quantization.Quantization;

/**
 * The range-coded part of a file.
 *
 * @param bytes structure and integers
 * @param structureBits how many of its bits are the structure's
 */
public record Payload(byte[] bytes, long structureBits) {
    /** What {@link #write} writes, in a stream of its own. */
    public static Payload of(Quantization q, Optional<DecayLaw> law) {
        RangeEncoder coder = new RangeEncoder();
        long structureBits = write(q, law, coder);
        byte[] bytes = coder.finish();
        // The coder ends with the shortest bytes in its interval, which may be fewer than the bits it counted.
        return new Payload(bytes, Math.min(structureBits, 8L * bytes.length));
    }

    /** The length of structure and integers. */
    public CodeLength length() {
        return new CodeLength(structureBits, 8L * bytes.length - structureBits);
    }

    /** Writes the structure, forgets its statistics, tells the law, if there is one, and writes the integers; returns the bits up to the end of the structure. */
    static long write(Quantization q, Optional<DecayLaw> law, RangeEncoder coder) {
        q.structure().write(coder);
        long structureBits = coder.bitsWritten();
        coder.startAfresh();
        law.ifPresent(told -> told.write(coder));
        ParameterCode.write(q.structure(), law, q.integers(), coder);
        return structureBits;
    }
}
