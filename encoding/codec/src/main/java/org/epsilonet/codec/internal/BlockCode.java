package org.epsilonet.codec.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.jspecify.annotations.Nullable;

/**
 * The integers of very many parameters, zeros included, in blocks that are coded apart from each other and at the same
 * time: each a range-coded stream with statistics of its own, of the {@linkplain QuickInteger quick code}.
 */
public final class BlockCode {
    /** The number of parameters in a block; the last one has what is left. */
    static final int LENGTH = 1 << 16;

    private BlockCode() {}

    /** The number of blocks of so many parameters. */
    static int count(int parameters) {
        return parameters / LENGTH + (parameters % LENGTH > 0 ? 1 : 0);
    }

    /** The blocks of the integers of a structure's parameters. */
    static List<byte[]> write(Structure structure, long[] integers) {
        return IntStream.range(0, count(integers.length))
                .parallel()
                .mapToObj(block -> write(structure, integers, block * LENGTH))
                .toList();
    }

    private static byte[] write(Structure structure, long[] integers, int from) {
        BlockWriter sink = new BlockWriter();
        QuickInteger code = new QuickInteger();
        for (int i = from; i < from + Math.min(integers.length - from, LENGTH); i++) {
            code.write(integers[i], structure.context(i), sink);
        }
        return sink.finish();
    }

    /**
     * Reads blocks.
     *
     * @param structure knows the number of parameters and their contexts
     * @param blocks as many as the parameters need
     * @return one integer per parameter, of magnitude below 2^52
     * @throws CorruptCodeException if no writer produces such blocks
     */
    public static long[] read(Structure structure, List<CodedBlock> blocks) throws CorruptCodeException {
        checkCount(structure.size(), blocks);
        long[] integers = new long[structure.size()];
        @Nullable CorruptCodeException[] failures = new @Nullable CorruptCodeException[blocks.size()];
        IntStream.range(0, blocks.size()).parallel().forEach(block -> {
            try {
                read(structure, integers, block * LENGTH, blocks.get(block));
            } catch (CorruptCodeException e) {
                failures[block] = e;
            }
        });
        CorruptCodeException first =
                Arrays.stream(failures).filter(Objects::nonNull).findFirst().orElse(null);
        if (first != null) {
            throw first;
        }
        return integers;
    }

    /**
     * Whether there are as many blocks as so many parameters need.
     *
     * @throws CorruptCodeException if there are more or fewer
     */
    public static void checkCount(int parameters, List<CodedBlock> blocks) throws CorruptCodeException {
        if (blocks.size() != count(parameters)) {
            throw new CorruptCodeException(parameters + " parameters do not fill " + blocks.size() + " blocks");
        }
    }

    private static void read(Structure structure, long[] integers, int from, CodedBlock block)
            throws CorruptCodeException {
        CodedBlock.Source source = block.open();
        for (int i = from; i < from + Math.min(integers.length - from, LENGTH); i++) {
            integers[i] = source.next(structure.context(i));
        }
        source.finish();
    }
}
