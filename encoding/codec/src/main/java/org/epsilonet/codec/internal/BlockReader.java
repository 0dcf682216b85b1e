package org.epsilonet.codec.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.epsilonet.api.symbol.CorruptCodeException;

/** The reading half of a block: the mirror of {@link BlockWriter}. Beyond its ends a block reads as zeros. */
final class BlockReader {
    private static final int WINDOW = BlockWriter.WIDTH / 8;

    /** The raw bits come backwards: of eight bytes the last is the lowest. */
    private static final VarHandle LAST_EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int position;
    /** The value of the front less the interval's lower end. */
    private long offset;

    private long range = 1L << BlockWriter.WIDTH;

    private int backPosition;
    private long pending;
    private int filled;

    /**
     * @param bytes holds the block
     * @param start its first byte
     * @param end the first byte behind it
     */
    BlockReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.position = start;
        this.backPosition = end;
        for (int k = 0; k < WINDOW; k++) {
            offset = offset << 8 | next();
        }
    }

    /**
     * Reads a decision, from whose probability it learns.
     *
     * @param states {@linkplain QuickBit probabilities}
     * @param slot which of them
     * @return 0 or 1
     * @throws CorruptCodeException if the block has ended before
     */
    int decision(int[] states, int slot) throws CorruptCodeException {
        return symbol(states, slot - 1, 1);
    }

    /**
     * Reads a symbol by decisions down a binary tree, highest bit first.
     *
     * @param states {@linkplain QuickBit probabilities}
     * @param tree the slot before the root; the children of the node n behind it are the nodes 2n and 2n + 1
     * @param levels the number of bits
     * @return the symbol
     * @throws CorruptCodeException if the block has ended before
     */
    int symbol(int[] states, int tree, int levels) throws CorruptCodeException {
        // In variables of its own: fields would go through memory from each decision to the next.
        long width = range;
        long beyond = offset;
        int node = 1;
        for (int level = 0; level < levels; level++) {
            int slot = tree + node;
            int state = states[slot];
            long split = (width >>> AdaptiveBit.PROBABILITY_BITS) * QuickBit.zero(state);
            long isZero = beyond - split >> Long.SIZE - 1;
            beyond -= split & ~isZero;
            width = split & isZero | width - split & ~isZero;
            states[slot] = QuickBit.after(state, (int) isZero);
            node += node + 1 + (int) isZero;
            if (width <= BlockWriter.BOTTOM) {
                range = width;
                offset = beyond;
                normalize();
                width = range;
                beyond = offset;
            }
        }
        range = width;
        offset = beyond;
        return node - (1 << levels);
    }

    private void normalize() throws CorruptCodeException {
        if (position - end > WINDOW) {
            throw new CorruptCodeException("a block has ended before its last integer");
        }
        while (range <= BlockWriter.BOTTOM) {
            range <<= BlockWriter.UNIT;
            offset = offset << BlockWriter.UNIT | next() << 8 | next();
        }
    }

    private int next() {
        int b = position < end ? bytes[position] & 0xFF : 0;
        position++;
        return b;
    }

    /** Reads a value of some raw bits, at most 52. */
    long bits(int count) {
        if (filled < count) {
            refill();
        }
        long value = pending & (1L << count) - 1;
        pending >>>= count;
        filled -= count;
        return value;
    }

    /** At least 56 bits: enough for all the bits of an integer. */
    private void refill() {
        if (backPosition - Long.BYTES >= start) {
            // Bits beyond those that count are those of the next byte, which will be set once more.
            pending |= (long) LAST_EIGHT.get(bytes, backPosition - Long.BYTES) << filled;
            int taken = (Long.SIZE - filled) / 8;
            backPosition -= taken;
            filled += 8 * taken;
            return;
        }
        for (; filled <= Long.SIZE - 8; filled += 8) {
            backPosition--;
            pending |= (backPosition >= start ? bytes[backPosition] & 0xFFL : 0) << filled;
        }
    }

    /**
     * Says that all was read: the front up to where the raw bits begin, and at most a window further.
     *
     * @throws CorruptCodeException if bytes are left over, or were missing
     */
    void finish() throws CorruptCodeException {
        int raw = backPosition + filled / 8;
        if (position < raw || position - WINDOW > raw) {
            throw new CorruptCodeException("the two parts of a block do not meet: at byte " + (position - start)
                    + " and " + (raw - start) + " of " + (end - start));
        }
    }
}
