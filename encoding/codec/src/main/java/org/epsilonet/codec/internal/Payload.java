package org.epsilonet.codec.internal;

import org.epsilonet.quantization.Quantization;

/**
 * The range-coded part of a file.
 *
 * @param bytes structure and integers
 * @param structureBits how many of its bits are the structure's
 */
public record Payload(byte[] bytes, long structureBits) {
    /** What {@link #write} writes, in a stream of its own. */
    public static Payload of(Quantization q) {
        RangeEncoder coder = new RangeEncoder();
        long structureBits = write(q, coder);
        byte[] bytes = coder.finish();
        // The coder ends with the shortest bytes in its interval, which may be fewer than the bits it counted.
        return new Payload(bytes, Math.min(structureBits, 8L * bytes.length));
    }

    /** The length of all of it. */
    public long bits() {
        return 8L * bytes.length;
    }

    /** Writes the structure, forgets its statistics, and writes the integers; returns the bits up to the end of the structure. */
    static long write(Quantization q, RangeEncoder coder) {
        q.structure().write(coder);
        long structureBits = coder.bitsWritten();
        coder.startAfresh();
        ParameterCode.write(q.structure(), q.integers(), coder);
        return structureBits;
    }
}
