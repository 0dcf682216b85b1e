package org.epsilonet.codec.internal;

import java.util.function.LongFunction;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.SpreadStream;

/** The two directions of a {@link SpreadStream}. */
public final class SpreadIntegers {
    private SpreadIntegers() {}

    /** Head and integers as bytes. */
    public static byte[] write(long head, long heads, long[] integers, double deadZone, double[] spreads) {
        RangeEncoder encoder = new RangeEncoder();
        encoder.uniform(head, heads);
        SpreadCode code = new SpreadCode(new TwoWayCoder.Writer(encoder), deadZone);
        for (int i = 0; i < integers.length; i++) {
            requireSpread(spreads[i]);
            try {
                code.code(integers[i], spreads[i]);
            } catch (CorruptCodeException e) {
                throw new IllegalArgumentException("integers are below 2^52 in magnitude, was " + integers[i], e);
            }
        }
        return encoder.finish();
    }

    /** Head and integers from bytes. */
    public static SpreadStream.Content read(byte[] stream, long heads, double deadZone, LongFunction<double[]> spreads)
            throws CorruptCodeException {
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        long head = decoder.uniform(heads);
        double[] known = spreads.apply(head);
        long[] integers = new long[known.length];
        SpreadCode code = new SpreadCode(new TwoWayCoder.Reader(decoder), deadZone);
        for (int i = 0; i < integers.length; i++) {
            requireSpread(known[i]);
            integers[i] = code.code(0, known[i]);
        }
        decoder.finish();
        return new SpreadStream.Content(head, integers);
    }

    private static void requireSpread(double spread) {
        if (!(spread > 0) || spread == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a spread is positive and finite, was " + spread);
        }
    }
}
