package org.epsilonet.families.relu.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;
import org.epsilonet.families.relu.kernel.DenseKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorKernelTest {
    private static ReluNetwork random(Random random, int... sizes) {
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            double[] weights = random.doubles((long) sizes[l] * sizes[l - 1], -1, 1)
                    .map(w -> random.nextInt(8) == 0 ? 0 : w)
                    .toArray();
            double[] biases = random.doubles(sizes[l], -1, 1)
                    .map(b -> random.nextInt(4) == 0 ? -0.0 : b)
                    .toArray();
            maps.add(AffineMap.of(weights, sizes[l - 1], biases));
        }
        return ReluNetwork.of(maps);
    }

    @Test
    void isFoundAsAService() {
        assertInstanceOf(VectorKernel.class, DenseKernel.installed());
        assertEquals("plain", DenseKernel.plain().name());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void givesTheBitsOfThePlainKernel(long seed) {
        Random random = new Random(seed);
        int[] sizes = new int[2 + random.nextInt(4)];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = 1 + random.nextInt(30);
        }
        ReluNetwork network = random(random, sizes);
        for (int count : new int[] {1, 7, 8, 63, 64, 65, 200, 513, 5000}) {
            float[] points = new float[count * sizes[0]];
            for (int i = 0; i < points.length; i++) {
                points[i] = 4 * random.nextFloat() - 2;
            }
            assertArrayEquals(
                    bits(network.atAll(points, DenseKernel.plain())),
                    bits(network.atAll(points, new VectorKernel())),
                    "seed " + seed + ", " + count + " points");
        }
    }

    /** Where values overflow, the same NaN and infinities come out too: dense kernels leave no term out. */
    @Test
    void givesTheSameAtTheEndsOfTheRange() {
        Random random = new Random(99);
        ReluNetwork network = random(random, 3, 13, 13, 4);
        float[] points = new float[3 * 1000];
        for (int i = 0; i < points.length; i++) {
            points[i] = switch (random.nextInt(6)) {
                case 0 -> Float.MAX_VALUE;
                case 1 -> -Float.MAX_VALUE;
                case 2 -> Float.MIN_VALUE;
                case 3 -> Float.NaN;
                case 4 -> Float.NEGATIVE_INFINITY;
                default -> -0f;
            };
        }
        assertArrayEquals(
                bits(network.atAll(points, DenseKernel.plain())), bits(network.atAll(points, new VectorKernel())));
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(values[i]);
        }
        return bits;
    }
}
