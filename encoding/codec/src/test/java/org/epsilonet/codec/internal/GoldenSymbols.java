package org.epsilonet.codec.internal;

/** A fixed sequence of symbols of every kind. */
public final class GoldenSymbols {
    /** Its code in format version 1. */
    public static final String BYTES = "";

    private GoldenSymbols() {}

    /** The sequence as it is coded now. */
    public static byte[] coded() {
        RangeEncoder coder = new RangeEncoder();
        for (int i = 0; i < 40; i++) {
            coder.adaptive(i % 3, i * i % 7, 7);
            coder.uniform(i * 1_000_003L, 1L << 40);
            coder.bits(i, 6);
            coder.integer(9, 1L << i);
        }
        coder.startAfresh();
        coder.adaptive(0, 200, 256);
        return coder.finish();
    }
}
