package org.epsilonet.codec.internal;

/** Measures a code without writing it: the sum of \(-\log_2 p\) over its decisions, and its raw bits. */
final class CodeMeter implements TwoWayCoder {
    private double bits;

    /** What a range coder would need, up to its last byte. */
    double bits() {
        return bits;
    }

    @Override
    public int bit(int bit, int zero) {
        double p = bit == 0 ? zero : Logistic.ONE - zero;
        bits -= Math.log(p / Logistic.ONE) / Math.log(2);
        return bit;
    }

    @Override
    public long bits(long value, int count) {
        bits += count;
        return value;
    }
}
