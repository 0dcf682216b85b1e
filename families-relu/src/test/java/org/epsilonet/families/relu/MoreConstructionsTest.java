package org.epsilonet.families.relu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products, deep piecewise linear functions, B-splines, weights of few bits: sizes and errors. */
class MoreConstructionsTest {
    private static void assertSizes(ReluNetwork network, int depth, int width, int nonzeros, double largest) {
        assertEquals(depth, network.depth());
        assertEquals(width, network.width());
        assertEquals(nonzeros, network.nonzeros());
        assertEquals(largest, network.largestWeight(), 0);
    }

    /** G4: the errors of the two squares have one sign, so that the bound is that of one of them, and nearly attained. */
    @ParameterizedTest
    @CsvSource({"1,2", "1,5", "1,9", "3,2", "3,5", "3,9"})
    void productsHaveTheErrorOfOneSquare(double bound, int m) {
        ReluNetwork network = ReluConstructions.product(m, bound);
        assertSizes(network, m + 2, 5, 15 * m + 14, Math.max(4, bound * bound));
        double allowed = bound * bound * Math.scalb(1.0, -2 * m - 2);
        double largest = 0;
        int n = 1 << (m + 2);
        Random random = new Random(m);
        for (int i = 0; i < 20000; i++) {
            // Between neighbouring kinks of u = |x + y| / 2B and on those of v.
            double u = (2 * random.nextInt(n / 2) + 1) / (double) n;
            double v = 2 * random.nextInt(n / 2) / (double) n;
            double x = bound * (u + v);
            double y = bound * (u - v);
            if (Math.abs(x) <= bound && Math.abs(y) <= bound) {
                double error = Math.abs(network.at(x, y)[0] - x * y);
                assertTrue(error <= allowed * (1 + 1e-9), "error " + error + " at " + x + ", " + y);
                largest = Math.max(largest, error);
            }
            double z = bound * (2 * random.nextDouble() - 1);
            // Rounding of sums of size B^2.
            assertEquals(0, network.at(z, 0)[0], 1e-14 * bound * bound);
            assertEquals(0, network.at(0, z)[0], 1e-14 * bound * bound);
        }
        assertTrue(largest >= 0.24 * allowed, "largest error / bound: " + largest / allowed);
        double onDiagonal = 0;
        for (int i = 0; i < n; i++) {
            double x = bound * (i + 0.5) / n;
            onDiagonal = Math.max(onDiagonal, Math.abs(network.at(x, x)[0] - x * x));
        }
        assertTrue(onDiagonal <= allowed && onDiagonal >= 0.7 * allowed, "on the diagonal " + onDiagonal / allowed);
    }

    /** G5: shallow and deep networks of a piecewise linear function. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16, 64})
    void shallowAndDeepNetworksAreThePiecewiseLinearFunction(int n) {
        Random random = new Random(n);
        double[] knots = new double[n + 1];
        double[] values = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            knots[i] = i == 0 ? 0 : i == n ? 1 : (i + 0.4 * random.nextDouble()) / n;
            values[i] = 2 * random.nextDouble() - 1;
        }
        PiecewiseLinear function = PiecewiseLinear.of(knots, values);
        ReluNetwork shallow = function.network();
        ReluNetwork deep = ReluConstructions.deep(function);
        assertEquals(2, shallow.depth());
        assertEquals(n, shallow.width());
        assertTrue(shallow.nonzeros() <= 3L * n + 1);
        assertEquals(n + 1, deep.depth());
        assertEquals(3, deep.width());
        assertTrue(deep.nonzeros() <= 5L * n + 1, deep::toString);
        for (int i = 0; i < 1000; i++) {
            double x = random.nextDouble();
            // Sums of n terms of slopes up to 4 n.
            assertEquals(function.at(x), shallow.at(x)[0], 3e-13);
            assertEquals(function.at(x), deep.at(x)[0], 3e-13);
        }
    }

    @Test
    void deepNeedsTheUnitInterval() {
        PiecewiseLinear wide = PiecewiseLinear.of(new double[] {0, 2}, new double[] {1, 1});
        assertThrows(IllegalArgumentException.class, () -> ReluConstructions.deep(wide));
    }

    /** G6: to be within 1/M^gamma of a jump in L^2 takes two neurons and a weight of M^(2 gamma) / 3. */
    @ParameterizedTest
    @ValueSource(ints = {4, 16, 64})
    void rampsNeedPolynomialWeights(int m) {
        double tau = 3.0 / m / m;
        ReluNetwork ramp = ReluConstructions.ramp(0.5, tau);
        assertEquals(4, ramp.maps().get(0).nonzeros());
        // The error right of the jump is 1 - r / tau on a ramp of length tau: its square integrates to tau / 3.
        double sum = 0;
        int n = 1000;
        for (int i = 0; i < n; i++) {
            double error = 1 - ramp.at(0.5 + tau * (i + 0.5) / n)[0];
            sum += error * error * tau / n;
        }
        // The midpoint rule is off by n^-2, rounding by the weight.
        assertEquals(1.0 / m, Math.sqrt(sum), 1e-6 / m + 1e-12 * m * m);
    }

    /** G7: the linear B-spline exactly, the quadratic one with an error that falls by four per layer. */
    @Test
    void splinesAreReachedExponentially() {
        PiecewiseLinear linear = ReluConstructions.hat().piecewiseLinear(-1, 2);
        assertEquals(1, linear.at(0.5), 0);
        assertEquals(0.5, linear.at(0.25), 0);
        for (int m = 1; m <= 10; m++) {
            ReluNetwork network = ReluConstructions.quadraticSpline(m);
            assertEquals(m + 2, network.depth());
            assertEquals(12, network.width());
            double largest = 0;
            for (int i = 0; i <= 3000; i++) {
                double x = i / 1000.0;
                double expected = x < 1 ? x * x / 2 : x < 2 ? 0.75 - (x - 1.5) * (x - 1.5) : (3 - x) * (3 - x) / 2;
                largest = Math.max(largest, Math.abs(network.at(x)[0] - expected));
            }
            double bound = 4 * 9 * Math.scalb(1.0, -2 * m - 2);
            assertTrue(largest <= bound, "m " + m + ": " + largest + " > " + bound);
            assertTrue(largest >= bound / 64, "m " + m + ": the rate is 4^-m, but " + largest);
        }
    }

    /** G9: a weight of b bits from O(b) weights of one bit. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 20, 40})
    void weightsAreMadeOfBits(int bits) {
        Random random = new Random(bits);
        for (int trial = 0; trial < 50; trial++) {
            double weight = Math.scalb((double) (random.nextLong() >>> (64 - bits)), -bits);
            weight = trial % 2 == 0 ? weight : -weight;
            ReluNetwork network = ReluConstructions.multiplier(weight, bits);
            assertEquals(bits + 1, network.depth());
            assertEquals(2, network.width());
            assertTrue(network.nonzeros() <= 4L * bits + 1, network::toString);
            assertTrue(network.largestWeight() <= 1);
            double x = random.nextInt(1000);
            // Products of 40 and 10 bits, halved bit by bit: exact.
            assertEquals(weight * x, network.at(x)[0], 0, "weight " + weight + " times " + x);
        }
        assertThrows(IllegalArgumentException.class, () -> ReluConstructions.multiplier(1, bits));
        assertThrows(IllegalArgumentException.class, () -> ReluConstructions.multiplier(0x1p-53, bits));
    }
}
