package org.epsilonet.comparator.catalogue;

/** Powers as definitions write them: no exponent 1, no factor with exponent 0, whole numbers without decimals. */
final class Powers {
    private Powers() {}

    /** A power of a term that needs no parentheses. */
    static String of(String base, double exponent) {
        return exponent == 1 ? base : base + "^" + number(exponent);
    }

    /** A sum over powers of coefficients weighted by \(2^{aj}\), as in {@code sum of (2^(1.5 j) |c_jk|)^2}. */
    static String weightedSum(double a, String coefficient, double exponent) {
        if (a == 0) {
            return "sum of " + of(coefficient, exponent);
        }
        String term = (a == 1 ? "2^j " : "2^(" + number(a) + " j) ") + coefficient;
        return "sum of " + (exponent == 1 ? term : of("(" + term + ")", exponent));
    }

    /** The fewest decimals. */
    static String number(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e9 ? String.valueOf((long) x) : String.valueOf(x);
    }
}
