package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;

/**
 * A sparse layer over an approximant in the supremum norm: sample i of the file is \(\mathrm{cast}(v_i + k_i s)\), with the
 * values \(v\) of the approximant (whole numbers if samples are), integers \(k\), most of them 0, and a step s that both sides know. So a few outliers do
 * not decide how fine all the rest must be.
 */
final class Corrections {
    /** The bound is told rounded up by less than a 128th: so much of twice what is told is below twice what was asked for. */
    private static final double TOLD = 127.0 / 128;

    private Corrections() {}

    /**
     * The bound that corrected samples keep, at most the one asked for. Whole numbers have whole errors; and if the header told
     * more than that, the step could be too wide for it.
     */
    static double bound(double asked, SampleType type) {
        return isInteger(type) ? RoundedBound.below(asked < 1 ? asked : Math.floor(asked)) : asked;
    }

    /**
     * The step s: about twice the bound; of integers the distance of the middles of balls that cover them.
     *
     * @param told the bound as the header tells it
     * @param type of the samples
     * @param halved whether it is half of that
     * @return 0 or infinite where there is none
     */
    static double step(double told, SampleType type, boolean halved) {
        return isInteger(type) ? 2 * Math.floor(told) + 1 : (halved ? 1 : 2) * TOLD * told;
    }

    private static boolean isInteger(SampleType type) {
        return type != SampleType.F8 && type != SampleType.F4;
    }

    /** The samples of a file. */
    static double[] applied(double[] function, long[] corrections, double step, SampleType type) {
        double[] values = new double[function.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = applied(function[i], corrections[i], step, type);
        }
        return values;
    }

    private static double applied(double v, long k, double step, SampleType type) {
        double from = from(v, type);
        double change = k * step;
        double value = Double.isInfinite(change) ? 2 * (from / 2 + k / 2.0 * step) : from + change;
        return Normalization.cast(k == 0 ? v : Normalization.finite(value), type);
    }

    /** Whole numbers are corrected after the cast: then all that are left are whole steps and whole errors. */
    private static double from(double v, SampleType type) {
        return isInteger(type) ? Normalization.cast(v, type) : v;
    }

    /**
     * The corrections that bring all samples within a bound.
     *
     * @param data the samples
     * @param function the values to correct, before the cast
     * @return one integer per sample; empty if some sample cannot be met
     */
    static Optional<long[]> of(Samples data, double[] function, double step, double bound) {
        long[] corrections = new long[function.length];
        for (int i = 0; i < corrections.length; i++) {
            if (meets(data, i, function[i], 0, step, bound)) {
                continue;
            }
            double nearest = Math.rint(steps(data.value(i), from(function[i], data.type()), step));
            if (!(Math.abs(nearest) < Lattice.LIMIT - 1)) {
                return Optional.empty();
            }
            long k = (long) nearest;
            if (!meets(data, i, function[i], k, step, bound)) {
                // Roundings and casts may have moved it by one.
                k += meets(data, i, function[i], k + 1, step, bound) ? 1 : -1;
                if (!meets(data, i, function[i], k, step, bound)) {
                    return Optional.empty();
                }
            }
            corrections[i] = k;
        }
        return Optional.of(corrections);
    }

    /** How many steps it is to a value, also where the way is longer than any double. */
    private static double steps(double to, double from, double step) {
        double way = to - from;
        return Double.isInfinite(way) ? (to / 2 - from / 2) / step * 2 : way / step;
    }

    private static boolean meets(Samples data, int i, double v, long k, double step, double bound) {
        return Distances.differenceAtLeast(applied(v, k, step, data.type()), data.value(i)) <= bound;
    }
}
