package org.epsilonet.comparator.entropy;

/**
 * The entropy of Lipschitz functions on an interval in the supremum norm.
 *
 * <p><b>Anchored</b>, \(f(0) = 0\) on \([0,T]\) with constant \(\lambda\): \(H(\varepsilon) = \lceil \lambda
 * T/\varepsilon\rceil - 1\) exactly. {@link DeltaCode} needs no more; slopes \(\pm\lambda\) on that many cells a little
 * longer than \(\varepsilon/\lambda\) are more than \(2\varepsilon\) apart at the end of the first cell where they differ.
 *
 * <p><b>Unanchored</b>, \(|f| \le B\) on [0, 1] with constant 1: the delta code after one of \(\lceil
 * B/\varepsilon\rceil\) starting values gives the upper bound. For the lower one, walks of \(n = \lceil 1/\varepsilon\rceil
 * - 1\) steps \(\pm\varepsilon'\) (\(\varepsilon'\) a little above \(\varepsilon\)) that stay in \([-B,B]\) and start on
 * levels of one parity are pairwise more than \(2\varepsilon\) apart; a transfer matrix counts them.
 *
 * @see <a href="https://doi.org/10.1007/978-94-017-2973-4_7">Kolmogorov, Tikhomirov: ε-entropy and ε-capacity of sets in
 *     functional spaces, 1959</a>
 * @see "docs/theory.md, F1"
 */
public final class LipschitzEntropy {
    /** Walks are counted up to this many additions; beyond, the largest eigenvalue bounds their number. */
    private static final double LARGEST_COUNT = 1e8;

    /** Numbers of steps are exact up to here. */
    private static final double LARGEST_STEPS = 0x1p50;

    private LipschitzEntropy() {}

    /**
     * The entropy of the anchored class, exactly.
     *
     * @param rise \(\lambda T > 0\), the most that a function can rise
     * @param epsilon \(\varepsilon > 0\)
     * @return \(\lceil \lambda T/\varepsilon\rceil - 1\), in bits
     */
    public static double anchored(double rise, double epsilon) {
        return Log2.ceilOfQuotient(rise, epsilon) - 1;
    }

    /**
     * An upper bound for the unanchored class on [0, 1] with constant 1, \(\log_2\lceil B/\varepsilon\rceil + \lceil
     * 1/\varepsilon\rceil\).
     *
     * @param bound \(B > 0\)
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded up
     */
    public static double upper(double bound, double epsilon) {
        if (epsilon >= bound) {
            return 0; // The ball around 0.
        }
        return new BitSum()
                .log2(1, Log2.ceilOfQuotient(bound, epsilon))
                .add(Log2.ceilOfQuotient(1, epsilon))
                .upper();
    }

    /**
     * A lower bound for the unanchored class on [0, 1] with constant 1: the logarithm of the number of walks. <b>Cost:</b>
     * \(O(B/\varepsilon^2)\), and for small \(\varepsilon\) constant, at a loss of less than a bit.
     *
     * @param bound \(B > 0\)
     * @param epsilon \(\varepsilon > 0\)
     * @return bits, rounded down
     */
    public static double lower(double bound, double epsilon) {
        double steps = Log2.ceilOfQuotient(1, epsilon) - 1;
        double levels = Log2.ceilOfQuotient(2 * bound, epsilon);
        if (levels < 2 || steps > LARGEST_STEPS) {
            return Math.max(0, anchoredIn(bound, epsilon));
        }
        return steps * levels <= LARGEST_COUNT ? counted((int) steps, (int) levels) : spectral(steps, levels);
    }

    /** Functions that vanish at 0 stay within \(B\) on the first \(B\) of the interval, and can be constant after. */
    private static double anchoredIn(double bound, double epsilon) {
        return anchored(Math.min(1, bound), epsilon);
    }

    private static double counted(int steps, int levels) {
        double best = 0;
        for (int parity = 0; parity < 2; parity++) {
            double[] walks = new double[levels + 2];
            for (int i = 1 + parity; i <= levels; i += 2) {
                walks[i] = 1;
            }
            double[] next = new double[levels + 2];
            double exponent = 0;
            for (int step = 0; step < steps; step++) {
                double largest = 0;
                for (int i = 1; i <= levels; i++) {
                    next[i] = walks[i - 1] + walks[i + 1];
                    largest = Math.max(largest, next[i]);
                }
                double[] swap = walks;
                walks = next;
                next = swap;
                if (largest > 0x1p900) {
                    for (int i = 1; i <= levels; i++) {
                        walks[i] *= 0x1p-900;
                    }
                    exponent += 900;
                }
            }
            double sum = 0;
            for (double w : walks) {
                sum += w;
            }
            // Every addition of positive numbers rounds once: relative 2^-53 for each step and each level.
            double rounding = (steps + levels) * 0x1p-52;
            double bits =
                    new BitSum().add(exponent).log2(1, sum * (1 - rounding)).lower();
            best = Math.max(best, bits);
        }
        return best;
    }

    /**
     * The path of \(K\) levels has the eigenvalue \(2\cos\frac\pi{K+1}\) with the eigenvector \(v_j =
     * \sin\frac{\pi j}{K+1} \le 1\): at least \(\lambda^n\sum v_j\) walks start on the levels of the sum, of which one
     * parity has half, \(\frac12\cot\frac\pi{2(K+1)}\).
     */
    private static double spectral(double steps, double levels) {
        double angle = Math.PI / (levels + 1);
        // 1 - 2 sin^2(angle/2), whose logarithm does not cancel.
        double sine = Math.sin(0.5 * angle);
        return new BitSum()
                .add(steps)
                .add(steps * Math.log1p(-2 * sine * sine) / Math.log(2))
                .log2(1, 0.5 / Math.tan(0.5 * angle))
                .lower();
    }
}
