package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;

/**
 * What an encoding must achieve: samples, the map that normalizes them, and the error allowed to what is decoded.
 *
 * @param data the samples
 * @param map between the normalized function and the samples
 * @param normalized the samples as families see them, in [-1, 1]
 * @param bound the absolute error allowed
 * @param norm its norm
 */
public record Goal(Samples data, Normalization map, Samples normalized, double bound, LpNorm norm) {
    /** The goal for some samples. */
    public static Goal of(Samples data, double bound, LpNorm norm) {
        return of(data, Normalization.of(data), bound, norm);
    }

    /** The goal for some samples after a map. */
    static Goal of(Samples data, Normalization map, double bound, LpNorm norm) {
        Samples normalized = Samples.of(data.name(), data.grid(), map.normalized(data));
        return new Goal(data, map, normalized, bound, norm);
    }

    /** The same goal with an offset that a header tells in fewer bits, if there is one. */
    public Optional<Goal> withShortOffset() {
        return map.withShortOffset(data).map(m -> of(data, m, bound, norm));
    }

    /** The same goal with another bound. */
    Goal within(double other) {
        return new Goal(data, map, normalized, other, norm);
    }

    /** The error of what a decoder would return, measured on all samples after map and cast. */
    public Distance error(Approximant approximant) {
        return Distances.betweenSamples(data, map.restored(approximant.on(data.grid()), data.type()), norm);
    }

    /** The same but for rounding, as far as the family knows it and no cast interferes; infinite if it was not reached. */
    double error(Approximation a) {
        if (a.outcome() == Approximation.Outcome.NOT_REACHED) {
            return Double.POSITIVE_INFINITY;
        }
        return data.type() == SampleType.F8
                ? Math.scalb(a.foretoldDistance(), map.exponent())
                : error(a.approximant()).value();
    }
}
