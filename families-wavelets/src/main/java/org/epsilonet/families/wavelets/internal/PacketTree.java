package org.epsilonet.families.wavelets.internal;

import java.util.Objects;
import java.util.function.IntBinaryOperator;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;
import org.jspecify.annotations.Nullable;

/** Which parts of a {@link PacketTransform} are split into a low-pass and a high-pass half, and these again. */
final class PacketTree {
    /** A part that is left as it is. */
    static final PacketTree LEAF = new PacketTree(null, null);

    private final @Nullable PacketTree low;
    private final @Nullable PacketTree high;

    private PacketTree(@Nullable PacketTree low, @Nullable PacketTree high) {
        this.low = low;
        this.high = high;
    }

    /** A part whose halves are as given. */
    static PacketTree split(PacketTree low, PacketTree high) {
        return new PacketTree(low, high);
    }

    boolean isLeaf() {
        return low == null;
    }

    PacketTree low() {
        return Objects.requireNonNull(low);
    }

    PacketTree high() {
        return Objects.requireNonNull(high);
    }

    /**
     * The same tree with parts left whole that hold none of the chosen places.
     *
     * @param chosen how many chosen places there are from a place on, before another
     */
    PacketTree pruned(IntBinaryOperator chosen, int at, int length) {
        if (isLeaf() || chosen.applyAsInt(at, at + length) == 0) {
            return LEAF;
        }
        int lows = (length + 1) / 2;
        return split(low().pruned(chosen, at, lows), high().pruned(chosen, at + lows, length - lows));
    }

    /** One flag for each part that can be split, in contexts of the depth and of what the part came from. */
    void write(PacketLevels levels, SymbolSink sink) {
        write(levels, levels.root(), sink);
    }

    private void write(PacketLevels levels, PacketLevels.Part part, SymbolSink sink) {
        if (levels.canSplit(part)) {
            sink.adaptive(part.context(), isLeaf() ? 0 : 1, 2);
            if (!isLeaf()) {
                low().write(levels, part.low(), sink);
                high().write(levels, part.high(), sink);
            }
        }
    }

    /**
     * Reads a tree.
     *
     * @param most how many parts may be split
     * @throws CorruptCodeException if there are more
     */
    static PacketTree read(PacketLevels levels, long most, SymbolSource source) throws CorruptCodeException {
        return read(levels, levels.root(), new long[] {most}, source);
    }

    private static PacketTree read(PacketLevels levels, PacketLevels.Part part, long[] left, SymbolSource source)
            throws CorruptCodeException {
        if (!levels.canSplit(part) || source.adaptive(part.context(), 2) == 0) {
            return LEAF;
        }
        if (left[0]-- == 0) {
            throw new CorruptCodeException("more parts are split than wavelets can be chosen in");
        }
        PacketTree low = read(levels, part.low(), left, source);
        return split(low, read(levels, part.high(), left, source));
    }
}
