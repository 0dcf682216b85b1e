package org.epsilonet.comparator.entropy;

/**
 * A sum of logarithms, rounded outward: every term (a few roundings, each of relative size 2^-53) and every addition may be
 * off by a little, and the slack adds all of that up.
 */
final class BitSum {
    private double sum;
    private double magnitude;
    private double terms = 16;

    /** Adds {@code count} times the logarithm to base 2 of a positive number. */
    BitSum log2(double count, double x) {
        return add(count * Log2.of(x));
    }

    /** Adds a number of bits that is itself computed with a few roundings. */
    BitSum add(double bits) {
        sum += bits;
        magnitude += Math.abs(bits);
        terms++;
        return this;
    }

    /**
     * Adds {@code count} times \(\log_2\Gamma(x+1)\). That is a difference of larger numbers, and sums of several cancel (a
     * binomial is far smaller than its factorials): the slack is that of what was added on the way.
     */
    BitSum factorial(double count, double x) {
        magnitude += Math.abs(count) * Log2.FACTORIAL_SHIFT;
        return add(count * Log2.factorial(x));
    }

    /** Adds {@code sign} times \(\log_2\binom nk\). */
    BitSum binomial(double sign, double n, double k) {
        return factorial(sign, n).factorial(-sign, k).factorial(-sign, n - k);
    }

    /** At most the true sum, and at least 0: a number of bits. */
    double lower() {
        return Math.max(0, sum - slack());
    }

    /** At least the true sum. */
    double upper() {
        return sum + slack();
    }

    private double slack() {
        return (1 + magnitude) * terms * 0x1p-51;
    }
}
