package org.epsilonet.codec;

import java.util.function.LongFunction;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.internal.RangeDecoder;
import org.epsilonet.codec.internal.RangeEncoder;
import org.epsilonet.codec.internal.SpreadCode;

/**
 * Integers whose spreads both sides know, as a stream: a head, which may decide how many there are and how far they spread,
 * and the integers in the probabilities of that. Nothing is learned, so a few hundred bits are already near the entropy: within
 * 0.02 bits a number where the numbers were Gaussian before they were rounded.
 */
public final class SpreadStream {
    private SpreadStream() {}

    /**
     * What a stream holds.
     *
     * @param head the head
     * @param integers the integers; not copied
     */
    public record Content(long head, long[] integers) {}

    /**
     * Writes a stream.
     *
     * @param content the head in 0..heads-1, and integers below 2^52 in magnitude
     * @param heads how many heads there are, at most 2^48
     * @param deadZone between 0 and 1: at least so far from k - 1 is what was rounded to the magnitude k, 1/2 where it was the
     *     nearest
     * @param spreads the standard deviation of each integer, positive and finite
     * @return the stream
     * @throws IllegalArgumentException if an argument is out of its range, or integers and spreads differ in number
     */
    public static byte[] encode(Content content, long heads, double deadZone, double[] spreads) {
        if (content.integers().length != spreads.length) {
            throw new IllegalArgumentException("each of the " + content.integers().length
                    + " integers needs a spread, given were " + spreads.length);
        }
        requireDeadZone(deadZone);
        RangeEncoder coder = new RangeEncoder();
        coder.uniform(content.head(), heads);
        SpreadCode.write(content.integers(), spreads, deadZone, coder);
        return coder.finish();
    }

    /**
     * Reads a stream.
     *
     * @param stream what {@link #encode} wrote
     * @param heads how many heads there are
     * @param deadZone as it was written
     * @param spreads the standard deviations that belong to a head; heads that no encoder writes may be refused by an {@link
     *     IllegalArgumentException}, which counts as damage
     * @return the content
     * @throws CorruptFileException if no encoder writes such a stream
     */
    public static Content decode(byte[] stream, long heads, double deadZone, LongFunction<double[]> spreads)
            throws CorruptFileException {
        requireDeadZone(deadZone);
        try {
            RangeDecoder coder = new RangeDecoder(stream, 0, stream.length);
            long head = coder.uniform(heads);
            long[] integers = SpreadCode.read(spreads.apply(head), deadZone, coder);
            coder.finish();
            return new Content(head, integers);
        } catch (CorruptCodeException | IllegalArgumentException e) {
            throw new CorruptFileException("not a stream of integers with known spreads: " + e.getMessage(), e);
        }
    }

    private static void requireDeadZone(double deadZone) {
        if (!(deadZone > 0 && deadZone < 1)) {
            throw new IllegalArgumentException("a dead zone is between 0 and 1, was " + deadZone);
        }
    }
}
