package org.epsilonet.codec.internal;

import java.util.Arrays;

/**
 * The writing half of a block: decisions by a range coder from the front, raw bits as they are from the back. Nothing in
 * it branches on a bit, which no processor could foresee; the range leaves in units of two bytes.
 *
 * @see BlockReader
 */
final class BlockWriter {
    static final int WIDTH = 48;
    static final int UNIT = 16;
    /** The range is kept above this: probabilities of 16 bits still split it well. */
    static final long BOTTOM = 1L << (WIDTH - UNIT);

    private static final long FULL = 1L << WIDTH;

    private byte[] front = new byte[256];
    private int length;
    private long low;
    private long range = FULL;

    private byte[] back = new byte[256];
    private int backLength;
    private long pending;
    private int filled;

    /**
     * Writes a decision, from whose probability it learns.
     *
     * @param states {@linkplain QuickBit probabilities}
     * @param slot which of them
     * @param bit 0 or 1
     */
    void decision(int[] states, int slot, int bit) {
        symbol(states, slot - 1, 1, bit);
    }

    /**
     * Writes a symbol by decisions down a binary tree, highest bit first.
     *
     * @param states {@linkplain QuickBit probabilities}
     * @param tree the slot before the root; the children of the node n behind it are the nodes 2n and 2n + 1
     * @param levels the number of bits
     * @param symbol the symbol
     */
    void symbol(int[] states, int tree, int levels, int symbol) {
        // In variables of its own: fields would go through memory from each decision to the next.
        long start = low;
        long width = range;
        int node = 1;
        for (int level = levels - 1; level >= 0; level--) {
            int slot = tree + node;
            int state = states[slot];
            int bit = symbol >>> level & 1;
            long split = (width >>> AdaptiveBit.PROBABILITY_BITS) * QuickBit.zero(state);
            long one = -(long) bit;
            start += split & one;
            width = split & ~one | width - split & one;
            states[slot] = QuickBit.after(state, bit - 1);
            node += node + bit;
            if (width <= BOTTOM) {
                low = start;
                range = width;
                normalize();
                start = low;
                width = range;
            }
        }
        low = start;
        range = width;
    }

    private void normalize() {
        while (range <= BOTTOM) {
            carry();
            if (length + 2 > front.length) {
                front = Arrays.copyOf(front, 2 * front.length);
            }
            front[length++] = (byte) (low >>> (WIDTH - 8));
            front[length++] = (byte) (low >>> (WIDTH - 16));
            low = low << UNIT & FULL - 1;
            range <<= UNIT;
        }
    }

    /** An overflow of the interval's lower end is added to the bytes that have left. */
    private void carry() {
        if (low >= FULL) {
            low -= FULL;
            int i = length - 1;
            while (++front[i] == 0) {
                i--;
            }
        }
    }

    /** Writes a value of some raw bits, at most 52. */
    void bits(long value, int count) {
        if (filled + count > Long.SIZE - 1) {
            flush();
        }
        pending |= value << filled;
        filled += count;
    }

    /** Leaves less than a byte waiting: enough room for all the bits of an integer. */
    private void flush() {
        if (backLength + Long.BYTES > back.length) {
            back = Arrays.copyOf(back, 2 * back.length);
        }
        for (; filled >= 8; filled -= 8) {
            back[backLength++] = (byte) pending;
            pending >>>= 8;
        }
    }

    /**
     * Ends the block: the front with the shortest bytes that stay in the final interval whatever follows, then the raw bits.
     */
    byte[] finish() {
        filled += -filled & 7;
        flush();
        int kept = 0;
        long unit = FULL;
        long value = (low + unit - 1) / unit * unit;
        while (value + unit > low + range) {
            kept++;
            unit >>>= 8;
            value = (low + unit - 1) / unit * unit;
        }
        low = value;
        carry();
        byte[] block = Arrays.copyOf(front, length + kept + backLength);
        for (int k = 0; k < kept; k++) {
            block[length + k] = (byte) (low >>> (WIDTH - 8 - 8 * k));
        }
        for (int k = 0; k < backLength; k++) {
            block[block.length - 1 - k] = back[k];
        }
        return block;
    }
}
