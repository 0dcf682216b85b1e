package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;

/** What is between version and checksum of a file in blocks: the length of the header, the header, the blocks. */
final class BlockFrame {
    /** Bytes of the length of the header before blocks. */
    private static final int HEAD_LENGTH = 3;

    private static final int MOST_BLOCKS = 1 << 16;

    private BlockFrame() {}

    /** The parts of a file, in turn. */
    static List<byte[]> parts(FileHeader header, List<byte[]> blocks) {
        RangeEncoder coder = new RangeEncoder();
        HeaderTwoWriter.write(header, coder);
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
        return parts;
    }

    /** Reads the header, and where the blocks are. */
    static FileFormat.Layout read(int version, byte[] file, int start, int end, long maxSamples)
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
        FileFormat.Layout layout = HeaderTwoReader.read(
                stream,
                maxSamples,
                new HeaderBody.Sizes(version, 8L * file.length, 8L * (behind - first), 8L * (end - behind)));
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
        return new FileFormat.Layout(layout.header(), layout.content(), layout.lattice(), stream, blocks);
    }
}
