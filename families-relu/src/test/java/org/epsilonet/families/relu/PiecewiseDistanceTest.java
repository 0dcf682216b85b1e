package org.epsilonet.families.relu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecewiseDistanceTest {
    private static final MathContext DIGITS = new MathContext(50);

    private static PiecewiseLinear line(double low, double high, double left, double right) {
        return PiecewiseLinear.of(new double[] {low, high}, new double[] {left, right});
    }

    /** At most {@code relative} above the exact value, and not below it. */
    private static void assertJustAbove(BigDecimal exact, double bound, double relative, String message) {
        assertTrue(new BigDecimal(bound).compareTo(exact) >= 0, () -> message + ": " + bound + " < " + exact);
        double slack = exact.doubleValue() * relative + 8 * Double.MIN_NORMAL;
        assertTrue(bound - exact.doubleValue() <= slack, () -> message + ": " + bound + " >> " + exact);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 2, 3, 7.5, 100, 1e6})
    void aRampHasTheClosedForm(double p) {
        LpNorm norm = new LpNorm(p);
        PiecewiseLinear zero = line(-1, 4, 0, 0);
        double ramp = Math.pow(p + 1, -1 / p);
        assertEquals(3 * ramp, line(0, 2, 0, 3).distance(zero, norm), 1e-11);
        // From -1 to 1 the mean is the same as from 0 to 1, whatever the interval.
        assertEquals(ramp, line(1, 3, -1, 1).distance(zero, norm), 1e-11);
        assertEquals(5, line(0, 1, 5, 5).distance(zero, norm), 1e-11);
        assertEquals(3, line(0, 2, 0, 3).distance(zero, LpNorm.SUP), 1e-14);
    }

    /** \(f_m - f_{m+1} = 4^{-(m+1)} g_{m+1}\) for the square networks: a sawtooth of that height. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void twoNetworksForTheSquareDifferByASawtooth(int m) {
        PiecewiseLinear coarse = ReluConstructions.square(m).piecewiseLinear(0, 1);
        PiecewiseLinear fine = ReluConstructions.square(m + 1).piecewiseLinear(0, 1);
        double height = Math.scalb(1.0, -2 * m - 2);
        // Values of x^2 at dyadic points are exact; interpolating the coarse one costs 2^-49.
        assertEquals(height, coarse.distance(fine, LpNorm.SUP), 0x1p-48);
        assertEquals(height / 2, fine.distance(coarse, LpNorm.L1), 0x1p-48);
        assertEquals(height / Math.sqrt(3), coarse.distance(fine, LpNorm.L2), 0x1p-48);
        assertEquals(height / Math.pow(4.5, 1 / 3.5), coarse.distance(fine, new LpNorm(3.5)), 0x1p-40);
        assertEquals(0, coarse.distance(coarse, LpNorm.L2));
    }

    /** Dyadic knots common to both and dyadic values, so that the exact distance is a rational number and a root. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithExactRationals(long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(40);
        double[] knots = new double[n + 1];
        double[] f = new double[n + 1];
        double[] g = new double[n + 1];
        double scale = Math.scalb(1.0, random.nextInt(200) - 100);
        for (int i = 0; i <= n; i++) {
            knots[i] = (i == 0 ? 0 : knots[i - 1]) + (1 + random.nextInt(9)) * 0x1p-6;
            f[i] = random.nextInt(1 << 10) * scale;
            g[i] = random.nextInt(4) == 0 ? f[i] : random.nextInt(1 << 10) * scale;
        }
        PiecewiseLinear one = PiecewiseLinear.of(knots, f);
        PiecewiseLinear two = PiecewiseLinear.of(knots, g);
        BigDecimal first = BigDecimal.ZERO;
        BigDecimal second = BigDecimal.ZERO;
        BigDecimal fourth = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            BigDecimal u = new BigDecimal(f[i] - g[i]);
            BigDecimal v = new BigDecimal(f[i + 1] - g[i + 1]);
            BigDecimal h = new BigDecimal(knots[i + 1] - knots[i]);
            BigDecimal uu = u.multiply(u);
            BigDecimal uv = u.multiply(v);
            BigDecimal vv = v.multiply(v);
            BigDecimal size = u.abs().add(v.abs());
            if (size.signum() != 0) {
                BigDecimal mean = uv.signum() >= 0 ? size : uu.add(vv).divide(size, DIGITS);
                first = first.add(h.multiply(mean));
            }
            second = second.add(h.multiply(uu.add(uv).add(vv)));
            BigDecimal quartic = uu.multiply(uu).add(uu.multiply(uv)).add(uu.multiply(vv));
            fourth = fourth.add(h.multiply(quartic.add(uv.multiply(vv)).add(vv.multiply(vv))));
        }
        BigDecimal length = new BigDecimal(knots[n] - knots[0]);
        String message = "seed " + seed;
        BigDecimal l1 = first.divide(length.multiply(BigDecimal.valueOf(2)), DIGITS);
        BigDecimal l2 =
                second.divide(length.multiply(BigDecimal.valueOf(3)), DIGITS).sqrt(DIGITS);
        BigDecimal l4 = fourth.divide(length.multiply(BigDecimal.valueOf(5)), DIGITS)
                .sqrt(DIGITS)
                .sqrt(DIGITS);
        // n + 50 roundings of 2^-52, and for p = 4 a thousand more for the root.
        assertJustAbove(l1, one.distance(two, LpNorm.L1), 1e-13, message);
        assertJustAbove(l2, one.distance(two, LpNorm.L2), 1e-13, message);
        assertJustAbove(l4, one.distance(two, new LpNorm(4)), 1e-12, message);
    }

    /** Knots that do not meet, against the midpoint rule. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithQuadrature(long seed) {
        Random random = new Random(seed);
        PiecewiseLinear net = ReluNetwork.of(
                        AffineMap.of(
                                random.doubles(12, -2, 2).toArray(),
                                1,
                                random.doubles(12, -2, 2).toArray()),
                        AffineMap.of(random.doubles(12, -1, 1).toArray(), 12, new double[] {0.1}))
                .piecewiseLinear(-1, 1.5);
        double[] knots = random.doubles(10, -0.9, 2).sorted().toArray();
        PiecewiseLinear spline =
                PiecewiseLinear.of(knots, random.doubles(10, -1, 1).toArray());
        double low = knots[0];
        double high = Math.min(1.5, knots[9]);
        for (double p : new double[] {1, 2, 3.7}) {
            int cells = 200_000;
            double sum = 0;
            double largest = 0;
            for (int i = 0; i < cells; i++) {
                double x = low + (high - low) * ((i + 0.5) / cells);
                double difference = Math.abs(net.at(x) - spline.at(x));
                sum += Math.pow(difference, p);
                largest = Math.max(largest, difference);
            }
            double expected = Math.pow(sum / cells, 1 / p);
            // The midpoint rule errs by the square of the cell, 2e-10, times second derivatives, mostly at 30 kinks.
            assertEquals(expected, net.distance(spline, new LpNorm(p)), 1e-7, "seed " + seed + ", p = " + p);
            double sup = net.distance(spline, LpNorm.SUP);
            assertTrue(sup >= largest && sup <= largest + 1e-2, "seed " + seed + ": " + sup + ", " + largest);
            assertTrue(sup >= net.distance(spline, new LpNorm(1e5)), "seed " + seed);
        }
    }

    @Test
    void atTheEndsOfTheRangeItIsStillABound() {
        double huge = Double.MAX_VALUE;
        assertEquals(Double.POSITIVE_INFINITY, line(0, 1, huge, huge).distance(line(0, 1, -huge, 0), LpNorm.L2));
        assertTrue(line(-huge, huge, 1, 1).distance(line(-huge, huge, 0, 0), LpNorm.L1) >= 1);
        double tiny = Double.MIN_VALUE;
        double distance = line(0, 1, tiny, tiny).distance(line(0, 1, 0, 0), LpNorm.L2);
        assertTrue(distance >= tiny && distance <= 4 * Double.MIN_NORMAL);
        assertEquals(1, line(0, 1, 1, 1).distance(line(0, 1, 0, 0), new LpNorm(1e300)), 1e-12);
    }

    @Test
    void thereMustBeACommonInterval() {
        PiecewiseLinear left = line(0, 1, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> left.distance(line(1, 2, 0, 0), LpNorm.L2));
        PiecewiseLinear point = PiecewiseLinear.of(new double[] {0.5}, new double[] {1});
        assertThrows(IllegalArgumentException.class, () -> left.distance(point, LpNorm.L2));
    }
}
