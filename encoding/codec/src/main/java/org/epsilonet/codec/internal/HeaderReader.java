package org.epsilonet.codec.internal;

import org.epsilonet.codec.CorruptFileException;

/** Reads the numbers of a header of version 1: big-endian doubles, and integers in groups of seven bits, the lowest group
 * first. Refuses to read past the end and numbers out of their range. */
final class HeaderReader {
    private static final String ID_CHARACTERS = "-.0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int ID_BASE = ID_CHARACTERS.length() + 1;
    private static final int ID_GROUP = 3;

    private final byte[] bytes;
    private final int end;
    private int position;

    HeaderReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    int position() {
        return position;
    }

    int one() throws CorruptFileException {
        if (position >= end) {
            throw new CorruptFileException("the file ends within its header");
        }
        return bytes[position++] & 0xFF;
    }

    int two() throws CorruptFileException {
        return one() << 8 | one();
    }

    /** A number from {@code least} to {@code largest}, written in as few bytes as possible. */
    long number(String what, long least, long largest) throws CorruptFileException {
        long value = 0;
        for (int shift = 0; shift <= 63; shift += 7) {
            int b = one();
            value |= (b & 0x7FL) << shift;
            if (b < 0x80) {
                boolean fits = (b != 0 || shift == 0) && (shift < 63 || b == 1);
                if (!fits || value < least || value > largest) {
                    break;
                }
                return value;
            }
        }
        throw new CorruptFileException("the " + what + " must be from " + least + " to " + largest);
    }

    /** A number of either sign, of magnitude at most {@code largest}, below 2^61. */
    long signed(String what, long largest) throws CorruptFileException {
        long folded = number(what, 0, 2 * largest);
        return folded >>> 1 ^ -(folded & 1);
    }

    double finite(String what) throws CorruptFileException {
        long bits = 0;
        for (int k = 0; k < 8; k++) {
            bits = bits << 8 | one();
        }
        double value = Double.longBitsToDouble(bits);
        if (!Double.isFinite(value)) {
            throw new CorruptFileException("the " + what + " must be finite, was " + value);
        }
        return value;
    }

    /** A family's id of at most {@code longest} characters. */
    String id(int longest) throws CorruptFileException {
        int length = one();
        if (length < 1 || length > longest) {
            throw new CorruptFileException("the length of the family's id must be 1.." + longest + ", was " + length);
        }
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < length; i += ID_GROUP) {
            int rest = two();
            for (int unit = ID_BASE * ID_BASE; unit > 0; unit /= ID_BASE) {
                int digit = rest / unit;
                rest %= unit;
                if (digit >= ID_BASE || (digit == 0) != (id.length() == length)) {
                    throw new CorruptFileException("the family's id is not spelt as ids are");
                }
                if (digit > 0) {
                    id.append(ID_CHARACTERS.charAt(digit - 1));
                }
            }
        }
        return id.toString();
    }
}
