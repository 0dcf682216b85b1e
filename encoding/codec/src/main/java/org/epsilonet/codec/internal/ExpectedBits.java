package org.epsilonet.codec.internal;

import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Stretches;

/**
 * About how many bits a quantization needs, without coding it: for each context of the structure the entropy of which
 * parameters are zero and of the bitlengths of the others, their signs and the digits below the leading one. It compares
 * quantizations of the same parameters with each other, no more.
 */
final class ExpectedBits {
    private static final int CONTEXTS = 64;
    private static final int LENGTHS = 64;

    private final Magnitudes magnitudes;
    private final byte[] contexts;
    private final long[] total = new long[CONTEXTS];

    /**
     * @param structure knows the contexts
     * @param magnitudes its parameters
     */
    ExpectedBits(Structure structure, Magnitudes magnitudes) {
        this.magnitudes = magnitudes;
        this.contexts = new byte[magnitudes.count()];
        Stretches.forEach(contexts.length, (begin, end) -> {
            for (int i = begin; i < end; i++) {
                contexts[i] = (byte) (structure.context(i) & (CONTEXTS - 1));
            }
        });
        for (byte context : contexts) {
            total[context]++;
        }
    }

    /** The bits of integers. */
    static double of(Structure structure, long[] integers) {
        long[][] counts = new long[CONTEXTS][LENGTHS];
        double bits = 0;
        for (int i = 0; i < integers.length; i++) {
            int length = Long.SIZE - Long.numberOfLeadingZeros(Math.abs(integers[i]));
            counts[structure.context(i) & (CONTEXTS - 1)][length]++;
            bits += length;
        }
        for (long[] ofContext : counts) {
            bits += entropy(ofContext, 1, 0);
        }
        return bits;
    }

    /** The bits for a step and a dead zone. */
    double of(double step, double zone) {
        long[][] counts = new long[CONTEXTS][LENGTHS];
        long[] raw = {0};
        double each = magnitudes.forEachKept(step, zone, (i, magnitude) -> {
            int length = Long.SIZE - Long.numberOfLeadingZeros(magnitude);
            counts[contexts[i]][length]++;
            raw[0] += Math.max(1, length);
        });
        double bits = each * raw[0];
        for (int context = 0; context < CONTEXTS; context++) {
            long kept = 0;
            for (long n : counts[context]) {
                kept += n;
            }
            bits += entropy(counts[context], each, Math.max(0, total[context] - each * kept));
        }
        return bits;
    }

    /** The entropy of counts, each of which stands for some, and zeros. */
    private static double entropy(long[] counts, double each, double zeros) {
        double all = zeros;
        for (long n : counts) {
            all += each * n;
        }
        double nats = term(zeros, all);
        for (long n : counts) {
            nats += term(each * n, all);
        }
        return nats / Math.log(2);
    }

    private static double term(double n, double all) {
        return n == 0 ? 0 : -n * Math.log(n / all);
    }
}
