package org.epsilonet.codec.internal;

import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/** The decoder's half of the range coder: the mirror of {@link RangeEncoder}. Past its end the stream reads as zeros. */
public final class RangeDecoder implements SymbolSource {
    private static final int WINDOW = RangeEncoder.WIDTH / 8;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int position;
    /** The stream's value less the interval's lower end. */
    private long offset;

    private long range = RangeEncoder.FULL;
    private Models models = new Models();

    /**
     * @param bytes holds the stream
     * @param start its first byte
     * @param end the first byte behind it
     */
    public RangeDecoder(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.position = start;
        this.end = end;
        for (int k = 0; k < WINDOW; k++) {
            offset = offset << 8 | next();
        }
    }

    @Override
    public long bits(int count) throws CorruptCodeException {
        if (count < 0 || count > 63) {
            throw new IllegalArgumentException("0..63 raw bits, asked for were " + count);
        }
        long value = 0;
        for (int left = count; left > 0; left -= RangeEncoder.PIECE) {
            int piece = Math.min(left, RangeEncoder.PIECE);
            range >>>= piece;
            value = value << piece | quotient(1L << piece);
        }
        return value;
    }

    @Override
    public long uniform(long n) throws CorruptCodeException {
        if (n < 1 || n > RangeEncoder.LARGEST_ALPHABET) {
            throw new IllegalArgumentException("a uniform alphabet has 1..2^48 symbols, was " + n);
        }
        if (n <= 1L << RangeEncoder.PIECE) {
            range /= n;
            return quotient(n);
        }
        int shift = 64 - Long.numberOfLeadingZeros(n - 1) - RangeEncoder.PIECE;
        long last = (n - 1) >>> shift;
        long head = uniform(last + 1);
        return head << shift | uniform(head < last ? 1L << shift : n - (last << shift));
    }

    @Override
    public int adaptive(int context, int n) throws CorruptCodeException {
        requireMore();
        Models.Tree tree = models.tree(context, n);
        int node = 1;
        for (int level = 0; level < tree.depth; level++) {
            node = 2 * node + (tree.forced(node, level) ? 0 : bit(tree.nodes[node]));
        }
        return node - (1 << tree.depth);
    }

    private int bit(AdaptiveBit model) {
        int bit = split(model.probability());
        model.update(bit);
        return bit;
    }

    /** A decision with the probability of 0 in units of 2^-16, in 1..65535. */
    int decision(int probability) throws CorruptCodeException {
        requireMore();
        return split(probability);
    }

    private int split(int probability) {
        long zero = (range >>> AdaptiveBit.PROBABILITY_BITS) * probability;
        int bit = offset < zero ? 0 : 1;
        if (bit == 0) {
            range = zero;
        } else {
            offset -= zero;
            range -= zero;
        }
        normalize();
        return bit;
    }

    /** Forgets all statistics, where the encoder did. */
    public void startAfresh() {
        models = new Models();
    }

    /** The information read so far in whole bits; equal to the encoder's at the same symbol. */
    public long bitsRead() {
        return 8L * (position - start - WINDOW) + RangeEncoder.WIDTH - (63 - Long.numberOfLeadingZeros(range));
    }

    /**
     * Says that all symbols were read.
     *
     * @throws CorruptCodeException if bytes are left over, or were missing
     */
    public void finish() throws CorruptCodeException {
        requireMore();
        if (position < end) {
            throw new CorruptCodeException(
                    "the stream goes on for " + (end - position) + " bytes after its last symbol");
        }
    }

    private long quotient(long n) throws CorruptCodeException {
        requireMore();
        // Both are exact doubles, and division of doubles is the faster one; rounded up, it is one too many.
        long symbol = (long) ((double) offset / range);
        if (symbol * range > offset) {
            symbol--;
        }
        if (symbol >= n) {
            throw new CorruptCodeException("the stream leaves the interval of its symbols");
        }
        offset -= symbol * range;
        normalize();
        return symbol;
    }

    private void normalize() {
        while (range <= RangeEncoder.BOTTOM) {
            range <<= 8;
            offset = offset << 8 | next();
        }
    }

    private int next() {
        int b = position < end ? bytes[position] & 0xFF : 0;
        position++;
        return b;
    }

    /** The encoder's last interval holds a stream of all its bytes and zeros: more zeros than a window are not its. */
    private void requireMore() throws CorruptCodeException {
        if (position - end > WINDOW) {
            throw new CorruptCodeException("the stream has ended before its last symbol");
        }
    }
}
