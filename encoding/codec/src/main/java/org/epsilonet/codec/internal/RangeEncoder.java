package org.epsilonet.codec.internal;

import java.util.Arrays;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * The encoder's half of the range coder: an interval of 48 bits, whose settled head has left as bytes. Bytes are held
 * until the end, so a carry runs back through them.
 */
public final class RangeEncoder implements SymbolSink {
    static final int WIDTH = 48;
    static final long FULL = 1L << WIDTH;
    /** The range is kept above this, so that 2^32 parts of it can be told apart after 8 bits have left. */
    static final long BOTTOM = 1L << (WIDTH - 8);
    /** At most so many raw bits, or symbols of a uniform alphabet of this size, are coded at a time. */
    static final int PIECE = 24;

    static final long LARGEST_ALPHABET = 1L << 48;

    private byte[] bytes = new byte[64];
    private int length;
    private long low;
    private long range = FULL;
    private Models models = new Models();

    @Override
    public void bits(long value, int count) {
        if (count < 0 || count > 63 || value >>> count != 0) {
            throw new IllegalArgumentException("0..63 raw bits, given were " + count + " for the value " + value);
        }
        int left = count;
        while (left > 0) {
            int piece = Math.min(left, PIECE);
            left -= piece;
            range >>>= piece;
            low += range * (value >>> left & ((1L << piece) - 1));
            normalize();
        }
    }

    @Override
    public void uniform(long symbol, long n) {
        if (n < 1 || n > LARGEST_ALPHABET || symbol < 0 || symbol >= n) {
            throw new IllegalArgumentException(
                    "a uniform symbol is in 0..n-1 with n <= 2^48, was " + symbol + " of " + n);
        }
        if (n <= 1L << PIECE) {
            range /= n;
            low += range * symbol;
            normalize();
            return;
        }
        // The head first; the tail of the last head has fewer values than the others.
        int shift = 64 - Long.numberOfLeadingZeros(n - 1) - PIECE;
        long last = (n - 1) >>> shift;
        long head = symbol >>> shift;
        uniform(head, last + 1);
        long tail = symbol & ((1L << shift) - 1);
        uniform(tail, head < last ? 1L << shift : n - (last << shift));
    }

    @Override
    public void adaptive(int context, int symbol, int n) {
        if (symbol < 0 || symbol >= n) {
            throw new IllegalArgumentException("an adaptive symbol is in 0..n-1, was " + symbol + " of " + n);
        }
        Models.Tree tree = models.tree(context, n);
        int node = 1;
        for (int level = 0; level < tree.depth; level++) {
            int bit = symbol >>> (tree.depth - 1 - level) & 1;
            if (!tree.forced(node, level)) {
                bit(tree.nodes[node], bit);
            }
            node = 2 * node + bit;
        }
    }

    private void bit(AdaptiveBit model, int bit) {
        decision(bit, model.probability());
        model.update(bit);
    }

    /** A decision with the probability of 0 in units of 2^-16, in 1..65535. */
    void decision(int bit, int probability) {
        long zero = (range >>> AdaptiveBit.PROBABILITY_BITS) * probability;
        if (bit == 0) {
            range = zero;
        } else {
            low += zero;
            range -= zero;
        }
        normalize();
    }

    /** Forgets all statistics: what follows is another kind of data. */
    public void startAfresh() {
        models = new Models();
    }

    /** The information written so far in whole bits, the started one included. */
    public long bitsWritten() {
        return 8L * length + WIDTH - (63 - Long.numberOfLeadingZeros(range));
    }

    /** Ends the stream with the shortest byte string in the final interval, and returns all of it. */
    public byte[] finish() {
        int kept = 0;
        long value = 0;
        for (int tail = WIDTH; tail >= 0; tail -= 8) {
            long unit = 1L << tail;
            value = (low + unit - 1) / unit * unit;
            if (value - low < range) {
                kept = (WIDTH - tail) / 8;
                break;
            }
        }
        low = value;
        carry();
        for (int k = 0; k < kept; k++) {
            append((int) (low >>> (WIDTH - 8 - 8 * k)));
        }
        return Arrays.copyOf(bytes, length);
    }

    private void normalize() {
        carry();
        while (range <= BOTTOM) {
            append((int) (low >>> (WIDTH - 8)));
            low = low << 8 & (FULL - 1);
            range <<= 8;
        }
    }

    /** An overflow of the interval's lower end is added to the bytes that have left. */
    private void carry() {
        if (low >= FULL) {
            low -= FULL;
            int i = length - 1;
            while (++bytes[i] == 0) {
                i--;
            }
        }
    }

    private void append(int b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) b;
    }
}
