package org.epsilonet.codec.internal;

import java.util.stream.IntStream;
import org.epsilonet.api.function.Samples;

/**
 * The least and the largest of some samples, whoever looks at which of them.
 *
 * @param low the least
 * @param high the largest
 */
public record Extremes(double low, double high) {
    /** Samples that one thread looks at. */
    private static final int PART = 1 << 16;

    private static final Extremes OF_NOTHING = new Extremes(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** Those of all samples. */
    public static Extremes of(Samples data) {
        return IntStream.range(0, (data.size() - 1) / PART + 1)
                .parallel()
                .mapToObj(part -> between(data, part * PART, part * PART + Math.min(data.size() - part * PART, PART)))
                .reduce(OF_NOTHING, Extremes::and);
    }

    private static Extremes between(Samples data, int begin, int end) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = begin; i < end; i++) {
            low = Math.min(low, data.value(i));
            high = Math.max(high, data.value(i));
        }
        return new Extremes(low, high);
    }

    private Extremes and(Extremes others) {
        return new Extremes(Math.min(low, others.low), Math.max(high, others.high));
    }
}
