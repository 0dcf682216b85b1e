package org.epsilonet.families.relu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecewiseLinearTest {
    private static PiecewiseLinear random(Random random, int pieces) {
        double[] knots = new double[pieces + 1];
        for (int i = 0; i <= pieces; i++) {
            knots[i] = (i + 0.8 * random.nextDouble()) / (pieces + 1);
        }
        return PiecewiseLinear.of(knots, random.doubles(pieces + 1, -1, 1).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 16, 64, 1000})
    void goesToANetworkAndBack(int pieces) {
        PiecewiseLinear function = random(new Random(pieces), pieces);
        ReluNetwork network = function.network();
        double[] knots = function.knots();
        PiecewiseLinear back = network.piecewiseLinear(knots[0], knots[pieces]);
        // Weights are at most 4/gap <= 20 (pieces + 1); that many terms cancel.
        double rounding = 0x1p-53 * 20 * (pieces + 1) * (pieces + 1);
        assertArrayEquals(knots, back.knots(), 0);
        assertArrayEquals(function.values(), back.values(), rounding);
        for (int i = 0; i <= 1000; i++) {
            double x = knots[0] + (knots[pieces] - knots[0]) * (i / 1000.0);
            assertEquals(function.at(x), network.at(x)[0], rounding, "at " + x);
        }
    }

    @Test
    void networkHasTheSizesOfTheTheory() {
        int n = 16;
        double[] knots = new double[n + 1];
        double[] values = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            knots[i] = (double) i / n;
            values[i] = i % 2 == 0 ? 1 : -1;
        }
        ReluNetwork network = PiecewiseLinear.of(knots, values).network();
        assertArrayEquals(new int[] {1, n, 1}, network.architecture());
        // n weights, n - 1 biases (the first knot is 0), n output weights, one output bias.
        assertEquals(3 * n, network.nonzeros());
        // A zigzag between -1 and 1 has slopes 2n, hence changes of slope 4n: the largest possible.
        assertEquals(4 * n, network.largestWeight(), 0);
    }

    @Test
    void sweepAgreesBitForBitWithSinglePoints() {
        PiecewiseLinear function = random(new Random(5), 300);
        double[] points = new Random(6).doubles(10_000, -0.1, 1.1).toArray();
        System.arraycopy(function.knots(), 0, points, 0, 301);
        Arrays.sort(points);
        double[] sweep = function.atIncreasing(points);
        for (int i = 0; i < points.length; i++) {
            assertEquals(function.at(points[i]), sweep[i], 0);
        }
    }

    @Test
    void isExactAtKnotsAndContinuesLikeItsNetwork() {
        PiecewiseLinear function = PiecewiseLinear.of(new double[] {0.25, 0.5, 1}, new double[] {1, 3, 2});
        assertEquals(1, function.at(0), 0);
        assertEquals(3, function.at(0.5), 0);
        assertEquals(2, function.at(1), 0);
        assertEquals(1, function.at(1.5), 1e-15);
        assertEquals(function.network().at(0)[0], function.at(0), 1e-15);
        assertEquals(function.network().at(1.5)[0], function.at(1.5), 1e-14);
        PiecewiseLinear constant = PiecewiseLinear.of(new double[] {0.5}, new double[] {7});
        assertEquals(7, constant.at(0.1), 0);
        assertEquals(7, constant.network().at(0.9)[0], 0);
        assertEquals(1, constant.network().depth());
    }

    @Test
    void knotsMustIncrease() {
        assertThrows(
                IllegalArgumentException.class, () -> PiecewiseLinear.of(new double[] {0, 0}, new double[] {1, 2}));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> PiecewiseLinear.of(new double[] {0, 1}, new double[] {1, Double.NaN}));
        assertTrue(e.toString().contains("knot 1"), e.toString());
    }
}
