package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.CorruptFileException;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.codec.FormatException;
import org.epsilonet.codec.FormatTooNewException;
import org.epsilonet.codec.FormatTooOldException;

/**
 * The frame of a file: magic, version, one range-coded stream of header and content, checksum. Every version begins with
 * ε in UTF-8 and a version, and ends with a checksum of all bytes before it, so that a damaged file is told from a new
 * one. Version 1, which is read and no longer written, has an N before its version. See {@code docs/format.md}.
 */
public final class FileFormat {
    /** The oldest version that is read. */
    public static final int OLDEST = HeaderOne.VERSION;

    /** The newest version: that of files in blocks. All others are still written in the one before. */
    public static final int CURRENT = HeaderTwo.BLOCKED_APART;

    /** The first bytes of every file. */
    private static final byte[] MAGIC = {(byte) 0xCE, (byte) 0xB5};
    /** What version 1 has where others have their version. */
    private static final int FIRST_MARK = 'N';

    /** Bytes of the length of the header before blocks. */
    private static final int HEAD_LENGTH = 3;

    private static final int MOST_BLOCKS = 1 << 16;

    private static final int LONG_CHECKSUM = 4;
    private static final int SHORT_CHECKSUM = 2;
    /** Shorter files have the short checksum. */
    private static final int SHORT_FILE = 256;
    /** Bits of magic, version and checksum of a short file. */
    static final int LEAST_FRAME = 8 * (2 + 1 + SHORT_CHECKSUM);

    /** The generator of the short checksum, \(x^{16} + x^{12} + x^5 + 1\): finds two wrong bits in files of this size. */
    private static final int GENERATOR = 0x1021;

    private FileFormat() {}

    /**
     * A header with what follows it.
     *
     * @param header what the file says
     * @param content what kind of payload there is
     * @param lattice the numbers that samples were rounded to, if that is the content
     * @param stream the coder behind the header
     * @param blocks the blocks behind that, if there are any
     */
    public record Layout(
            FileHeader header, Content content, Lattice lattice, RangeDecoder stream, List<CodedBlock> blocks) {
        /** Whether the integers of all parameters are in blocks, and no structure before them. */
        public boolean isInBlocks() {
            return header.version() >= HeaderTwo.BLOCKED;
        }
    }

    /** At most so many parameters, and so large a budget, are allowed for data of so many samples. */
    public static long largestBudget(long samples) {
        return Math.min(4 * samples + 1024, Integer.MAX_VALUE - 8);
    }

    /**
     * Begins a file: a coder that has written the header.
     *
     * @param header what the file says; its bits need not be right yet
     * @param content what will follow
     * @param lattice the numbers that samples are rounded to, if that is the content
     * @return the coder, for the content
     */
    static RangeEncoder begin(FileHeader header, Content content, Lattice lattice) {
        RangeEncoder coder = new RangeEncoder();
        HeaderTwoWriter.write(header, content, lattice, coder);
        coder.startAfresh();
        return coder;
    }

    /** The file of a coder that has written header and content. */
    static byte[] finished(RangeEncoder coder) {
        return sealed(HeaderTwo.VERSION, List.of(coder.finish()));
    }

    /**
     * The file of an approximant in blocks: behind the header, in its stream, the lengths of the blocks; before it, its own.
     *
     * @param header what the file says; its bits need not be right yet
     * @param blocks the integers of all parameters
     */
    static byte[] inBlocks(FileHeader header, List<byte[]> blocks) {
        RangeEncoder coder = new RangeEncoder();
        HeaderTwoWriter.write(header, Content.APPROXIMANT, Lattice.INTEGERS, coder);
        BitWriter lengths = new BitWriter(coder);
        lengths.number(blocks.size(), MOST_BLOCKS);
        for (byte[] block : blocks) {
            lengths.number(block.length, Integer.MAX_VALUE);
        }
        byte[] head = coder.finish();
        List<byte[]> parts = new ArrayList<>();
        parts.add(new byte[] {(byte) (head.length >>> 16), (byte) (head.length >>> 8), (byte) head.length});
        parts.add(head);
        parts.addAll(blocks);
        return sealed(HeaderTwo.BLOCKED_APART, parts);
    }

