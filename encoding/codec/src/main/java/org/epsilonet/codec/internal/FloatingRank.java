package org.epsilonet.codec.internal;

import org.epsilonet.api.function.SampleType;

/** The floating-point numbers of a type in increasing order, numbered: 0 has rank 0, the next larger one rank 1, -0 rank -1. */
final class FloatingRank {
    private FloatingRank() {}

    /** The rank of the number of the type that is nearest to x. */
    static long of(double x, SampleType type) {
        if (type == SampleType.F4) {
            int bits = Float.floatToIntBits((float) x);
            return bits < 0 ? ~(bits & Integer.MAX_VALUE) : bits;
        }
        long bits = Double.doubleToLongBits(x);
        return bits < 0 ? ~(bits & Long.MAX_VALUE) : bits;
    }

    /** The number with a rank; not finite if there is none. */
    static double value(long rank, SampleType type) {
        if (type == SampleType.F4) {
            return rank == (int) rank
                    ? Float.intBitsToFloat(rank < 0 ? (int) ~rank | Integer.MIN_VALUE : (int) rank)
                    : Double.NaN;
        }
        return Double.longBitsToDouble(rank < 0 ? ~rank | Long.MIN_VALUE : rank);
    }
}
