package org.epsilonet.families.relu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReluNetworkTest {
    /** A random network with the given layer sizes. */
    private static ReluNetwork random(Random random, int... sizes) {
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            double[] weights =
                    random.doubles((long) sizes[l] * sizes[l - 1], -1, 1).toArray();
            maps.add(AffineMap.of(
                    weights, sizes[l - 1], random.doubles(sizes[l], -1, 1).toArray()));
        }
        return ReluNetwork.of(maps);
    }

    /** The definition, written out for one point. */
    private static double[] byDefinition(ReluNetwork network, double... x) {
        double[] y = x;
        for (int l = 0; l < network.depth(); l++) {
            AffineMap map = network.maps().get(l);
            double[] next = new double[map.rows()];
            for (int i = 0; i < next.length; i++) {
                next[i] = map.bias(i);
                for (int j = 0; j < y.length; j++) {
                    next[i] += map.weight(i, j) * y[j];
                }
                next[i] = l + 1 < network.depth() ? Math.max(0, next[i]) : next[i];
            }
            y = next;
        }
        return y;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneAndManyPointsAgreeBitForBitWithTheDefinition(long seed) {
        Random random = new Random(seed);
        ReluNetwork network = random(random, 3, 17, 1, 5, 2);
        double[] points = random.doubles(3 * 5000, -2, 2).toArray();
        double[] batch = network.atAll(points);
        for (int i = 0; i < 5000; i++) {
            double[] x = {points[3 * i], points[3 * i + 1], points[3 * i + 2]};
            double[] expected = byDefinition(network, x);
            assertArrayEquals(expected, network.at(x), "seed " + seed);
            assertArrayEquals(expected, new double[] {batch[2 * i], batch[2 * i + 1]}, "seed " + seed);
        }
    }

    @Test
    void countsWhatItHas() {
        ReluNetwork network = ReluNetwork.of(
                AffineMap.of(new double[][] {{1, 0}, {0, -3}, {0.5, 0.5}}, new double[] {0, 0, 7}),
                AffineMap.of(new double[][] {{1, 0, -2}}, new double[] {0}));
        assertArrayEquals(new int[] {2, 3, 1}, network.architecture());
        assertEquals(2, network.depth());
        assertEquals(3, network.width());
        assertEquals(7, network.nonzeros());
        assertEquals(7, network.largestWeight());
        assertEquals(
                "ReLU network 2-3-1: depth 2, width 3, 7 nonzero weights and biases, largest 7.00", network.toString());
    }

    @Test
    void sizesMustChain() {
        AffineMap twoToOne = AffineMap.of(new double[] {1, 1}, 2, new double[] {0});
        assertThrows(IllegalArgumentException.class, () -> ReluNetwork.of(twoToOne, twoToOne));
        assertThrows(IllegalArgumentException.class, () -> ReluNetwork.of(List.of()));
        assertThrows(
                IllegalArgumentException.class, () -> ReluNetwork.of(twoToOne).at(1));
        assertThrows(
                IllegalArgumentException.class, () -> AffineMap.of(new double[] {Double.NaN}, 1, new double[] {0}));
        assertThrows(
                IllegalArgumentException.class, () -> AffineMap.of(new double[][] {{1, 2}, {1}}, new double[] {0, 0}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void piecewiseLinearFormOfARandomNetworkIsTheNetwork(long seed) {
        Random random = new Random(seed);
        ReluNetwork network = switch ((int) seed % 3) {
            case 0 -> random(random, 1, 40, 1);
            case 1 -> random(random, 1, 6, 7, 5, 1);
            default -> random(random, 1, 1);
        };
        PiecewiseLinear form = network.piecewiseLinear(-1.5, 2);
        for (double x = -1.5; x <= 2; x += 0x1p-10) {
            // Up to 40 terms of size up to 3: rounding is far below 1e-13.
            assertEquals(network.at(x)[0], form.at(x), 1e-13, "seed " + seed + " at " + x);
        }
        assertTrue(form.pieces() >= 1 && form.pieces() < 200, form.toString());
    }

    /** The signs of -b/w - low and of w low + b, both rounded, contradict each other. */
    @ParameterizedTest
    @CsvSource({
        "3.3267117873068646, -1.7352839672179743, 0.5216213721426018",
        "1.5886973687388224, -0.6950360584062205, 0.43748801507613155",
        "-3.3267117873068646, 1.7352839672179743, 0.5216213721426018",
        "-1.5886973687388224, 0.6950360584062205, 0.43748801507613155"
    })
    void aKinkWithinRoundingOfTheEndCountsOnce(double w, double b, double low) {
        ReluNetwork network = ReluNetwork.of(
                AffineMap.of(new double[] {w}, 1, new double[] {b}),
                AffineMap.of(new double[] {1}, 1, new double[] {0}));
        PiecewiseLinear form = network.piecewiseLinear(low, low + 1);
        for (double x = low; x <= low + 1; x += 0x1p-4) {
            assertEquals(network.at(x)[0], form.at(x), 1e-14);
        }
    }

    @Test
    void deepSawtoothUnfoldsIntoExponentiallyManyPieces() {
        PiecewiseLinear form = ReluConstructions.sawtooth(8).piecewiseLinear(0, 1);
        assertEquals(256, form.pieces());
        for (int k = 0; k <= 256; k++) {
            assertEquals(k / 256.0, form.knots()[k], 0);
            assertEquals(k % 2, form.values()[k], 0);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> ReluConstructions.sawtooth(30).piecewiseLinear(0, 1));
    }
}
