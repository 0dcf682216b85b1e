package org.epsilonet.comparator.catalogue;

/** Independent random signs, drawn once by {@link Hash#sign} and kept as bits: one for each cell of a level. */
final class Signs {
    private final long[] bits;

    /**
     * @param seed of the draw
     * @param stream signs of different streams are independent
     * @param count how many
     */
    Signs(long seed, int stream, int count) {
        this.bits = new long[(count + Long.SIZE - 1) / Long.SIZE];
        for (int k = 0; k < count; k++) {
            if (Hash.sign(seed, stream, k) < 0) {
                bits[k / Long.SIZE] |= 1L << k;
            }
        }
    }

    /** The value times sign k; without a branch, which no processor could predict. */
    double times(double value, int k) {
        long bit = bits[k / Long.SIZE] << ~k & Long.MIN_VALUE;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ bit);
    }
}
