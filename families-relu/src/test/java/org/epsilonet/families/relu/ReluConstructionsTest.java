package org.epsilonet.families.relu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReluConstructionsTest {
    /** The distance of \(y\) to the nearest integer. */
    private static double tri(double y) {
        return Math.abs(y - Math.rint(y));
    }

    private static double takagi(double x) {
        double sum = 0;
        for (int k = 60; k >= 0; k--) {
            sum += Math.scalb(tri(Math.scalb(x, k)), -k);
        }
        return sum;
    }

    private static void assertSizes(ReluNetwork network, int depth, int width, int nonzeros, double largest) {
        assertEquals(depth, network.depth());
        assertEquals(width, network.width());
        assertEquals(nonzeros, network.nonzeros());
        assertEquals(largest, network.largestWeight(), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 50})
    void sizesAreThoseOfTheTheory(int m) {
        assertSizes(ReluConstructions.sawtooth(m), m + 1, 2, 5 * m, 4);
        assertSizes(ReluConstructions.square(m), m + 1, 3, 8 * m - 1, m == 1 ? 1 : 4);
        assertSizes(ReluConstructions.takagi(m), m + 1, 3, 8 * m - 2, m == 1 ? 2 : 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20, 50})
    void sawtoothIsExact(int m) {
        ReluNetwork network = ReluConstructions.sawtooth(m);
        Random random = new Random(m);
        for (int i = 0; i < 1000; i++) {
            double x = random.nextDouble();
            assertEquals(2 * tri(Math.scalb(x, m - 1)), network.at(x)[0], 0, "m " + m + " at " + x);
        }
    }

    /** E22: the error of the deep square is 2^(-2m-2), attained in the middle between neighbouring kinks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void squareErrsByAQuarterOfAQuarterPerLayer(int m) {
        ReluNetwork network = ReluConstructions.square(m);
        double largest = 0;
        for (int k = 0; k <= 1 << (m + 1); k++) {
            double x = Math.scalb((double) k, -m - 1);
            double error = network.at(x)[0] - x * x;
            assertTrue(error >= 0, "never below x^2, but " + error + " at " + x);
            largest = Math.max(largest, error);
        }
        assertEquals(-2 * m - 2, Math.log(largest) / Math.log(2), 1e-12);
    }

    /** E23: the tail of Takagi's series is (2/3) 2^-m, attained at (a third, scaled) where all teeth are at 2/3. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void takagiErrsByTwoThirdsOfAHalfPerLayer(int m) {
        ReluNetwork network = ReluConstructions.takagi(m);
        double largest = 0;
        for (int k = 0; k < 1 << m; k++) {
            double x = Math.scalb(k + 1.0 / 3, -m);
            largest = Math.max(largest, takagi(x) - network.at(x)[0]);
        }
        assertEquals(2.0 / 3 * Math.scalb(1.0, -m), largest, 1e-12);
    }

    @Test
    void hatAndRampAreWhatTheySay() {
        ReluNetwork hat = ReluConstructions.hat();
        for (double x = -1; x <= 2; x += 0x1p-6) {
            assertEquals(Math.max(0, 1 - 2 * Math.abs(x - 0.5)), hat.at(x)[0], 0);
        }
        double tau = 0x1p-8;
        ReluNetwork ramp = ReluConstructions.ramp(0.5 - tau / 2, tau);
        assertEquals(0, ramp.at(0.25)[0], 0);
        assertEquals(0.5, ramp.at(0.5)[0], 1e-12);
        assertEquals(1, ramp.at(0.75)[0], 1e-12);
        double sum = 0;
        int n = 1 << 16;
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) / n;
            double error = ramp.at(x)[0] - (x < 0.5 ? 0 : 1);
            sum += error * error / n;
        }
        // Midpoint rule with 256 points on the ramp: relative error below 256^-2.
        assertEquals(Math.sqrt(tau / 12), Math.sqrt(sum), 1e-4 * Math.sqrt(tau / 12));
    }

    @Test
    void seriesWithNegativePartialSumsIsNotCutOff() {
        double[] c = {-1, 0.5, -0.75, 0.25};
        ReluNetwork network = ReluConstructions.series(-2, -1, c);
        // Negative parts 1 + 1 + 0.75 are added and, with the constant -2, subtracted at the end.
        assertEquals(4.75, network.largestWeight(), 0);
        assertEquals(3, network.width());
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            double x = random.nextDouble();
            double expected = -2 - x;
            for (int s = 1; s <= 4; s++) {
                expected += c[s - 1] * 2 * tri(Math.scalb(x, s - 1));
            }
            assertEquals(expected, network.at(x)[0], 1e-14, "at " + x);
        }
    }

    @Test
    void depthIsBounded() {
        assertThrows(IllegalArgumentException.class, () -> ReluConstructions.sawtooth(0));
        assertThrows(IllegalArgumentException.class, () -> ReluConstructions.takagi(51));
        assertThrows(IllegalArgumentException.class, () -> ReluConstructions.ramp(0, 0));
    }
}
