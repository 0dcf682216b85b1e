package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.CorruptFileException;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.codec.FormatException;
import org.epsilonet.codec.FormatTooNewException;
import org.epsilonet.codec.FormatTooOldException;

/**
 * The frame of a file: magic, version, one range-coded stream of header and content, checksum. A file begins with ε in
 * UTF-8 and a version, from version 6 on with one byte for both, and ends with a checksum of all bytes before it, so that
 * a damaged file is told from a new one. Version 1, which is read and no longer written, has an N before its version. See
 * {@code docs/format.md}.
 */
public final class FileFormat {
    /** The oldest version that is read. */
    public static final int OLDEST = HeaderOne.VERSION;

    /** That of all files but those in blocks, which are of version 4, and those with corrections or a law. */
    public static final int CURRENT = HeaderSeven.VERSION;

    /** The newest version that is read. */
    public static final int NEWEST = HeaderSeven.LAWFUL;

    /** The first bytes of files up to version 5. */
    private static final byte[] MAGIC = {(byte) 0xCE, (byte) 0xB5};
    /** The first byte of version 6. */
    private static final int SIXTH_MARK = 0xCF;
    /** That of version 7 for the first row of kinds; the others follow, those of versions 8 and 9, and of the versions to come. */
    private static final int MARK = 0xD0;

    private static final int MARKS_END = 0xE0;
    /** What version 1 has where others have their version. */
    private static final int FIRST_MARK = 'N';

    /** Bits of magic and checksum of a least file. */
    static final int LEAST_FRAME = 8 * (1 + Checksum.LEAST);

    /** In version 5 the stream begins where others have their version: with this bit. */
    private static final int SHORT_MARK = 0x80;

    private FileFormat() {}

    /**
     * A header with what follows it.
     *
     * @param header what the file says
     * @param content what kind of payload there is
     * @param lattice the numbers that samples were rounded to, if that is the content
     * @param stream the coder behind the header
     * @param blocks the blocks behind that, if there are any
     * @param corrections what follows the parameters, if corrections do
     */
    public record Layout(
            FileHeader header,
            Content content,
            Lattice lattice,
            RangeDecoder stream,
            List<CodedBlock> blocks,
            Optional<CorrectionKind> corrections) {
        /** One without corrections. */
        Layout(FileHeader header, Content content, Lattice lattice, RangeDecoder stream, List<CodedBlock> blocks) {
            this(header, content, lattice, stream, blocks, Optional.empty());
        }

        /** The same, where corrections follow if their kind is given. */
        Layout with(Optional<CorrectionKind> kind) {
            FileHeader known = kind.isPresent() ? header.withCorrections(FileHeader.UNKNOWN, 0) : header;
            return new Layout(known, content, lattice, stream, blocks, kind);
        }

        /** Whether it is told how the integers fall. */
        boolean isLawful() {
            return header.version() == HeaderSeven.LAWFUL;
        }

        /** Whether the integers of all parameters are in blocks, and no structure before them. */
        public boolean isInBlocks() {
            return HeaderTwo.isBlocked(header.version());
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
        HeaderSevenWriter.write(header, content, lattice, coder);
        coder.startAfresh();
        return coder;
    }

    /** Begins the file of an approximant with corrections. */
    static RangeEncoder beginCorrected(FileHeader header, CorrectionKind corrections) {
        RangeEncoder coder = new RangeEncoder();
        HeaderSevenWriter.writeCorrected(header, corrections, coder);
        coder.startAfresh();
        return coder;
    }

    /** The file of a header and the coder that has written it and the content. */
    static byte[] finished(FileHeader header, Content content, RangeEncoder coder) {
        byte[] mark = {(byte) (MARK + HeaderSevenWriter.row(header, content))};
        return sealed(List.of(mark, coder.finish()), true);
    }

    /**
     * The file of an approximant in blocks: behind the header, in its stream, the lengths of the blocks; before it, its own.
     *
     * @param header what the file says; its bits need not be right yet
     * @param blocks the integers of all parameters
     */
    static byte[] inBlocks(FileHeader header, List<byte[]> blocks) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(MAGIC);
        parts.add(new byte[] {HeaderTwo.BLOCKED_APART});
        parts.addAll(BlockFrame.parts(header, blocks));
        return sealed(parts, false);
    }

