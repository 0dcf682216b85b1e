package org.epsilonet.comparator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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
        // Squares of 1e-13 count as rounding: they allow a logarithm of power 3e-5, or 1e-5 of a speed.
        assertEquals(speed.low(), speed.high(), 5e-5);
    }

    @Test
    void theWholeCurveIsUsedWhenItIsAsymptotic() {
        SpeedEstimate speed = estimate(m -> 1.0 / m, 16, 4096);
        assertEquals(16, speed.firstBudgetUsed());
        assertEquals(4096, speed.lastBudgetUsed());
    }

    /**
     * A pure power with noise of 5 %: the simplest model is found nearly always, and where a logarithm fits the noise (a
     * power of 2 of it adds 0.4 to the exponent) the interval still holds the exponent.
     */
    @Test
    void intervalCoversTheExponentOfNoisyPowerLaws() {
        int misses = 0;
        int powers = 0;
        int far = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            SpeedEstimate speed = estimate(m -> Math.pow(m, -1) * Math.exp(0.05 * random.nextGaussian()), 16, 4096);
            misses += speed.low() <= 1 && 1 <= speed.high() ? 0 : 1;
            powers += speed.model().shape() == SpeedModel.Shape.POWER ? 1 : 0;
            far += Math.abs(speed.estimate() - 1) > 0.1 ? 1 : 0;
            assertTrue(speed.low() <= speed.estimate() && speed.estimate() <= speed.high(), speed.toString());
        }
        assertTrue(misses <= 36, "interval missed " + misses + " of 400");
        assertTrue(powers >= 360, "a pure power found " + powers + " times of 400");
        assertTrue(far <= 20, "an estimate off by more than 0.1 " + far + " times of 400");
    }

    /** A correction like M^(-1/2), as of best terms on a sparse and dense sum: the leading budgets are dropped. */
    @Test
    void leadingBudgetsAreDroppedWhileTheSlopeDrifts() {
        SpeedEstimate speed = estimate(m -> 1.0 / m + 20 * Math.exp(-m / 16.0), 16, 4096);
        assertTrue(speed.firstBudgetUsed() >= 128, speed.toString());
        assertEquals(1, speed.estimate(), 0.02);
        assertTrue(speed.low() <= 1.001 && speed.high() >= 0.999, speed.toString());
    }

    /** With (ln M)/M the local slope is 1 - 1/ln M, 0.85 at M = 1000; the model with a logarithm says 1. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5})
    void aLogarithmIsToldFromThePower(double b) {
        SpeedEstimate speed = estimate(m -> Math.pow(Math.log(m), b) / m, 16, 4096);
        assertEquals(1, speed.estimate(), 1e-6);
        assertEquals(SpeedModel.Shape.LOGARITHM, speed.model().shape());
        assertEquals(b, speed.model().logPower(), 1e-6);
        assertTrue(
                speed.model().reason().contains("where a pure power misses by"),
                speed.model().reason());
    }

    /** As of best terms on a sparse and a dense sum: M^-1 (1 + M^-1/2). */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void aCorrectionIsToldFromThePower(double rho) {
        SpeedEstimate speed = estimate(m -> (1 + 1.5 * Math.pow(m / 16.0, -rho)) / m, 16, 4096);
        assertEquals(1, speed.estimate(), 1e-4);
        assertEquals(SpeedModel.Shape.CORRECTION, speed.model().shape(), speed.toString());
        assertTrue(speed.model().reason().contains("M^-1.00 (1 + "), speed.toString());
    }

    /** The models are linear in the speed: M^-s times the errors shifts the estimate and both ends by s. */
    @Test
    void intervalsAreEquivariant() {
        Random random = new Random(5);
        double[] noise = random.doubles(9, 0.95, 1.05).toArray();
        SpeedEstimate one = estimate(m -> noise[Integer.numberOfTrailingZeros(m) - 4] / m, 16, 4096);
        SpeedEstimate three = estimate(m -> noise[Integer.numberOfTrailingZeros(m) - 4] * Math.pow(m, -3.0), 16, 4096);
        assertEquals(one.estimate() + 2, three.estimate(), 1e-9);
        assertEquals(one.low() + 2, three.low(), 1e-6);
        assertEquals(one.high() + 2, three.high(), 1e-6);
    }

    /** E16: Fourier series of a Poisson kernel; E22, E23: deep ReLU squares and Takagi sums, budgets one by one. */
    @Test
    void exponentialDecayOfTheLiteratureIsRecognized() {
        int[] coefficients = IntStream.rangeClosed(1, 9).map(i -> 4 * i).toArray();
        int[] layers = IntStream.rangeClosed(1, 12).toArray();
        int[] terms = IntStream.rangeClosed(1, 10).toArray();
        assertExponential(coefficients, k -> Math.pow(2, -k));
        assertExponential(IntStream.rangeClosed(4, 36).toArray(), k -> Math.pow(2, -k));
        assertExponential(layers, m -> Math.pow(2, -2 * m - 2));
        assertExponential(terms, m -> 2 / 3.0 * Math.pow(2, -m));
    }

    private static void assertExponential(int[] budgets, IntToDoubleFunction error) {
        double[] sizes = IntStream.of(budgets).asDoubleStream().toArray();
        double[] errors = IntStream.of(budgets).mapToDouble(error).toArray();
        SpeedEstimate speed = SpeedEstimator.of(budgets, sizes, errors, FLOOR);
        assertTrue(speed.isInfinite(), speed.toString());
        assertEquals(SpeedModel.Shape.EXPONENTIAL, speed.model().shape());
    }

    /** A slope of 8 at budgets one by one is no exponential. */
    @Test
    void steepPowersAtConsecutiveBudgetsStayPowers() {
        int[] budgets = IntStream.rangeClosed(4, 36).toArray();
        double[] sizes = IntStream.of(budgets).asDoubleStream().toArray();
        double[] errors =
                IntStream.of(budgets).mapToDouble(m -> Math.pow(m, -8)).toArray();
        assertEquals(8, SpeedEstimator.of(budgets, sizes, errors, FLOOR).estimate(), 1e-6);
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
