package org.epsilonet.api.internal;

import java.util.stream.IntStream;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * The normalized \(L^p\) distance of samples from other values, for finite p. For \(p = 1, 2\) one pass is enough unless
 * powers overflow or underflow: stretches of fixed length are summed by all processors, and their sums added in their
 * order, so that the result does not depend on who summed what.
 */
public final class SampleDistance {
    /** Terms of a plain sum: four partial sums of 16, so that it errs by less than 20 roundings. */
    private static final int BLOCK = 64;

    private static final int STRETCH = 1 << 14;
    /** From here on all processors are called. */
    private static final int PARALLEL = 1 << 16;

    /** Sums between these have lost nothing that matters to underflow, and nothing to overflow. */
    private static final double LEAST = 0x1p-800;

    private static final double LARGEST = 0x1p+900;

    private final Samples samples;
    private final double[] values;
    private final boolean squared;

    private SampleDistance(Samples samples, double[] values, boolean squared) {
        this.samples = samples;
        this.values = values;
        this.squared = squared;
    }

    /**
     * \((\frac1n \sum_i |f_i - g_i|^p)^{1/p}\).
     *
     * @param samples \(f\)
     * @param values \(g\), as many
     * @param norm not the supremum norm
     * @return the distance, of a relative error below {@link LpNorm#ACCURACY}; not finite if a value is not
     */
    public static double of(Samples samples, double[] values, LpNorm norm) {
        if (norm.p() == 1 || norm.p() == 2) {
            double sum = new SampleDistance(samples, values, norm.p() == 2).sum();
            if (sum > LEAST && sum < LARGEST) {
                return norm.root(sum / samples.size());
            }
        }
        double[] residual = new double[samples.size()];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = samples.value(i) - values[i];
        }
        return norm.of(residual);
    }

    private double sum() {
        int stretches = (samples.size() + STRETCH - 1) / STRETCH;
        IntStream all = IntStream.range(0, stretches);
        double[] sums = (samples.size() > PARALLEL ? all.parallel() : all)
                .mapToDouble(this::stretch)
                .toArray();
        return compensated(sums, sums.length);
    }

    private double stretch(int stretch) {
        int begin = stretch * STRETCH;
        int end = Math.min(samples.size(), begin + STRETCH);
        double[] sums = new double[STRETCH / BLOCK];
        int blocks = 0;
        for (int i = begin; i < end; i += BLOCK) {
            sums[blocks++] = block(i, Math.min(end, i + BLOCK));
        }
        return compensated(sums, blocks);
    }

    private double block(int begin, int end) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = begin;
        for (; i + 3 < end; i += 4) {
            a += term(i);
            b += term(i + 1);
            c += term(i + 2);
            d += term(i + 3);
        }
        for (; i < end; i++) {
            a += term(i);
        }
        return a + b + (c + d);
    }

    private double term(int i) {
        double difference = samples.value(i) - values[i];
        return squared ? difference * difference : Math.abs(difference);
    }

    /** Neumaier's sum of numbers that are not negative. */
    private static double compensated(double[] terms, int count) {
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < count; i++) {
            double next = sum + terms[i];
            lost += sum >= terms[i] ? (sum - next) + terms[i] : (terms[i] - next) + sum;
            sum = next;
        }
        return sum + lost;
    }
}
