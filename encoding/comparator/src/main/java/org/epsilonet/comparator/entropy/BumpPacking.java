package org.epsilonet.comparator.entropy;

import java.util.function.LongToDoubleFunction;
import org.epsilonet.api.function.LpNorm;

/**
 * Lower bounds from bumps with random signs. Of \(m\) bumps with disjoint supports of equal measure each has one of two
 * shapes; two choices that differ at \(d\) of the \(m\) places are \(A_m(d/m)^{1/p}\) apart in \(L^p\), and \(A_m\) apart
 * in the supremum norm. A class with more than \(2^b\) elements pairwise more than \(2\varepsilon\) apart has entropy at
 * least \(b\): no ball of radius \(\varepsilon\) holds two of them.
 *
 * <p>Gilbert's argument gives \(2^m/\sum_{i<d}\binom mi\) choices that differ pairwise at \(d\) places or more; for \(d =
 * m/4\) about \(2^{0.189m}\).
 *
 * @see <a href="https://doi.org/10.1002/j.1538-7305.1952.tb01393.x">Gilbert: A comparison of signalling alphabets,
 *     1952</a>
 * @see "docs/theory.md, F4"
 */
public final class BumpPacking {
    private static final double LARGEST = 0x1p50;
    private static final double RATIO = 1.01;
    private static final double NEGLIGIBLE = 0x1p-70;

    private BumpPacking() {}

    /**
     * Gilbert's bound on binary codes.
     *
     * @param m the length, {@code >= 1}
     * @param d the least distance, 1..m
     * @return \(m - \log_2\sum_{i<d}\binom mi\), rounded down, at least 0
     * @throws IllegalArgumentException if the distance is not in 1..m
     */
    public static double gilbert(double m, double d) {
        if (!(d >= 1 && d <= m)) {
            throw new IllegalArgumentException("the distance must be in 1.." + m + ", was " + d);
        }
        if (d > m / 2) {
            return 0; // Not zero in truth, but too few to matter.
        }
        double term = 1;
        double sum = 1;
        double i = d - 1;
        // Below half of m the terms fall by i/(m-i+1) < 1 each, so those left out are less than i times the last.
        while (i > 0 && term > NEGLIGIBLE * sum / (i + 1)) {
            term *= i / (m - i + 1);
            sum += term;
            i--;
        }
        sum = (sum + i * term) * (1 + (d - i + 1) * 0x1p-50);
        return new BitSum().add(m).binomial(-1, m, d - 1).log2(-1, sum).lower();
    }

    /**
     * The largest of Gilbert's bounds over the number of bumps. <b>Cost:</b> some thousand numbers are tried, one per cent
     * apart; in the supremum norm the largest is found exactly.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param norm the norm
     * @param amplitude \(A_m\) for {@code m >= 1}, rounded down; in the supremum norm not increasing
     * @return a lower bound of the entropy, in bits
     */
    public static double lower(double epsilon, LpNorm norm, LongToDoubleFunction amplitude) {
        if (norm.isSup()) {
            return most(epsilon, amplitude);
        }
        double best = 0;
        for (double size = 1; size < LARGEST; size = Math.max(size + 1, Math.floor(size * RATIO))) {
            double share = 2 * epsilon / amplitude.applyAsDouble((long) size);
            double d = Math.floor(size * Math.pow(share, norm.p()) * (1 + 0x1p-40)) + 1;
            if (d == 1 || d <= size / 2) {
                best = Math.max(best, d == 1 ? size : gilbert(size, d));
            }
        }
        return best;
    }

    /**
     * The same on the cube: the bumps sit on \(n \le m^d\) of \(m^d\) equal cubes, \(m\) the least that allows for them.
     *
     * @param dimension \(d \ge 1\)
     * @param epsilon \(\varepsilon > 0\)
     * @param norm the norm
     * @param amplitude \(A_m\) of cubes of side \(1/m\), rounded down, not increasing: what one choice costs in the mean of
     *     the norm over its cube
     * @return a lower bound of the entropy, in bits
     */
    public static double onCubes(int dimension, double epsilon, LpNorm norm, LongToDoubleFunction amplitude) {
        return lower(epsilon, norm, n -> {
            long m = side(n, dimension);
            double share = norm.isSup() ? 1 : Math.pow(n / Math.pow(m, dimension), 1 / norm.p());
            return amplitude.applyAsDouble(m) * share * (1 - 0x1p-50);
        });
    }

    /** The least \(m\) with \(m^d \ge n\); powers below 2^53 are exact. */
    private static long side(long n, int dimension) {
        long m = Math.max(1, (long) Math.pow(n, 1.0 / dimension) - 1);
        while (Math.pow(m, dimension) < n) {
            m++;
        }
        return m;
    }

    /** The largest number of bumps whose amplitude exceeds \(2\varepsilon\). */
    static double most(double epsilon, LongToDoubleFunction amplitude) {
        long reached = 0;
        long missed = (long) LARGEST;
        while (missed - reached > 1) {
            long middle = (reached + missed) >>> 1;
            if (amplitude.applyAsDouble(middle) > 2 * epsilon) {
                reached = middle;
            } else {
                missed = middle;
            }
        }
        return reached;
    }
}
