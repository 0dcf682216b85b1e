package org.epsilonet.codec;

import java.util.zip.CRC32;

/** The checksum as docs/format.md describes it, written anew: what a stranger would compute. */
final class Seal {
    private Seal() {}

    static byte[] sealed(byte[] file) {
        boolean first = file.length > 2 && file[0] == (byte) 0xCE && file[2] == 'N';
        boolean marked = file.length > 0 && (file[0] & 0xFF) >= 0xCF && (file[0] & 0xFF) < 0xE0;
        boolean least = (marked || file.length > 2 && file[2] < 0) && file.length < 32;
        int size = least ? 1 : first || file.length >= 256 ? 4 : 2;
        byte[] sealed = file.clone();
        int end = file.length - size;
        long checksum = size == 4
                ? crc32(file, end)
                : size == 2 ? remainder(file, end, 16, 0x1021) : remainder(file, end, 8, 0x1D);
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

    /** CRC-16/CCITT-FALSE and a CRC-8: long division of the bits by a polynomial, from a remainder of ones. */
    private static long remainder(byte[] file, int end, int degree, int polynomial) {
        int ones = (1 << degree) - 1;
        int remainder = ones;
        for (int bit = 0; bit < 8 * end; bit++) {
            int next = file[bit / 8] >>> (7 - bit % 8) & 1;
            boolean subtract = (remainder >>> degree - 1 ^ next) == 1;
            remainder = remainder << 1 & ones ^ (subtract ? polynomial : 0);
        }
        return remainder;
    }
}
