package org.epsilonet.families.splines.internal;

import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Codes inner knots on a lattice of \(R\) steps, at most \(T\) with repetitions, each repeated at most \(k+1\) times: the
 * number of distinct ones, then the lengths between them and the multiplicities. A length \(2^z(2m+1)\) is coded as \(z\)
 * and \(m\), as in {@link KnotCode}.
 *
 * @param lattice the lattice, of one dimension
 * @param degree the degree \(k\)
 * @param knots the largest number of inner knots \(T\)
 */
public record MultipleKnotCode(Lattice lattice, int degree, int knots) {
    private static final int TWOS = 0;
    private static final int ODD_PART = 1;
    private static final int MULTIPLICITY = 2;

    /** Beyond two logarithms, a quotient and a product. */
    private static final double OUTWARD = 1 + 0x1p-49;

    private int mostDistinct() {
        return (int) Math.min(knots, lattice.resolution(0) - 1);
    }

    /** Writes the knots. */
    public void write(FreeKnots knotsOfSpline, SymbolSink sink) {
        int distinct = knotsOfSpline.intervals() - 1;
        sink.uniform(distinct, mostDistinct() + 1L);
        for (int i = 1; i <= distinct; i++) {
            long length = knotsOfSpline.end(i) - knotsOfSpline.end(i - 1);
            int twos = Long.numberOfTrailingZeros(length);
            sink.adaptive(TWOS, twos, Long.SIZE);
            sink.integer(ODD_PART, length >>> (twos + 1));
            sink.adaptive(MULTIPLICITY, knotsOfSpline.multiplicity(i) - 1, degree + 1);
        }
    }

    /** Reads them back. */
    public FreeKnots read(SymbolSource source) throws CorruptCodeException {
        int distinct = (int) source.uniform(mostDistinct() + 1L);
        long[] ends = new long[distinct + 2];
        int[] multiplicities = new int[distinct + 2];
        long resolution = lattice.resolution(0);
        ends[distinct + 1] = resolution;
        int total = 0;
        for (int i = 1; i <= distinct; i++) {
            int twos = source.adaptive(TWOS, Long.SIZE);
            long half = source.integer(ODD_PART);
            long room = resolution - ends[i - 1] - (distinct + 1 - i);
            // Compared before it is shifted: length = (2 half + 1) 2^twos may not overflow.
            if (half > resolution || twos >= Long.SIZE - 1 || 2 * half + 1 > room >> twos) {
                throw new CorruptCodeException("a knot is beyond the next one");
            }
            ends[i] = ends[i - 1] + ((2 * half + 1) << twos);
            multiplicities[i] = source.adaptive(MULTIPLICITY, degree + 1) + 1;
            total += multiplicities[i];
            if (total + distinct - i > knots) {
                throw new CorruptCodeException("there are more than " + knots + " knots");
            }
        }
        return new FreeKnots(lattice, degree, ends, multiplicities);
    }

    /**
     * \(\log_2\) of the number of multisets of at most \(T\) of \(R-1\) points, \(\binom{R-1+T}{T}\), or of \((k+2)^{R-1}\)
     * if that is less, rounded up. An upper bound: it also counts multiplicities above \(k+1\), which are rare where
     * \(T \ll R\).
     */
    public double log2Count() {
        long points = lattice.resolution(0) - 1;
        double multisets = Subsets.log2BinomialAbove(points + knots, knots);
        return Math.min(multisets, points * (Math.log(degree + 2) / Math.log(2)) * OUTWARD);
    }
}
