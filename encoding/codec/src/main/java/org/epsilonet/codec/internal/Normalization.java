package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Stretches;
import org.epsilonet.codec.FileHeader;

/**
 * The affine map \(v \mapsto o + 2^e v\) between a function bounded by 1 and the user's values. The offset \(o\) is the
 * middle of the data, rounded to a multiple of \(2^{e-4}\), so that it is written in few digits; powers of two cost no
 * rounding.
 *
 * @param offset \(o\)
 * @param exponent \(e\)
 */
public record Normalization(double offset, int exponent) {
    /** The offset is a multiple of {@code 2^(exponent - OFFSET_DIGITS)}. */
    static final int OFFSET_DIGITS = 4;
    /** Multiples of {@code 2^(exponent - SHORT_DIGITS)} up to the unit are told in fewer bits. */
    static final int SHORT_DIGITS = 2;

    static final int LEAST_EXPONENT = -1070;
    static final int LARGEST_EXPONENT = 1024;

    /** The map with which all the samples come from [-1, 1]. */
    public static Normalization of(Samples data) {
        return of(data, LEAST_EXPONENT);
    }

    /** The same with an exponent that is at least that. */
    static Normalization of(Samples data, int leastExponent) {
        Extremes extremes = Extremes.of(data);
        double low = extremes.low();
        double high = extremes.high();
        double middle = low / 2 + high / 2; // Halves first: the sum may overflow.
        double half = high / 2 - low / 2;
        for (int e = Math.max(leastExponent, exponent(half)); ; e++) {
            Normalization map = rounded(middle, e, OFFSET_DIGITS);
            if (map.holds(low, high)) {
                return map;
            }
        }
    }

    /** The map with the nearest offset that a header tells in fewer bits, if it is another one that does as well. */
    Optional<Normalization> withShortOffset(Samples data) {
        Normalization shorter = rounded(offset, exponent, SHORT_DIGITS);
        Extremes extremes = Extremes.of(data);
        boolean isShort = Math.abs(Math.scalb(shorter.offset, -exponent)) <= 1;
        return Optional.of(shorter)
                .filter(m -> isShort && m.offset != offset && m.holds(extremes.low(), extremes.high()));
    }

    private static Normalization rounded(double middle, int e, int digits) {
        return new Normalization(Math.scalb(Math.rint(Math.scalb(middle, digits - e)), e - digits), e);
    }

    private boolean holds(double low, double high) {
        return normalized(high) <= 1 && normalized(low) >= -1;
    }

    /** Whether the offset has so few digits that a header tells it. */
    boolean isWritable() {
        return Math.abs(Math.scalb(offset, OFFSET_DIGITS - exponent)) < HeaderTwo.ANY_OFFSET;
    }

    /** The map of a file. */
    public static Normalization of(FileHeader header) {
        return new Normalization(header.offset(), header.exponent());
    }

    /** The value before the map was applied. */
    public double normalized(double value) {
        return Math.scalb(value - offset, -exponent);
    }

    /** All samples before the map was applied; a fresh array. */
    public double[] normalized(Samples data) {
        double[] normalized = new double[data.size()];
        boolean isNormal = Math.abs(exponent) < Double.MAX_EXPONENT;
        double unit = Math.scalb(1.0, -exponent); // Where it is a normal number products are rounded as scalb rounds.
        Stretches.forEach(normalized.length, (begin, end) -> {
            for (int i = begin; i < end; i++) {
                normalized[i] = isNormal ? (data.value(i) - offset) * unit : normalized(data.value(i));
            }
        });
        return normalized;
    }

    /** The value after the map; the nearest finite number where it overflows. */
    public double restored(double v) {
        return finite(offset + Math.scalb(v, exponent));
    }

    /** The nearest finite number. */
    static double finite(double value) {
        return Math.abs(value) == Double.POSITIVE_INFINITY ? Math.copySign(Double.MAX_VALUE, value) : value;
    }

    /** All values after map and cast, as a decoder returns them; a fresh array. */
    public double[] restored(double[] vs, SampleType type) {
        double[] values = new double[vs.length];
        if (type == SampleType.F8 && Math.abs(exponent) < Double.MAX_EXPONENT) {
            double unit = Math.scalb(1.0, exponent); // A normal number: the product is rounded as scalb rounds.
            Stretches.forEach(vs.length, (begin, end) -> {
                for (int i = begin; i < end; i++) {
                    values[i] = finite(offset + vs[i] * unit);
                }
            });
            return values;
        }
        for (int i = 0; i < vs.length; i++) {
            values[i] = cast(restored(vs[i]), type);
        }
        return values;
    }

    /** A finite value as a sample of a type. */
    static double cast(double value, SampleType type) {
        double cast = type.nearest(value);
        return Math.abs(cast) == Double.POSITIVE_INFINITY ? Math.copySign(Float.MAX_VALUE, cast) : cast;
    }

    /** The exponent \(e\) with \(2^{e-1} \le x < 2^e\), for subnormal numbers too. */
    private static int exponent(double x) {
        return x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p64) - 63 : Math.getExponent(x) + 1;
    }
}
