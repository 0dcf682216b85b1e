package org.epsilonet.api.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.epsilonet.api.function.Formula;
import org.junit.jupiter.api.Test;

class SubsetsTest {
    /** Relative accuracy of the logarithms: Stirling's series with two terms, from 64 on. */
    private static final double ACCURACY = 1e-10;

    private static double log2(BigInteger x) {
        int shift = Math.max(0, x.bitLength() - 62);
        return shift + Math.log(x.shiftRight(shift).doubleValue()) / Math.log(2);
    }

    @Test
    void logarithmsAreThoseOfTheExactCounts() {
        for (int n : new int[] {1, 2, 10, 200, 1000}) {
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k <= n; k++) {
                BigInteger binomial = Subsets.binomial(n, k);
                sum = sum.add(binomial);
                assertEquals(log2(binomial), Subsets.log2Binomial(n, k), ACCURACY * n, n + " over " + k);
                double log2 = new Subsets(n, k).log2Count();
                assertEquals(log2(sum), log2, ACCURACY * n, n + " over at most " + k);
                // Up: at least the logarithm of the 62 leading digits, but for the rounding of that.
                assertTrue(log2 == n || log2 >= log2(sum) * (1 + 0x1p-45), n + " over at most " + k);
            }
            assertEquals(BigInteger.ONE.shiftLeft(n), sum);
        }
        assertEquals(10, new Subsets(10, 12).log2Count());
        assertEquals(0, new Subsets(0, 3).log2Count());
    }

    @Test
    void everySubsetHasItsRank() {
        Subsets subsets = new Subsets(9, 4);
        for (int size = 0; size <= 4; size++) {
            Set<Long> masks = new HashSet<>();
            for (int rank = 0; rank < Subsets.binomial(9, size).intValueExact(); rank++) {
                long[] chosen = subsets.unrank(size, BigInteger.valueOf(rank));
                long mask = 0;
                for (long element : chosen) {
                    mask |= 1L << element;
                }
                assertEquals(size, Long.bitCount(mask));
                assertTrue(mask < 1 << 9 && masks.add(mask), "subset " + mask + " twice or out of range");
                assertEquals(BigInteger.valueOf(rank), Subsets.rank(chosen));
            }
        }
    }

    @Test
    void ranksReachTheFinestLattices() {
        Subsets knots = new Subsets((1L << 52) - 1, 12);
        BigInteger last = Subsets.binomial(knots.elements(), 12).subtract(BigInteger.ONE);
        long[] chosen = knots.unrank(12, last);
        assertEquals(knots.elements() - 1, chosen[11]);
        assertEquals(last, Subsets.rank(chosen));
        assertArrayEquals(new long[] {0, 1, 2}, knots.unrank(3, BigInteger.ZERO));
    }

    @Test
    void numberingsAreOfferedWhileTheirNumbersAreShort() {
        Structure s = new GivenStructure(0, 1, Formula.of("zero", x -> 0));
        StructureNumbering numbering = new Subsets(5, 2)
                .numbering(2, 3, structure -> new long[] {1, 4}, chosen -> s)
                .orElseThrow();
        assertArrayEquals(new int[] {2, 5, 8}, numbering.sizes());
        assertEquals(BigInteger.valueOf(16), numbering.count());
        assertEquals(BigInteger.TEN, numbering.count(8));
        assertEquals(BigInteger.ZERO, numbering.count(6));
        assertEquals(BigInteger.valueOf(1 + 6), numbering.rankInSize(s));
        assertThrows(IllegalArgumentException.class, () -> numbering.unrankInSize(8, BigInteger.TEN));
        assertThrows(IllegalArgumentException.class, () -> numbering.unrank(BigInteger.valueOf(16)));
        assertThrows(IllegalArgumentException.class, () -> numbering.unrank(BigInteger.valueOf(-1)));
        assertTrue(new Subsets(1 << 22, 4096)
                .numbering(0, 1, x -> new long[0], c -> s)
                .isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Subsets(-1, 2));
    }
}
