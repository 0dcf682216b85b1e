package org.epsilonet.comparator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedEstimatorTest {
    private static final double FLOOR = 1e-13;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 1, 1.5, 2, 4, 6})
    void exactPowerLawGivesItsExponent(double gamma) {
        SpeedEstimate speed = estimate(m -> 3 * Math.pow(m, -gamma), 16, 4096);
        assertEquals(gamma, speed.estimate(), 1e-9);
        assertEquals(speed.low(), speed.high(), 1e-6);
    }

    @Test
    void theWholeCurveIsUsedWhenItIsAsymptotic() {
        SpeedEstimate speed = estimate(m -> 1.0 / m, 16, 4096);
        assertEquals(16, speed.firstBudgetUsed());
        assertEquals(4096, speed.lastBudgetUsed());
    }

    /** The 95 % interval holds the exponent about 95 times in 100: 0.05 * 400 = 20 misses, standard deviation 4.4. */
    @Test
    void intervalCoversTheExponentOfNoisyPowerLaws() {
        int misses = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            SpeedEstimate speed = estimate(m -> Math.pow(m, -1) * Math.exp(0.05 * random.nextGaussian()), 16, 4096);
            misses += speed.low() <= 1 && 1 <= speed.high() ? 0 : 1;
            assertEquals(1, speed.estimate(), 0.15, "seed " + seed);
        }
        assertTrue(misses <= 36, "interval missed " + misses + " of 400");
    }

    /** A correction like M^(-1/2), as of best terms on a sparse and dense sum: the leading budgets are dropped. */
    @Test
    void leadingBudgetsAreDroppedWhileTheSlopeDrifts() {
        SpeedEstimate speed = estimate(m -> 1.0 / m + 20 * Math.exp(-m / 16.0), 16, 4096);
        assertTrue(speed.firstBudgetUsed() >= 128, speed.toString());
        assertEquals(1, speed.estimate(), 0.02);
        assertTrue(speed.low() <= 1.001 && speed.high() >= 0.999, speed.toString());
    }

    /** With (ln M)/M the local slope is 1 - 1/ln M, 0.85 at M = 1000: the interval reaches beyond by the drift only. */
    @Test
    void aLogarithmLowersTheSlopeAndWidensTheInterval() {
        SpeedEstimate speed = estimate(m -> Math.log(m) / m, 16, 4096);
        assertEquals(1 - 1 / Math.log(1024), speed.estimate(), 0.05);
        assertTrue(speed.high() > speed.estimate(), speed.toString());
    }

    @Test
    void exponentialDecayIsInfiniteSpeed() {
        assertTrue(estimate(m -> Math.exp(-m / 4.0), 4, 512).isInfinite());
        assertTrue(estimate(m -> Math.pow(2, -m / 14.0), 16, 4096).isInfinite());
        assertTrue(estimate(m -> Math.exp(-Math.sqrt(m)), 4, 1024).isInfinite());
        assertTrue(estimate(m -> Math.exp(-m / 100.0), 16, 1024).isInfinite(), "before the floor is reached");
    }

    /** With all budgets above rounding, or two of them, or one. */
    @ParameterizedTest
    @ValueSource(
            doubles = {1.05, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.75, 1.8, 1.85, 1.9, 1.95, 2, 2.2, 2.5, 3, 3.5, 4})
    void everyExponentialIsInfiniteSpeed(double base) {
        for (double rounding : new double[] {0, 1e-16, 1e-15}) {
            SpeedEstimate speed = estimate(m -> 0.3 * Math.pow(base, -m) + rounding, 16, 4096);
            assertTrue(speed.isInfinite(), speed + " with rounding " + rounding);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 3, 3.5, 3.9, 4, 4.1})
    void rootExponentialDecayIsInfiniteSpeed(double c) {
        SpeedEstimate speed = estimate(m -> Math.exp(-c * Math.sqrt(m)), 16, 4096);
        assertTrue(speed.isInfinite(), speed.toString());
    }

    /** Whatever the constant, and whether a few or no budgets are left above rounding. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noPowerIsInfiniteSpeed(double gamma) {
        for (double c = 0.5; c < 1e5; c *= 2) {
            for (double rounding : new double[] {0, 1e-16, 1e-15}) {
                double constant = c;
                SpeedEstimate speed = estimate(m -> constant * Math.pow(m, -gamma) + rounding, 16, 4096);
                assertFalse(speed.isInfinite(), speed + " for " + c + " M^-" + gamma + " with rounding " + rounding);
            }
        }
    }

    @Test
    void anExactRepresentationIsInfiniteSpeed() {
        assertTrue(estimate(m -> 0, 16, 512).isInfinite());
        assertTrue(estimate(m -> m < 64 ? 0.1 : 0, 16, 512).isInfinite());
        assertTrue(estimate(m -> m < 64 ? 0.1 : 1e-15, 16, 512).isInfinite());
    }

    /** Order 6 reaches rounding at M = 128 and then stagnates above the floor: still a power. */
    @Test
    void aPowerLawThatEndsInRoundingStaysAPower() {
        SpeedEstimate speed = estimate(m -> 0.5 * Math.pow(m, -6) + 4e-13, 8, 4096);
        assertEquals(6, speed.estimate(), 0.1, speed.toString());
        assertTrue(speed.lastBudgetUsed() <= 128, speed.toString());
    }

    /** A plateau far above rounding is the truth about the family and must not be cut away. */
    @Test
    void aPlateauIsNotHidden() {
        SpeedEstimate speed = estimate(m -> Math.max(1.0 / m, 1.0 / 256), 16, 4096);
        assertTrue(speed.estimate() < 0.1, speed.toString());
    }

    @Test
    void tooFewPointsTellNothing() {
        SpeedEstimate two = estimate(m -> 1.0 / m, 16, 32);
        assertFalse(two.isKnown());
        assertEquals(0, two.low());
        assertEquals(Double.POSITIVE_INFINITY, two.high());
        assertFalse(SpeedEstimator.of(new int[0], new double[0], new double[0], FLOOR)
                .isKnown());
        assertFalse(estimate(m -> Double.NaN, 16, 4096).isKnown());
    }

    @Test
    void bitsMayRepeatAndErrorsBeMissing() {
        int[] budgets = {1, 2, 4, 8, 16, 32};
        double[] bits = {10, 10, 20, 40, Double.NaN, 160};
        double[] errors = {1, 0.9, 0.5, 0.25, 0.2, 0.0625};
        SpeedEstimate speed = SpeedEstimator.of(budgets, bits, errors, FLOOR);
        assertEquals(1, speed.estimate(), 1e-9);
        assertEquals(32, speed.lastBudgetUsed());
    }

    @Test
    void lengthsMustAgree() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SpeedEstimator.of(new int[] {1, 2}, new double[] {1, 2}, new double[] {1}, 0));
    }

    private static SpeedEstimate estimate(IntToDoubleFunction error, int first, int last) {
        int n = Integer.numberOfTrailingZeros(last / first) + 1;
        int[] budgets = new int[n];
        double[] sizes = new double[n];
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            budgets[i] = first << i;
            sizes[i] = budgets[i];
            errors[i] = error.applyAsDouble(budgets[i]);
        }
        return SpeedEstimator.of(budgets, sizes, errors, FLOOR);
    }
}
