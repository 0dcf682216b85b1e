package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;

/**
 * One level with an orthonormal filter pair inside and {@link Edge boundary filters} at both ends: an orthogonal matrix.
 * Rows of the right end are stored as read from that end.
 */
record OrthonormalLevel(int length, double[] low, double[] high, Edge.Filters left, Edge.Filters right)
        implements Level {

    /** The shortest vector whose two boundary blocks do not meet. */
    static int shortest(int half) {
        return 4 * half - 1;
    }

    /** Where the interior filters start at the right end: the parity of the length decides. */
    static int rightStart(int length, int half) {
        return length % 2 == 0 ? half + 1 : half;
    }

    private int interior() {
        return (length - left.start() - right.start() - low.length) / 2 + 1;
    }

    @Override
    public void analyze(double[] x, int offset, double[] scratch) {
        int ends = left.low().length;
        int interior = interior();
        int highs = lows();
        for (int r = 0; r < ends; r++) {
            scratch[r] = fromLeft(left.low()[r], x, offset);
            scratch[highs - 1 - r] = fromRight(right.low()[r], x, offset + length - 1);
        }
        for (int r = 0; r < left.high().length; r++) {
            scratch[highs + r] = fromLeft(left.high()[r], x, offset);
        }
        for (int r = 0; r < right.high().length; r++) {
            scratch[length - 1 - r] = fromRight(right.high()[r], x, offset + length - 1);
        }
        convolve(low, high, x, offset + left.start(), scratch, ends, highs + left.high().length, interior);
        System.arraycopy(scratch, 0, x, offset, length);
    }

    @Override
    public void synthesize(double[] x, int offset, double[] scratch) {
        System.arraycopy(x, offset, scratch, 0, length);
        Arrays.fill(x, offset, offset + length, 0);
        int ends = left.low().length;
        int interior = interior();
        int highs = lows();
        for (int r = 0; r < ends; r++) {
            addLeft(scratch[r], left.low()[r], x, offset);
            addRight(scratch[highs - 1 - r], right.low()[r], x, offset + length - 1);
        }
        for (int r = 0; r < left.high().length; r++) {
            addLeft(scratch[highs + r], left.high()[r], x, offset);
        }
        for (int r = 0; r < right.high().length; r++) {
            addRight(scratch[length - 1 - r], right.high()[r], x, offset + length - 1);
        }
        convolveTransposed(low, high, scratch, ends, highs + left.high().length, x, offset + left.start(), interior);
    }

    /** Both filters at every second place. */
    private static void convolve(
            double[] low, double[] high, double[] x, int from, double[] y, int lowAt, int highAt, int count) {
        int taps = low.length;
        for (int k = 0; k < count; k++) {
            int at = from + 2 * k;
            double a = 0;
            double d = 0;
            for (int i = 0; i < taps; i++) {
                double value = x[at + i];
                a += low[i] * value;
                d += high[i] * value;
            }
            y[lowAt + k] = a;
            y[highAt + k] = d;
        }
    }

    /** Adds the transpose of {@link #convolve}. */
    private static void convolveTransposed(
            double[] low, double[] high, double[] y, int lowAt, int highAt, double[] x, int from, int count) {
        int taps = low.length;
        for (int k = 0; k < count; k++) {
            int at = from + 2 * k;
            double a = y[lowAt + k];
            double d = y[highAt + k];
            for (int i = 0; i < taps; i++) {
                x[at + i] += a * low[i] + d * high[i];
            }
        }
    }

    @Override
    public Level resized(int newLength) {
        return new OrthonormalLevel(newLength, low, high, left, right);
    }

    private static double fromLeft(double[] row, double[] x, int first) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += row[k] * x[first + k];
        }
        return sum;
    }

    private static double fromRight(double[] row, double[] x, int last) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += row[k] * x[last - k];
        }
        return sum;
    }

    private static void addLeft(double coefficient, double[] row, double[] x, int first) {
        for (int k = 0; k < row.length; k++) {
            x[first + k] += coefficient * row[k];
        }
    }

    private static void addRight(double coefficient, double[] row, double[] x, int last) {
        for (int k = 0; k < row.length; k++) {
            x[last - k] += coefficient * row[k];
        }
    }
}
