package org.epsilonet.families.relu.kernel.internal;

/** Multiples of rows added to a row, by fused multiply-adds in order. */
public final class FloatRows {
    private FloatRows() {}

    /**
     * Adds four rows one after the other.
     *
     * @param to the row that grows
     * @param weights the four factors are those from {@code first} on
     * @param first index of the first factor
     * @param points how many entries
     */
    public static void add(
            float[] to, float[] weights, int first, float[] a, float[] b, float[] c, float[] d, int points) {
        float u = weights[first];
        float v = weights[first + 1];
        float w = weights[first + 2];
        float z = weights[first + 3];
        for (int p = 0; p < points; p++) {
            to[p] = Math.fma(d[p], z, Math.fma(c[p], w, Math.fma(b[p], v, Math.fma(a[p], u, to[p]))));
        }
    }

    /** Adds one row. */
    public static void add(float[] to, float weight, float[] row, int points) {
        for (int p = 0; p < points; p++) {
            to[p] = Math.fma(row[p], weight, to[p]);
        }
    }
}
