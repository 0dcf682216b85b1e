package org.epsilonet.comparator.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LipschitzEntropyTest {
    private static final long SEED = 3;

    /** Kolmogorov and Tikhomirov's constants; the values are rounded to two digits. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.1, 12.01, 13.32",
        "1, 0.01, 105.53, 106.64",
        "1, 0.003, 341.32, 342.38",
        "2, 0.01, 106.59, 107.64",
        "0.5, 0.01, 104.41, 105.64",
    })
    void unanchored(double bound, double epsilon, double lower, double upper) {
        assertEquals(lower, LipschitzEntropy.lower(bound, epsilon), 0.006);
        assertEquals(upper, LipschitzEntropy.upper(bound, epsilon), 0.006);
    }

    @Test
    void anchoredIsExactAtQuotientsThatRound() {
        assertEquals(9, LipschitzEntropy.anchored(1, 0.1));
        assertEquals(15, LipschitzEntropy.anchored(4, 0.25));
        assertEquals(3, LipschitzEntropy.anchored(1, 0.3));
        // 1/49 in doubles is below 1/49: 49 cells of it do not fill the interval, whatever the rounded quotient says.
        double below = Math.fma(49, 1.0 / 49, -1) < 0 ? 1.0 / 49 : Math.nextDown(1.0 / 49);
        assertEquals(49, LipschitzEntropy.anchored(1, below));
        assertEquals(48, LipschitzEntropy.anchored(1, Math.nextUp(1.0 / 49)));
    }

    /** Beyond the counted walks the largest eigenvalue takes over, a little below. */
    @Test
    void smallAccuraciesUseTheSpectrum() {
        double epsilon = 1e-6;
        double lower = LipschitzEntropy.lower(1, epsilon);
        double upper = LipschitzEntropy.upper(1, epsilon);
        assertTrue(lower < upper && upper - lower < 3, lower + ".." + upper);
        // Just above and just below the change of method: 2/eps^2 = 1e8.
        double counted = LipschitzEntropy.lower(1, 1.4143e-4)
                + LipschitzEntropy.anchored(1, 1.414e-4)
                - LipschitzEntropy.anchored(1, 1.4143e-4);
        assertEquals(counted, LipschitzEntropy.lower(1, 1.414e-4), 1);
        assertTrue(Double.isFinite(LipschitzEntropy.lower(1, 1e-300)));
    }

    @Test
    void nothingIsNeededForWhatOneBallCovers() {
        assertEquals(0, LipschitzEntropy.lower(1, 1));
        assertEquals(0, LipschitzEntropy.upper(1, 1));
        assertEquals(0, LipschitzEntropy.lower(0.5, 0.7));
    }

    /** Random and adversarial functions: within the accuracy, with exactly the bits of the theorem. */
    @Test
    void theDeltaCodeKeepsItsAccuracy() {
        Random random = new Random(SEED);
        double worst = 0;
        for (int trial = 0; trial < 4000; trial++) {
            double epsilon = Math.pow(2, -1 - 6 * random.nextDouble());
            DoubleUnaryOperator f = function(random, epsilon, trial % 4);
            boolean[] bits = DeltaCode.encode(f, epsilon);
            assertEquals(LipschitzEntropy.anchored(1, epsilon), bits.length);
            DeltaCode g = DeltaCode.decode(bits, epsilon);
            for (int i = 0; i <= 400; i++) {
                double x = i / 400.0;
                worst = Math.max(worst, Math.abs(f.applyAsDouble(x) - g.at(x)) / epsilon);
            }
        }
        // The values of f and g round at 1e-16 each, over at most 128 cells.
        assertTrue(worst <= 1 + 1e-12, "largest error / epsilon " + worst + ", seed " + SEED);
        assertTrue(worst > 0.999, "largest error / epsilon " + worst + ", seed " + SEED);
    }

    /** E19: error against bits has the slope -1. */
    @Test
    void theDeltaCodeHasTheEncodingSpeed() {
        double[] x = new double[11];
        double[] y = new double[11];
        for (int j = 3; j <= 13; j++) {
            double epsilon = Math.pow(2, -j) * 1.0001;
            int bits = DeltaCode.encode(t -> 0.5 * t, epsilon).length;
            assertEquals((1 << j) - 1, bits);
            x[j - 3] = Math.log(bits);
            y[j - 3] = Math.log(epsilon);
        }
        assertEquals(-0.986, slope(x, y), 0.02);
        assertEquals(-1, slope(Arrays.copyOfRange(x, 7, 11), Arrays.copyOfRange(y, 7, 11)), 0.002);
    }

    @Test
    void wrongNumbersOfBitsAndAccuraciesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> DeltaCode.decode(new boolean[8], 0.1));
        assertThrows(IllegalArgumentException.class, () -> DeltaCode.encode(t -> 0, 0));
        assertThrows(IllegalArgumentException.class, () -> DeltaCode.encode(t -> 0, Double.NaN));
    }

    /** All sign patterns of n <= 10 slopes: the packing of the theorem, by brute force. */
    @Test
    void theWalksAreSeparated() {
        for (int n = 1; n <= 10; n++) {
            double epsilon = 1.0 / (n + 0.5);
            assertEquals(n, LipschitzEntropy.anchored(1, epsilon));
            double step = 1.0 / n;
            double[][] walks = new double[1 << n][n + 1];
            for (int w = 0; w < walks.length; w++) {
                for (int k = 0; k < n; k++) {
                    walks[w][k + 1] = walks[w][k] + ((w >> k & 1) == 1 ? step : -step);
                }
            }
            double least = Double.POSITIVE_INFINITY;
            for (int v = 0; v < walks.length; v++) {
                for (int w = 0; w < v; w++) {
                    double distance = 0;
                    for (int k = 0; k <= n; k++) {
                        distance = Math.max(distance, Math.abs(walks[v][k] - walks[w][k]));
                    }
                    least = Math.min(least, distance);
                }
            }
            assertTrue(least > 2 * epsilon, n + ": " + least);
        }
    }

    @Test
    void hoelderBoundsHaveTheRightOrder() {
        for (double alpha : new double[] {0.25, 0.5, 0.75}) {
            for (double epsilon = 0.3; epsilon > 1e-3; epsilon /= 3) {
                double lower = HoelderEntropy.lower(alpha, epsilon, LpNorm.SUP);
                double upper = HoelderEntropy.upper(alpha, epsilon);
                double order = Math.pow(epsilon, -1 / alpha);
                assertTrue(
                        epsilon > 0.2 || lower >= 0.9 * Math.pow(2, -1 / alpha) * order,
                        alpha + ", " + epsilon + ": " + lower);
                assertTrue(upper > lower && upper < 2.8 * order, alpha + ", " + epsilon + ": " + upper);
                assertTrue(HoelderEntropy.lower(alpha, epsilon, LpNorm.L2) <= lower + 1e-9);
            }
        }
    }

    /** The bumps of the packing are in the class: Hölder with constant 1, within 1, and as far apart as stated. */
    @Test
    void hoelderBumpsAreInTheClass() {
        Random random = new Random(SEED);
        for (double alpha : new double[] {0.3, 0.5, 1}) {
            int m = 9;
            boolean[] sign = new boolean[m];
            IntStream.range(0, m).forEach(k -> sign[k] = random.nextBoolean());
            DoubleUnaryOperator f = x -> {
                int k = Math.min(m - 1, (int) (x * m));
                double height = Math.pow(Math.max(0, Math.min(x - (double) k / m, (k + 1.0) / m - x)), alpha);
                return Math.pow(2, alpha - 1) * (sign[k] ? height : -height);
            };
            double constant = 0;
            for (int i = 0; i < 200_000; i++) {
                double x = random.nextDouble();
                double y = Math.min(1, x + random.nextDouble() * random.nextDouble() * 0.3);
                constant = Math.max(
                        constant,
                        Math.abs(f.applyAsDouble(x) - f.applyAsDouble(y)) / Math.pow(Math.max(y - x, 1e-12), alpha));
            }
            assertTrue(constant <= 1 + 1e-9, alpha + ": " + constant + ", seed " + SEED);
            assertEquals(Math.pow(m, -alpha), 2 * Math.abs(f.applyAsDouble(0.5 / m)), 1e-12);
        }
    }

    private static DoubleUnaryOperator function(Random random, double epsilon, int kind) {
        if (kind == 0) { // The boundary of what the code has to follow: always down, or always up.
            double slope = random.nextBoolean() ? 1 : -1;
            return x -> slope * x;
        }
        int knots = kind == 1 ? 1 + random.nextInt(200) : (int) Math.ceil(1 / epsilon);
        double[] values = new double[knots + 2];
        for (int k = 1; k < values.length; k++) {
            double slope = kind == 3 ? (random.nextBoolean() ? 1 : -1) : 2 * random.nextDouble() - 1;
            values[k] = values[k - 1] + slope / knots;
        }
        return x -> {
            int k = Math.min(knots - 1, (int) (x * knots));
            return values[k] + (x * knots - k) * (values[k + 1] - values[k]);
        };
    }

    private static double slope(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
        }
        return xy / xx;
    }
}
