package org.epsilonet.api.family;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The subsets of at most {@code most} of {@code elements} things, counted and numbered: which atoms of a dictionary are
 * used, which points of a lattice are knots. There are \(\sum_{m\le k}\binom nm\).
 *
 * <p>Subsets of one size are numbered by the combinatorial number system: \(c_1 < \dots < c_m\) has the rank
 * \(\sum_i\binom{c_i}{i}\).
 *
 * @param elements \(n \ge 0\)
 * @param most \(k \ge 0\), possibly more than \(n\)
 * @see <a href="https://en.wikipedia.org/wiki/Combinatorial_number_system">Combinatorial number system (Lehmer 1964;
 *     Knuth, The Art of Computer Programming 4A, 7.2.1.3)</a>
 * @see "docs/theory.md, A7"
 */
public record Subsets(long elements, int most) {
    /** Sets of structures and code books with more bits than this are not numbered: their numbers are too long. */
    public static final int LARGEST_BITS = 4096;

    private static final double LOG_2 = StrictMath.log(2);
    private static final int STIRLING_FROM = 64;

    /**
     * Beyond the errors: of at most 64 logarithms, less than 2^-45 of their sum; of Stirling's series, whose next term is
     * negative, a few units; and beyond the middle, of a number below 2 in the exponent.
     */
    private static final double OUTWARD = 1 + 0x1p-43;

    /**
     * @throws IllegalArgumentException if a number is negative
     */
    public Subsets {
        if (elements < 0 || most < 0) {
            throw new IllegalArgumentException("needs numbers >= 0, were " + elements + " and " + most);
        }
    }

    /** \(\log_2\sum_{m\le k}\binom nm\), rounded up by a relative 2^-43, and at most \(n\), which it is for all subsets. */
    public double log2Count() {
        return Math.min(elements, log2Sum(elements, most) * OUTWARD);
    }

    /**
     * \(\log_2\binom nk\): a product for small \(k\), Stirling's series beyond; relative error below 1e-10.
     *
     * @param n from how many
     * @param k how many are chosen, in 0..n
     * @return the logarithm
     */
    public static double log2Binomial(long n, long k) {
        long m = Math.min(k, n - k);
        if (m < STIRLING_FROM) {
            double log = 0;
            for (long i = 0; i < m; i++) {
                log += StrictMath.log((double) (n - i) / (i + 1));
            }
            return log / LOG_2;
        }
        double a = m;
        double b = n - m;
        double entropy = a * StrictMath.log(n / a) - b * StrictMath.log1p(-a / n);
        double root = 0.5 * StrictMath.log(n / (2 * Math.PI * a * b));
        double correction = (1.0 / n - 1 / a - 1 / b) / 12
                - (StrictMath.pow(n, -3) - StrictMath.pow(a, -3) - StrictMath.pow(b, -3)) / 360;
        return (entropy + root + correction) / LOG_2;
    }

    /**
     * {@link #log2Binomial}, rounded up by more than its error: a bound.
     *
     * @param n from how many
     * @param k how many are chosen, in 0..n
     */
    public static double log2BinomialAbove(long n, long k) {
        return log2Binomial(n, k) * OUTWARD;
    }

    /** Beyond the middle as \(2^n\) minus the rest. */
    private static double log2Sum(long n, long k) {
        if (k >= n) {
            return n;
        }
        if (2 * k > n) {
            double rest = log2Sum(n, n - k - 1);
            return n + StrictMath.log1p(-StrictMath.exp((rest - n) * LOG_2)) / LOG_2;
        }
        double sum = 1;
        double term = 1;
        for (long i = k; i > 0 && term > 0x1p-60; i--) {
            term *= (double) i / (n - i + 1);
            sum += term;
        }
        return log2Binomial(n, k) + StrictMath.log(sum) / LOG_2;
    }

    /** The largest subset there is. */
    private int largest() {
        return (int) Math.min(elements, most);
    }

    /** \(\binom nk\), exactly. */
    static BigInteger binomial(long n, int k) {
        if (k > n) {
            return BigInteger.ZERO;
        }
        BigInteger product = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            product = product.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return product;
    }

    /** The rank of an increasing sequence among those of its length. */
    static BigInteger rank(long[] increasing) {
        BigInteger rank = BigInteger.ZERO;
        for (int i = 0; i < increasing.length; i++) {
            rank = rank.add(binomial(increasing[i], i + 1));
        }
        return rank;
    }

    /** The increasing sequence of a length and a rank. */
    long[] unrank(int size, BigInteger rank) {
        long[] increasing = new long[size];
        BigInteger left = rank;
        long above = elements;
        for (int i = size; i > 0; i--) {
            long low = i - 1L;
            long high = above;
            // binomial(low, i) <= left < binomial(high, i).
            while (high - low > 1) {
                long middle = (low + high) >>> 1;
                if (binomial(middle, i).compareTo(left) <= 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            increasing[i - 1] = low;
            left = left.subtract(binomial(low, i));
            above = low;
        }
        return increasing;
    }

    /**
     * A numbering of structures that are subsets.
     *
     * @param sizeOfEmpty the number of parameters of the empty subset
     * @param sizePerElement how many parameters come with each element, at least 1
     * @param chosen the elements that a structure has chosen, increasing, in {@code 0..elements-1}; throws
     *     {@link IllegalArgumentException} if it is a structure of another kind
     * @param structure the structure of chosen elements
     * @return the numbering; empty if there are more than 2^{@value #LARGEST_BITS} structures
     */
    public Optional<StructureNumbering> numbering(
            int sizeOfEmpty,
            int sizePerElement,
            Function<Structure, long[]> chosen,
            Function<long[], Structure> structure) {
        if (log2Count() > LARGEST_BITS) {
            return Optional.empty();
        }
        BigInteger[] counts = new BigInteger[largest() + 1];
        counts[0] = BigInteger.ONE;
        for (int m = 1; m < counts.length; m++) {
            counts[m] =
                    counts[m - 1].multiply(BigInteger.valueOf(elements - m + 1)).divide(BigInteger.valueOf(m));
        }
        return Optional.of(new StructureNumbering() {
            @Override
            public int[] sizes() {
                int[] sizes = new int[counts.length];
                Arrays.setAll(sizes, m -> sizeOfEmpty + m * sizePerElement);
                return sizes;
            }

            @Override
            public BigInteger count(int size) {
                int m = (size - sizeOfEmpty) / sizePerElement;
                boolean exists = size >= sizeOfEmpty && m < counts.length && m * sizePerElement + sizeOfEmpty == size;
                return exists ? counts[m] : BigInteger.ZERO;
            }

            @Override
            public BigInteger rankInSize(Structure s) {
                long[] increasing = chosen.apply(s);
                long previous = -1;
                for (long element : increasing) {
                    if (element <= previous || element >= elements) {
                        throw new IllegalArgumentException("not a subset of " + elements + " elements");
                    }
                    previous = element;
                }
                if (increasing.length >= counts.length) {
                    throw new IllegalArgumentException(
                            increasing.length + " elements are chosen, at most " + (counts.length - 1) + " may be");
                }
                return Subsets.rank(increasing);
            }

            @Override
            public Structure unrankInSize(int size, BigInteger rank) {
                if (rank.signum() < 0 || rank.compareTo(count(size)) >= 0) {
                    throw new IllegalArgumentException(
                            "there are " + count(size) + " structures with " + size + " parameters, no number " + rank);
                }
                return structure.apply(Subsets.this.unrank((size - sizeOfEmpty) / sizePerElement, rank));
            }
        });
    }
}
