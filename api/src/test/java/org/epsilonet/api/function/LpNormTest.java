package org.epsilonet.api.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LpNormTest {
    @Test
    void theRootMeanSquareOfThreeAndFour() {
        assertEquals(Math.sqrt(12.5), LpNorm.L2.of(new double[] {3, -4}), 1e-15);
        assertEquals(3.5, LpNorm.L1.of(new double[] {3, -4}));
        assertEquals(4, LpNorm.SUP.of(new double[] {3, -4}));
    }

    @Test
    void normsIncreaseWithP() {
        long seed = 5;
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 200; trial++) {
            double[] v = random.doubles(1 + random.nextInt(50), -1, 1).toArray();
            double previous = 0;
            for (double p : new double[] {1, 1.5, 2, 4, 64, Double.POSITIVE_INFINITY}) {
                double norm = new LpNorm(p).of(v);
                // Rounding of a mean of 50 terms and of pow: a few ulps.
                assertTrue(norm >= previous * (1 - 1e-13), "seed " + seed + ", trial " + trial + ", p " + p);
                previous = norm;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-320, 1e-200, 1, 1e200, 1e308})
    void neitherOverflowsNorVanishes(double scale) {
        double norm = LpNorm.L2.of(new double[] {scale, scale, scale});
        // The mean of three equal squares is the square up to rounding; denormals carry few digits.
        assertEquals(scale, norm, Math.max(1e-14 * scale, Double.MIN_VALUE));
    }

    @Test
    void largePowersDoNotOverflow() {
        assertEquals(
                1.9 * Math.pow(0.5, 1.0 / 2000), new LpNorm(2000).of(new double[] {1.9, 0.1}), 1.9 * LpNorm.ACCURACY);
        // One unit in the last place is all that a subnormal number has.
        assertEquals(1e-320, new LpNorm(100).of(new double[] {1e-320}), Double.MIN_VALUE);
    }

    @Test
    void infinityAndNanAreNotHidden() {
        assertEquals(Double.POSITIVE_INFINITY, LpNorm.L2.of(new double[] {1, Double.NEGATIVE_INFINITY}));
        assertTrue(Double.isNaN(LpNorm.L2.of(new double[] {1, Double.NaN})));
        assertTrue(Double.isNaN(LpNorm.SUP.of(new double[] {Double.NaN, 1})));
    }

    @Test
    void namesComeBack() {
        for (String name : new String[] {"l1", "l2", "sup", "l4.5", "l3"}) {
            assertEquals(name, LpNorm.named(name).toString());
        }
        for (double p : new double[] {Math.PI, 1e10, 1.0 / 3 + 1, 123456789}) {
            assertEquals(p, LpNorm.named(new LpNorm(p).toString()).p());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "l", "l0.5", "p2", "l-2", "l2x", "linfinity", "lNaN"})
    void otherNamesAreRefusedWithTheAllowedOnes(String name) {
        String message = assertThrows(IllegalArgumentException.class, () -> LpNorm.named(name))
                .getMessage();
        assertTrue(message.contains("'" + name + "'") && message.contains("l2, sup"), message);
    }

    @Test
    void anExponentBelowOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LpNorm(0.5));
        assertThrows(IllegalArgumentException.class, () -> new LpNorm(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> LpNorm.L2.of(new double[0]));
    }

    /** Two entries of 31 are off by the least double: no norm of that is nothing, and one that is a double stays as it is. */
    @Test
    void subnormalNormsAreRoundedUp() {
        double least = Double.MIN_VALUE;
        double[] values = new double[31];
        values[0] = least;
        values[30] = -least;
        assertEquals(least, LpNorm.L2.of(values));
        assertEquals(least, LpNorm.L1.of(values));
        assertEquals(least, new LpNorm(4).of(values));
        assertEquals(least, LpNorm.SUP.of(values));
        // The root of 5/2 is 1.58: rounded to nearest it would be 2 too, that of 5 / 4, 1.12, would be 1.
        assertEquals(2 * least, LpNorm.L2.of(new double[] {2 * least, least, 0, 0}));
        assertEquals(3 * least, LpNorm.L2.of(new double[] {3 * least, 3 * least}));
        assertEquals(3 * least, LpNorm.L1.of(new double[] {2 * least, 4 * least}));
    }
}
