package org.epsilonet.api.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PerturbationBoundTest {
    @Test
    void boundsAreAtLeastTheExactValueAndHardlyMore() {
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 300; trial++) {
            int n = 1 + random.nextInt(200);
            double[] w = random.doubles(n, 0, 3).toArray();
            double[] delta = random.doubles(n, 0, 1e-3).toArray();
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal squares = BigDecimal.ZERO;
            for (int i = 0; i < n; i++) {
                BigDecimal term = new BigDecimal(w[i]).multiply(new BigDecimal(delta[i]));
                sum = sum.add(term);
                squares = squares.add(term.multiply(term));
            }
            double bound = PerturbationBound.sum(w).of(delta);
            assertTrue(new BigDecimal(bound).compareTo(sum) >= 0, "seed " + seed);
            // n roundings up, each at most 2^-52: 200 of them stay below 1e-12.
            assertEquals(sum.doubleValue(), bound, 1e-12 * bound);
            double root = PerturbationBound.rootSumOfSquares(w, 1).of(delta);
            assertTrue(new BigDecimal(root).pow(2).compareTo(squares) >= 0, "seed " + seed);
            assertEquals(Math.sqrt(squares.doubleValue()), root, 1e-12 * root);
        }
    }

    @Test
    void nothingMovedCostsNothing() {
        double[] w = {1, Double.POSITIVE_INFINITY};
        assertEquals(0, PerturbationBound.sum(w).of(new double[2]));
        assertEquals(0, PerturbationBound.rootSumOfSquares(w, 1).of(new double[2]));
        assertEquals(0, PerturbationBound.largest(w).of(new double[2]));
    }

    @Test
    void aProductThatUnderflowsIsNotNothing() {
        double[] tiny = {1e-200};
        assertTrue(PerturbationBound.sum(tiny).of(tiny) > 0);
        assertTrue(PerturbationBound.rootSumOfSquares(tiny, 1).of(tiny) > 0);
        assertTrue(PerturbationBound.largest(tiny).of(tiny) > 0);
    }

    @Test
    void overflowIsInfinite() {
        double[] w = {1e300, 1e300};
        double[] delta = {1e300, 1e300};
        assertEquals(Double.POSITIVE_INFINITY, PerturbationBound.sum(w).of(delta));
        assertEquals(
                Double.POSITIVE_INFINITY,
                PerturbationBound.rootSumOfSquares(w, 1).of(delta));
    }
}
