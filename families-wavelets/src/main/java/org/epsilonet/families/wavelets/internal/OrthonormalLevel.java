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
    public void analyze(double[] x, int at, double[] a, int lowAt, double[] d, int highAt) {
        int interior = interior();
        int last = at + length - 1;
        for (int r = 0; r < left.low().length; r++) {
            a[lowAt + r] = fromLeft(left.low()[r], x, at);
            a[lowAt + lows() - 1 - r] = fromRight(right.low()[r], x, last);
        }
        for (int r = 0; r < left.high().length; r++) {
            d[highAt + r] = fromLeft(left.high()[r], x, at);
        }
        for (int r = 0; r < right.high().length; r++) {
            d[highAt + length - lows() - 1 - r] = fromRight(right.high()[r], x, last);
        }
        Polyphase.analyze(
                low,
                high,
                x,
                at + left.start(),
                a,
                lowAt + left.low().length,
                d,
                highAt + left.high().length,
                interior);
    }

    /** Numbers near the ends are sums of boundary and interior rows, in this order; those between of interior rows. */
    @Override
    public void synthesize(double[] a, int lowAt, double[] d, int highAt, double[] x, int at) {
        int interior = interior();
        int ends = left.low().length;
        int half = low.length / 2;
        int last = at + length - 1;
        int start = at + left.start();
        // Behind it and before it no boundary row reaches, if there are so many interior ones.
        boolean apart = interior >= half;
        int leftEnd = apart ? start + 2 * half - 2 : at + length;
        int rightBegin = apart ? start + 2 * interior : at + length;
        Arrays.fill(x, at, leftEnd, 0);
        Arrays.fill(x, rightBegin, at + length, 0);
        for (int r = 0; r < ends; r++) {
            addLeft(a[lowAt + r], left.low()[r], x, at);
            addRight(a[lowAt + lows() - 1 - r], right.low()[r], x, last);
        }
        for (int r = 0; r < left.high().length; r++) {
            addLeft(d[highAt + r], left.high()[r], x, at);
        }
        for (int r = 0; r < right.high().length; r++) {
            addRight(d[highAt + length - lows() - 1 - r], right.high()[r], x, last);
        }
        int aFrom = lowAt + ends;
        int dFrom = highAt + left.high().length;
        for (int k = 0; k < (apart ? half - 1 : interior); k++) {
            addInterior(a[aFrom + k], d[dFrom + k], x, start + 2 * k, at, leftEnd);
        }
        if (apart) {
            for (int k = interior - half + 1; k < interior; k++) {
                addInterior(a[aFrom + k], d[dFrom + k], x, start + 2 * k, rightBegin, at + length);
            }
            Polyphase.synthesize(low, high, a, aFrom, d, dFrom, x, start, interior);
        }
    }

    /** Adds one low-pass and one high-pass row between two places. */
    private void addInterior(double a, double d, double[] x, int first, int begin, int end) {
        for (int i = Math.max(0, begin - first); i < Math.min(low.length, end - first); i++) {
            x[first + i] += a * low[i] + d * high[i];
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
