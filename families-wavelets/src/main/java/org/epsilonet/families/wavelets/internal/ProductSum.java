package org.epsilonet.families.wavelets.internal;

import org.apache.commons.numbers.core.DD;

/**
 * A sum of products in double-double arithmetic: the operations of {@link DD}, in their order, and so its bits, but without a new
 * object for each of them. Where the boundary filters of a level are made that is most of the work.
 *
 * @see <a href="https://doi.org/10.1007/BF01397083">Dekker, A floating-point technique for extending the available
 *     precision, 1971</a>
 */
final class ProductSum {
    /** Splits a double into halves of 26 bits. */
    private static final double SPLITTER = 0x1p27 + 1;

    private double high;
    private double low;

    /** A sum that begins with a number. */
    ProductSum(DD first) {
        this.high = first.hi();
        this.low = first.lo();
    }

    /** Adds {@code a b}: {@code this.add(a.multiply(b))}. */
    void add(DD a, DD b) {
        add(a, b, 1);
    }

    /** Subtracts {@code a b}: {@code this.subtract(a.multiply(b))}. */
    void subtract(DD a, DD b) {
        add(a, b, -1);
    }

    private void add(DD a, DD b, double sign) {
        double product = a.hi() * b.hi();
        double rest = lost(a.hi(), b.hi(), product) + (a.hi() * b.lo() + a.lo() * b.hi());
        double y = product + rest;
        double yLow = sign * (rest - (y - product));
        y *= sign;
        double sum = high + y;
        double sumLow = lostInSum(high, y, sum);
        double lows = low + yLow;
        double lowsLow = lostInSum(low, yLow, lows);
        double carried = sumLow + lows;
        double next = sum + carried;
        double last = carried - (next - sum) + lowsLow;
        high = next + last;
        low = last - (high - next);
    }

    /** The sum so far. */
    DD value() {
        return DD.ofSum(high, low);
    }

    /** Knuth: what \(x + y\) has lost to rounding. */
    private static double lostInSum(double x, double y, double sum) {
        double yRounded = sum - x;
        return x - (sum - yRounded) + (y - yRounded);
    }

    /** Dekker: what \(xy\) has lost to rounding. */
    private static double lost(double x, double y, double product) {
        double xHead = head(x);
        double xTail = x - xHead;
        double yHead = head(y);
        double yTail = y - yHead;
        return xTail * yTail - (product - xHead * yHead - xTail * yHead - xHead * yTail);
    }

    private static double head(double x) {
        double far = SPLITTER * x;
        return far - (far - x);
    }
}
