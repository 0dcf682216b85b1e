package org.epsilonet.codec;

import java.util.zip.CRC32;

/** The checksum as docs/format.md describes it, written anew: what a stranger would compute. */
final class Seal {
    private Seal() {}

    static byte[] sealed(byte[] file) {
        boolean first = file.length > 2 && file[2] == 'N';
        int size = first || file.length >= 256 ? 4 : 2;
        byte[] sealed = file.clone();
        int end = file.length - size;
        long checksum = size == 4 ? crc32(file, end) : crc16(file, end);
        for (int k = 0; k < size; k++) {
            sealed[end + k] = (byte) (checksum >>> 8 * (size - 1 - k));
        }
        return sealed;
    }

    private static long crc32(byte[] file, int end) {
        CRC32 crc = new CRC32();
        crc.update(file, 0, end);
        return crc.getValue();
    }

    /** CRC-16/CCITT-FALSE: long division of the bits by x^16 + x^12 + x^5 + 1, from the remainder 0xFFFF. */
    private static long crc16(byte[] file, int end) {
        int remainder = 0xFFFF;
        for (int bit = 0; bit < 8 * end; bit++) {
            int next = file[bit / 8] >>> (7 - bit % 8) & 1;
            boolean subtract = (remainder >>> 15 ^ next) == 1;
            remainder = remainder << 1 & 0xFFFF ^ (subtract ? 0x1021 : 0);
        }
        return remainder;
    }
}
