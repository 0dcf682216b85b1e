package org.epsilonet.codec.internal;

import java.util.Arrays;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The code of integers without order, such as the weights of a layer: each by the length of its magnitude in bits (0 for
 * zero), its sign, and its digits below the leading one, the first three of them adaptively for each length. For a
 * density that is smooth at the scale of an eighth of an octave this is the entropy but for the learning.
 */
public final class MagnitudeCode {
    private static final int LENGTHS = 53;
    private static final int ADAPTIVE_DIGITS = 3;
    private static final int CHUNK = 1 << 16;

    private static final int LENGTH_CONTEXT = 0;
    private static final int SIGN_CONTEXT = 1;
    private static final int DIGITS_CONTEXT = 2;

    private MagnitudeCode() {}

    /**
     * Writes integers.
     *
     * @param integers of magnitude below 2^52
     * @param sink receives them, with statistics of its own
     */
    public static void write(long[] integers, SymbolSink sink) {
        for (long q : integers) {
            long magnitude = Math.abs(q);
            int length = 64 - Long.numberOfLeadingZeros(magnitude);
            sink.adaptive(LENGTH_CONTEXT, length, LENGTHS);
            if (length > 0) {
                sink.adaptive(SIGN_CONTEXT, q < 0 ? 1 : 0, 2);
            }
            if (length > 1) {
                int digits = Math.min(ADAPTIVE_DIGITS, length - 1);
                int rest = length - 1 - digits;
                int below = (int) (magnitude >>> rest) & ((1 << digits) - 1);
                sink.adaptive(DIGITS_CONTEXT + length, below, 1 << digits);
                sink.bits(magnitude & ((1L << rest) - 1), rest);
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param count how many; memory is taken as they come
     * @param source the stream
     * @return integers of magnitude below 2^52
     * @throws CorruptCodeException if no writer produces such a stream
     */
    public static long[] read(int count, SymbolSource source) throws CorruptCodeException {
        long[] integers = new long[Math.min(count, CHUNK)];
        for (int i = 0; i < count; i++) {
            if (i == integers.length) {
                integers = Arrays.copyOf(integers, (int) Math.min(count, 2L * i));
            }
            integers[i] = read(source);
        }
        return integers;
    }

    private static long read(SymbolSource source) throws CorruptCodeException {
        int length = source.adaptive(LENGTH_CONTEXT, LENGTHS);
        if (length == 0) {
            return 0;
        }
        boolean negative = source.adaptive(SIGN_CONTEXT, 2) == 1;
        long magnitude = 1;
        if (length > 1) {
            int digits = Math.min(ADAPTIVE_DIGITS, length - 1);
            int rest = length - 1 - digits;
            int below = source.adaptive(DIGITS_CONTEXT + length, 1 << digits);
            magnitude = ((1L << digits | below) << rest) | source.bits(rest);
        }
        return negative ? -magnitude : magnitude;
    }
}
