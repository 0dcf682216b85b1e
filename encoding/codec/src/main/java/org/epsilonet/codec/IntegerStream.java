package org.epsilonet.codec;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.internal.MagnitudeCode;
import org.epsilonet.codec.internal.RangeDecoder;
import org.epsilonet.codec.internal.RangeEncoder;

/**
 * Blocks of integers as a range-coded stream: a header with the shapes and steps, then the integers, with statistics of
 * their own for each block. The stream starts with its number of blocks and needs no file around it.
 */
public final class IntegerStream {
    /** More integers than this are not read: a stream of few bytes may stand for many zeros. */
    public static final int MOST_INTEGERS = 1 << 27;

    private static final int LENGTH_BITS = 31;

    private IntegerStream() {}

    /**
     * Writes blocks.
     *
     * @param blocks at most 65535, with at most {@link #MOST_INTEGERS} integers together
     * @return the stream
     * @throws IllegalArgumentException if there are more
     */
    public static byte[] encode(List<IntegerBlock> blocks) {
        long total = blocks.stream().mapToLong(IntegerBlock::size).sum();
        if (blocks.size() >= 1 << 16 || total > MOST_INTEGERS) {
            throw new IllegalArgumentException("a stream holds at most 65535 blocks and " + MOST_INTEGERS
                    + " integers, given were " + blocks.size() + " and " + total);
        }
        RangeEncoder coder = new RangeEncoder();
        coder.bits(blocks.size(), 16);
        for (IntegerBlock block : blocks) {
            int[] shape = block.shape();
            coder.bits(shape.length, 4);
            for (int n : shape) {
                int length = 32 - Integer.numberOfLeadingZeros(n);
                coder.uniform(length, LENGTH_BITS + 1);
                coder.bits(n, length);
            }
            coder.uniform(block.exponent() + (long) IntegerBlock.EXPONENT_LIMIT, 2L * IntegerBlock.EXPONENT_LIMIT);
        }
        for (IntegerBlock block : blocks) {
            coder.startAfresh();
            MagnitudeCode.write(block.integers(), coder);
        }
        return coder.finish();
    }

    /**
     * Reads what {@link #encode} wrote; memory grows with what was read, not with what the header claims.
     *
     * @param stream the stream
     * @return the same blocks
     * @throws CorruptFileException if no encoder writes such a stream
     */
    public static List<IntegerBlock> decode(byte[] stream) throws CorruptFileException {
        RangeDecoder coder = new RangeDecoder(stream, 0, stream.length);
        try {
            List<int[]> shapes = new ArrayList<>();
            List<Integer> exponents = new ArrayList<>();
            long total = 0;
            for (long left = coder.bits(16); left > 0; left--) {
                int[] shape = new int[(int) coder.bits(4)];
                for (int k = 0; k < shape.length; k++) {
                    shape[k] = (int) coder.bits((int) coder.uniform(LENGTH_BITS + 1));
                }
                total += size(shape);
                if (total > MOST_INTEGERS) {
                    throw new CorruptCodeException("the header asks for more than " + MOST_INTEGERS + " integers");
                }
                shapes.add(shape);
                exponents.add((int) coder.uniform(2L * IntegerBlock.EXPONENT_LIMIT) - IntegerBlock.EXPONENT_LIMIT);
            }
            List<IntegerBlock> blocks = new ArrayList<>();
            for (int b = 0; b < shapes.size(); b++) {
                coder.startAfresh();
                long[] integers = MagnitudeCode.read(size(shapes.get(b)), coder);
                blocks.add(IntegerBlock.of(shapes.get(b), exponents.get(b), integers));
            }
            coder.finish();
            return List.copyOf(blocks);
        } catch (CorruptCodeException | IllegalArgumentException e) {
            throw new CorruptFileException("not a stream of integers: " + e.getMessage(), e);
        }
    }

    private static int size(int[] shape) throws CorruptCodeException {
        long size = 1;
        for (int n : shape) {
            size *= n;
            if (n < 1 || size > MOST_INTEGERS) {
                throw new CorruptCodeException("a length of the header is out of range");
            }
        }
        return (int) size;
    }
}
