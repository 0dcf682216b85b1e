package org.epsilonet.families.wavelets.internal;

/**
 * One level of a wavelet transform on an interval: n numbers become {@code ceil(n/2)} low-pass and {@code floor(n/2)}
 * high-pass coefficients. Immutable.
 */
interface Level {
    /** How many numbers are transformed. */
    int length();

    /** How many of them are low-pass coefficients. */
    default int lows() {
        return (length() + 1) / 2;
    }

    /**
     * Transforms from one array into others; the coefficients may be stretches of one array.
     *
     * @param x holds the numbers
     * @param at where they begin
     * @param low takes the low-pass coefficients
     * @param lowAt where they begin
     * @param high takes the high-pass coefficients
     * @param highAt where they begin
     */
    void analyze(double[] x, int at, double[] low, int lowAt, double[] high, int highAt);

    /** The inverse of {@link #analyze}: the coefficients are read, the numbers written, to another array. */
    void synthesize(double[] low, int lowAt, double[] high, int highAt, double[] x, int at);

    /**
     * Transforms in place, low-pass coefficients first.
     *
     * @param x holds the numbers from {@code offset} on
     * @param offset where they begin
     * @param scratch at least {@link #length} numbers of no matter which value
     */
    default void analyze(double[] x, int offset, double[] scratch) {
        analyze(x, offset, scratch, 0, scratch, lows());
        System.arraycopy(scratch, 0, x, offset, length());
    }

    /** The inverse of {@link #analyze} in place. */
    default void synthesize(double[] x, int offset, double[] scratch) {
        System.arraycopy(x, offset, scratch, 0, length());
        synthesize(scratch, 0, scratch, lows(), x, offset);
    }

    /**
     * The same treatment of both ends for another length of the same parity.
     *
     * @param length at least as long as the ends need
     */
    Level resized(int length);
}