    private static byte[] sealed(int version, List<byte[]> parts) {
        int body = MAGIC.length + 1;
        for (byte[] part : parts) {
            body = Math.addExact(body, part.length);
        }
        byte[] file =
                Arrays.copyOf(MAGIC, body + (body + SHORT_CHECKSUM < SHORT_FILE ? SHORT_CHECKSUM : LONG_CHECKSUM));
        file[MAGIC.length] = (byte) version;
        int at = MAGIC.length + 1;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, file, at, part.length);
            at += part.length;
        }
        long checksum = checksum(file, body);
        for (int k = file.length - 1; k >= body; k--) {
            file[k] = (byte) checksum;
            checksum >>>= 8;
        }
        return file;
    }

    /**
     * Checks the frame of a file and reads its header.
     *
     * @param file the bytes
     * @param maxSamples the most samples that are welcome
     * @return the header and what follows
     * @throws FormatException if the bytes are damaged, of another version, or promise more samples
     */
    public static Layout read(byte[] file, long maxSamples) throws FormatException {
        int start = MAGIC.length + 1;
        if (file.length < start + SHORT_CHECKSUM || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new CorruptFileException("not an Epsilonet file: it does not begin with CE B5");
        }
        boolean first = file[MAGIC.length] == FIRST_MARK;
        int end = file.length - (first || file.length >= SHORT_FILE ? LONG_CHECKSUM : SHORT_CHECKSUM);
        int version = file[first ? MAGIC.length + 1 : MAGIC.length] & 0xFF;
        checkSum(file, end);
        checkVersion(version, first);
        if (first) {
            return HeaderOne.read(file, start + 1, end, maxSamples);
        }
        try {
            return version >= HeaderTwo.BLOCKED
                    ? blocked(version, file, start, end, maxSamples)
                    : HeaderTwoReader.read(
                            new RangeDecoder(file, start, end),
                            maxSamples,
                            new HeaderTwoReader.Sizes(version, 8L * file.length, 8L * (end - start), 0));
        } catch (CorruptCodeException e) {
            throw new CorruptFileException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Layout blocked(int version, byte[] file, int start, int end, long maxSamples)
            throws CorruptCodeException {
        int first = start + HEAD_LENGTH;
        int behind = first;
        for (int k = start; k < first; k++) {
            behind += (k < end ? file[k] & 0xFF : 0) << 8 * (first - 1 - k);
        }
        if (behind > end) {
            throw new CorruptCodeException("the header ends at byte " + behind + " of " + end);
        }
        RangeDecoder stream = new RangeDecoder(file, first, behind);
        Layout layout = HeaderTwoReader.read(
                stream,
                maxSamples,
                new HeaderTwoReader.Sizes(version, 8L * file.length, 8L * (behind - first), 8L * (end - behind)));
        if (layout.content() != Content.APPROXIMANT) {
            throw new CorruptCodeException("only parameters come in blocks");
        }
        BitReader lengths = new BitReader(stream);
        List<CodedBlock> blocks = new ArrayList<>();
        int at = behind;
        for (long left = lengths.number("number of blocks", 0, MOST_BLOCKS); left > 0; left--) {
            int length = (int) lengths.number("length of a block", 0, Integer.MAX_VALUE);
            if (length > end - at) {
                throw new CorruptCodeException("a block has " + length + " bytes of " + (end - at) + " left");
            }
            blocks.add(new CodedBlock(version, file, at, at + length));
            at += length;
        }
        stream.finish();
        if (at != end) {
            throw new CorruptCodeException("there are " + (end - at) + " bytes behind the last block");
        }
        return new Layout(layout.header(), layout.content(), layout.lattice(), stream, blocks);
    }

    private static void checkSum(byte[] file, int end) throws CorruptFileException {
        long written = 0;
        for (int i = Math.max(end, 0); i < file.length; i++) {
            written = written << 8 | file[i] & 0xFF;
        }
        if (end <= MAGIC.length + 1 || written != checksum(file, end)) {
            throw new CorruptFileException("the checksum is wrong: the file is damaged or cut short");
        }
    }

    private static void checkVersion(int version, boolean first) throws FormatException {
        if (version < (first ? HeaderOne.VERSION : HeaderTwo.VERSION)) {
            throw new FormatTooOldException(version, OLDEST);
        }
        if (version > (first ? HeaderOne.VERSION : CURRENT)) {
            throw new FormatTooNewException(version, CURRENT);
        }
    }

    /** CRC-32, or for what is followed by the short checksum CRC-16, of the first bytes. */
    private static long checksum(byte[] file, int end) {
        if (file.length - end == LONG_CHECKSUM) {
            CRC32 crc = new CRC32();
            crc.update(file, 0, end);
            return crc.getValue();
        }
        int crc = 0xFFFF;
        for (int i = 0; i < end; i++) {
            crc ^= (file[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1 ^ (crc & 0x8000) / 0x8000 * GENERATOR) & 0xFFFF;
            }
        }
        return crc;
    }
}
