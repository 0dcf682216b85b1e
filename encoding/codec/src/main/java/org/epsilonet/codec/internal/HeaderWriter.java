package org.epsilonet.codec.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The numbers of a header as bytes: big-endian doubles, and integers in groups of seven bits, the lowest group first. */
final class HeaderWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void one(int b) {
        out.write(b);
    }

    void two(int value) {
        one(value >>> 8);
        one(value);
    }

    /** A number {@code >= 0}: seven bits per byte, the eighth says that more follow. */
    void number(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            one((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        one((int) rest);
    }

    /** A number of either sign: 0, -1, 1, -2, ... as 0, 1, 2, 3, ... */
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    void real(double value) {
        long bits = Double.doubleToLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            one((int) (bits >>> shift));
        }
    }

    /** A text of at most 255 ASCII characters, its length first. */
    void text(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        one(ascii.length);
        out.writeBytes(ascii);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
