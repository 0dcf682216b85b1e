package org.epsilonet.codec.internal;

/** Measures a code without writing it: the sum of \(-\log_2 p\) over its decisions, and its raw bits. */
final class CodeMeter implements TwoWayCoder {
    /** \(-\log_2(p / 2^{16})\), by {@link StrictMath}: what is chosen by it is the same everywhere. */
    private static final double[] BITS = new double[Logistic.ONE + 1];

    static {
        for (int p = 0; p <= Logistic.ONE; p++) {
            BITS[p] = 16 - StrictMath.log(p) / StrictMath.log(2);
        }
    }

    private double bits;

    /** What a range coder would need, up to its last byte. */
    double bits() {
        return bits;
    }

    @Override
    public int bit(int bit, int zero) {
        bits += BITS[bit == 0 ? zero : Logistic.ONE - zero];
        return bit;
    }

    @Override
    public long bits(long value, int count) {
        bits += count;
        return value;
    }
}