    private static byte[] sealed(List<byte[]> parts, boolean mayBeLeast) {
        int body = 0;
        for (byte[] part : parts) {
            body = Math.addExact(body, part.length);
        }
        byte[] file = new byte[body + Checksum.lengthBehind(body, mayBeLeast)];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, file, at, part.length);
            at += part.length;
        }
        Checksum.write(file, body);
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
        int mark = file.length == 0 ? 0 : file[0] & 0xFF;
        try {
            return mark >= SIXTH_MARK && mark < MARKS_END
                    ? marked(file, mark - MARK, maxSamples)
                    : behindMagic(file, maxSamples);
        } catch (CorruptCodeException e) {
            throw new CorruptFileException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A file that begins with one byte for magic and version, in version 7 for the row of its kind too. */
    private static Layout marked(byte[] file, int row, long maxSamples) throws FormatException, CorruptCodeException {
        int end = Checksum.check(file, 1, Checksum.lengthIn(file.length, true));
        if (row < 0) {
            return inOneStream(HeaderTwo.TERSE, file, 1, end, maxSamples);
        }
        int version = HeaderSeven.version(row);
        checkVersion(version, false);
        RangeDecoder stream = new RangeDecoder(file, 1, end);
        return HeaderSevenReader.read(row, stream, maxSamples, sizes(version, file, 1, end));
    }

    /** A file of version 1 to 5. */
    private static Layout behindMagic(byte[] file, long maxSamples) throws FormatException, CorruptCodeException {
        int start = MAGIC.length + 1;
        if (file.length <= start || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new CorruptFileException("not an Epsilonet file: it begins neither with CE B5 nor with CF to DF");
        }
        boolean first = file[MAGIC.length] == FIRST_MARK;
        boolean isShort = (file[MAGIC.length] & SHORT_MARK) != 0;
        int end = Checksum.check(file, start, first ? Checksum.LONG : Checksum.lengthIn(file.length, isShort));
        int version = isShort ? HeaderTwo.SHORT : file[first ? start : MAGIC.length] & 0xFF;
        if (version >= HeaderTwo.SHORT && !isShort) {
            throw new CorruptFileException("a file of version " + version + " does not say so by a byte");
        }
        checkVersion(version, first);
        if (first) {
            return HeaderOne.read(file, start + 1, end, maxSamples);
        }
        return HeaderTwo.isBlocked(version)
                ? BlockFrame.read(version, file, start, end, maxSamples)
                : inOneStream(version, file, isShort ? MAGIC.length : start, end, maxSamples);
    }

    private static Layout inOneStream(int version, byte[] file, int start, int end, long maxSamples)
            throws CorruptCodeException {
        RangeDecoder stream = new RangeDecoder(file, start, end);
        if (version == HeaderTwo.SHORT) {
            stream.uniform(2); // The mark.
        }
        return HeaderTwoReader.read(stream, maxSamples, sizes(version, file, start, end));
    }

    private static HeaderBody.Sizes sizes(int version, byte[] file, int start, int end) {
        return new HeaderBody.Sizes(version, 8L * file.length, 8L * (end - start), 0);
    }

    private static void checkVersion(int version, boolean first) throws FormatException {
        if (version < (first ? HeaderOne.VERSION : HeaderTwo.VERSION)) {
            throw new FormatTooOldException(version, OLDEST);
        }
        if (version > (first ? HeaderOne.VERSION : NEWEST)) {
            throw new FormatTooNewException(version, NEWEST);
        }
    }
}
