package org.epsilonet.codec.internal;

import java.io.ByteArrayOutputStream;

/** The numbers of a header as bytes: big-endian doubles, and integers in groups of seven bits, the lowest group first. */
final class HeaderWriter {
    static final String ID_CHARACTERS = "-.0123456789abcdefghijklmnopqrstuvwxyz";
    static final int ID_BASE = ID_CHARACTERS.length() + 1;
    static final int ID_GROUP = 3;

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

    /**
     * A family's id: its length, then each three characters as a number in base 39, whose digit 0 fills the last group.
     *
     * @throws IllegalArgumentException if a character is not allowed in an id
     */
    void id(String id) {
        one(id.length());
        for (int i = 0; i < id.length(); i += ID_GROUP) {
            int group = 0;
            for (int k = i; k < i + ID_GROUP; k++) {
                int digit = k < id.length() ? ID_CHARACTERS.indexOf(id.charAt(k)) + 1 : 0;
                if (k < id.length() && digit == 0) {
                    throw new IllegalArgumentException("the id '" + id + "' of a family has a character not allowed");
                }
                group = group * ID_BASE + digit;
            }
            two(group);
        }
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
