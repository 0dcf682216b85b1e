package org.epsilonet.families.relu.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.epsilonet.families.relu.AffineMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixNormsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void normsAreRoundedUpAndTight(long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(20);
        int columns = 1 + random.nextInt(20);
        double scale = Math.scalb(1.0, new int[] {0, -1060, 900, -500, 1010, 3}[(int) seed - 1]);
        AffineMap map = AffineMap.of(
                random.doubles((long) rows * columns, -scale, scale)
                        .map(w -> random.nextInt(3) == 0 ? 0 : w)
                        .toArray(),
                columns,
                new double[rows]);
        BigDecimal[] byRow = zeros(rows);
        BigDecimal[] byColumn = zeros(columns);
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                BigDecimal w = new BigDecimal(map.weight(i, j)).abs();
                byRow[i] = byRow[i].add(w);
                byColumn[j] = byColumn[j].add(w);
                squares = squares.add(w.multiply(w));
            }
        }
        MatrixNorms norms = MatrixNorms.of(map);
        BigDecimal inf = Arrays.stream(byRow).reduce(BigDecimal::max).orElseThrow();
        BigDecimal one = Arrays.stream(byColumn).reduce(BigDecimal::max).orElseThrow();
        assertJustAbove(inf, norms.norm(Exponent.INFINITY), columns, seed);
        assertJustAbove(one, norms.norm(Exponent.ONE), rows, seed);
        MathContext digits = new MathContext(40);
        BigDecimal two = squares.sqrt(digits).min(one.multiply(inf).sqrt(digits));
        assertJustAbove(two, norms.norm(Exponent.TWO), 4 * rows * columns + 4, seed);
    }

    /**
     * Above the exact value, by at most the slack for the roundings and as much that was lost to them, or, near zero, the
     * smallest normal numbers.
     */
    private static void assertJustAbove(BigDecimal exact, double bound, int operations, long seed) {
        assertTrue(new BigDecimal(bound).compareTo(exact) >= 0, () -> "seed " + seed + ": " + bound + " < " + exact);
        double slack = exact.doubleValue() * 2 * (operations + 3) * 0x1p-52 + 8 * Double.MIN_NORMAL;
        assertTrue(bound - exact.doubleValue() <= slack, () -> "seed " + seed + ": " + bound + " >> " + exact);
    }

    private static BigDecimal[] zeros(int n) {
        BigDecimal[] zeros = new BigDecimal[n];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    @Test
    void normsOverflowToInfinity() {
        double big = Double.MAX_VALUE;
        MatrixNorms norms = MatrixNorms.of(AffineMap.of(new double[][] {{big, big}}, new double[] {0}));
        assertEquals(Double.POSITIVE_INFINITY, norms.norm(Exponent.INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, norms.norm(Exponent.TWO));
        MatrixNorms zero = MatrixNorms.of(AffineMap.of(new double[][] {{0, -0.0}}, new double[] {9}));
        for (Exponent q : Exponent.values()) {
            assertEquals(0, zero.norm(q));
        }
    }
}
