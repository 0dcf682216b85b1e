package org.epsilonet.comparator.entropy;

/** Logarithms to base 2 of counts, factorials, binomials and volumes, to a few units in the last place. */
final class Log2 {
    private static final double LN2 = Math.log(2);

    /** From here on three terms of Stirling's series are exact to 1e-16. */
    private static final double STIRLING = 64;

    /** At least \(\log_2 64!\), by which the arguments below are shifted. */
    static final double FACTORIAL_SHIFT = 300;

    private Log2() {}

    static double of(double x) {
        return Math.log(x) / LN2;
    }

    /** \(\log_2\Gamma(x+1)\), \(x \ge 0\). */
    static double factorial(double x) {
        double shift = 0;
        double y = x;
        while (y < STIRLING) {
            y++;
            shift += of(y);
        }
        double inverse = 1 / y;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
        return (y * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI * y) + series) / LN2 - shift;
    }

    /**
     * The least integer that is at least \(a/b\), for positive doubles taken exactly: the rounded quotient may fall on an
     * integer that the true one exceeds.
     */
    static double ceilOfQuotient(double a, double b) {
        double k = Math.ceil(a / b);
        if (Math.fma(k, b, -a) < 0) {
            return k + 1;
        }
        return k >= 1 && Math.fma(k - 1, b, -a) >= 0 ? k - 1 : k;
    }
}
