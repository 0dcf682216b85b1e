package org.epsilonet.codec.internal;

import org.epsilonet.api.function.SampleType;

/**
 * The numbers that samples are rounded to: \(o + ks/D\) for integers \(k\), after the cast to the type of the samples. A
 * division by \(D = 10^j\) gives the doubles that decimal numbers are read as, which no product with a step does.
 *
 * @param offset \(o\)
 * @param step \(s > 0\)
 * @param divisor \(D\), a power of ten; 1 for most data
 */
public record Lattice(double offset, double step, double divisor) {
    /** Every \(|k|\) is below this, so that it is an exact double. */
    static final long LIMIT = 1L << 52;

    static final int MOST_DECIMALS = 9;

    /** The lattice of step 1 through 0. */
    static final Lattice INTEGERS = new Lattice(0, 1, 1);

    /** The number with an index, cast to a type; the nearest finite one where that overflows. */
    double value(long k, SampleType type) {
        double cast = type.nearest(offset + k * step / divisor);
        double most = type == SampleType.F4 ? Float.MAX_VALUE : Double.MAX_VALUE;
        return Math.min(Math.max(cast, -most), most);
    }

    /** The values of many indices; a fresh array. */
    double[] values(long[] indices, SampleType type) {
        double[] values = new double[indices.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(indices[i], type);
        }
        return values;
    }

    /** Whether all samples have an index of allowed size. */
    boolean holds(double[] samples) {
        for (double x : samples) {
            if (!(Math.abs((x - offset) * divisor / step) < LIMIT - 1)) {
                return false;
            }
        }
        return true;
    }

    /** The indices of the numbers nearest to samples; a fresh array. */
    long[] nearest(double[] samples) {
        long[] indices = new long[samples.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (long) Math.rint((samples[i] - offset) * divisor / step);
        }
        return indices;
    }
}
