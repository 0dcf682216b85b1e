package org.epsilonet.codec.internal;

import java.util.zip.CRC32;
import org.epsilonet.codec.CorruptFileException;

/**
 * The checksum at the end of a file, of all bytes before it, big-endian: the longer the file, the longer it is. Which one it
 * is follows from the length of the file alone.
 */
final class Checksum {
    /** Bytes of CRC-32, of the short one and of the least one. */
    static final int LONG = 4;

    static final int SHORT = 2;
    static final int LEAST = 1;

    /** Shorter files have the short one. */
    private static final int SHORT_FILE = 256;
    /** Shorter files have the least one, from version 5 on. */
    private static final int LEAST_FILE = 32;

    /** The generator of the short one, \(x^{16} + x^{12} + x^5 + 1\): finds two wrong bits in files of this size. */
    private static final int GENERATOR = 0x1021;
    /** That of the least one, \(x^8 + x^4 + x^3 + x^2 + 1\), is primitive: it does the same in up to 255 bits. */
    private static final int LEAST_GENERATOR = 0x1D;

    private Checksum() {}

    /** How long it is behind so many bytes. */
    static int lengthBehind(int body, boolean mayBeLeast) {
        return mayBeLeast && body + LEAST < LEAST_FILE ? LEAST : body + SHORT < SHORT_FILE ? SHORT : LONG;
    }

    /** How long it is in a file of so many bytes. */
    static int lengthIn(int file, boolean mayBeLeast) {
        return mayBeLeast && file < LEAST_FILE ? LEAST : file < SHORT_FILE ? SHORT : LONG;
    }

    /** Writes the one of the first bytes of a file behind them, to its end. */
    static void write(byte[] file, int body) {
        long checksum = of(file, body);
        for (int k = file.length - 1; k >= body; k--) {
            file[k] = (byte) checksum;
            checksum >>>= 8;
        }
    }

    /**
     * Refuses a file whose checksum is wrong, or that holds nothing.
     *
     * @param file the bytes
     * @param start where what it holds begins
     * @param length the bytes of the checksum
     * @return where the checksum begins
     */
    static int check(byte[] file, int start, int length) throws CorruptFileException {
        int end = file.length - length;
        long written = 0;
        for (int i = Math.max(end, 0); i < file.length; i++) {
            written = written << 8 | file[i] & 0xFF;
        }
        if (end <= start || written != of(file, end)) {
            throw new CorruptFileException(
                    "the checksum is wrong: the file is damaged or cut short, or no Epsilonet file");
        }
        return end;
    }

    /** CRC-32, or for what is followed by a shorter checksum CRC-16 or CRC-8, of the first bytes. */
    private static long of(byte[] file, int end) {
        if (file.length - end == LONG) {
            CRC32 crc = new CRC32();
            crc.update(file, 0, end);
            return crc.getValue();
        }
        return file.length - end == SHORT
                ? remainder(file, end, 16, GENERATOR)
                : remainder(file, end, 8, LEAST_GENERATOR);
    }

    /** Of the long division of bits by a generator; it begins with all ones. */
    private static int remainder(byte[] file, int end, int degree, int generator) {
        int ones = (1 << degree) - 1;
        int crc = ones;
        for (int i = 0; i < end; i++) {
            crc ^= (file[i] & 0xFF) << degree - 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1 ^ (crc >>> degree - 1) * generator) & ones;
            }
        }
        return crc;
    }
}
