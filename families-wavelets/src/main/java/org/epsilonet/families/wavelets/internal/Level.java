package org.epsilonet.families.wavelets.internal;

/**
 * One level of a wavelet transform on an interval: n numbers become {@code ceil(n/2)} low-pass and then {@code
 * floor(n/2)} high-pass coefficients. Immutable.
 */
interface Level {
    /** How many numbers are transformed. */
    int length();

    /** How many of them are low-pass coefficients. */
    default int lows() {
        return (length() + 1) / 2;
    }

    /**
     * Transforms in place.
     *
     * @param x holds the numbers from {@code offset} on
     * @param offset where they begin
     * @param scratch at least {@link #length} numbers of no matter which value
     */
    void analyze(double[] x, int offset, double[] scratch);

    /** The inverse of {@link #analyze}. */
    void synthesize(double[] x, int offset, double[] scratch);

    /**
     * The same treatment of both ends for another length of the same parity.
     *
     * @param length at least as long as the ends need
     */
    Level resized(int length);
}
