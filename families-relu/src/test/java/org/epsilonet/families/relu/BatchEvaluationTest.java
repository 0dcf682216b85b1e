package org.epsilonet.families.relu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.epsilonet.families.relu.kernel.DenseKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchEvaluationTest {
    /** Random layers, a third of the weights and some biases zero of either sign; dense or sparse with stored zeros. */
    private static ReluNetwork random(long seed, boolean sparse, int... sizes) {
        Random random = new Random(seed);
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            double[] weights = random.doubles((long) sizes[l] * sizes[l - 1], -1, 1)
                    .map(w -> random.nextInt(3) == 0 ? Math.copySign(0.0, w) : w)
                    .toArray();
            double[] biases = random.doubles(sizes[l], -1, 1)
                    .map(b -> random.nextInt(4) == 0 ? -0.0 : b)
                    .toArray();
            maps.add(sparse ? sparse(weights, sizes[l - 1], biases) : AffineMap.of(weights, sizes[l - 1], biases));
        }
        return ReluNetwork.of(maps);
    }

    /** Leaves out every zero at an even column. */
    private static AffineMap sparse(double[] weights, int columns, double[] biases) {
        int[] starts = new int[biases.length + 1];
        int[] indices = new int[weights.length];
        double[] values = new double[weights.length];
        int count = 0;
        for (int i = 0; i < biases.length; i++) {
            for (int j = 0; j < columns; j++) {
                double w = weights[i * columns + j];
                if (w != 0 || j % 2 == 1) {
                    indices[count] = j;
                    values[count++] = w;
                }
            }
            starts[i + 1] = count;
        }
        return AffineMap.sparse(
                biases.length, columns, starts, Arrays.copyOf(indices, count), Arrays.copyOf(values, count), biases);
    }

    private static int[] sizes(long seed) {
        Random random = new Random(seed);
        return random.ints(2 + random.nextInt(5), 1, 40).toArray();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static void assertSameBits(float[] expected, float[] actual, String message) {
        assertEquals(expected.length, actual.length, message);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(Float.floatToIntBits(expected[i]), Float.floatToIntBits(actual[i]), message + ", value " + i);
        }
    }

    private static void assertSameBits(double[] expected, double[] actual, String message) {
        assertEquals(expected.length, actual.length, message);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(
                    Double.doubleToLongBits(expected[i]), Double.doubleToLongBits(actual[i]), message + ", value " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void denseAndSparseSinglePointsAndBatchesHaveTheSameBits(long seed) {
        int[] sizes = sizes(seed);
        ReluNetwork dense = random(seed, false, sizes);
        ReluNetwork sparse = random(seed, true, sizes);
        int d = sizes[0];
        int m = sizes[sizes.length - 1];
        double[] points = new Random(-seed).doubles(1300L * d, -2, 2).toArray();
        float[] floatPoints = floats(points);
        double[] doubles = dense.atAll(points);
        float[] floats = dense.atAll(floatPoints, DenseKernel.plain());
        assertSameBits(doubles, sparse.atAll(points), "seed " + seed + ", sparse, in doubles");
        assertSameBits(floats, sparse.atAll(floatPoints, DenseKernel.plain()), "seed " + seed + ", sparse, in floats");
        for (int p = 0; p < 1300; p += 13) {
            for (ReluNetwork network : List.of(dense, sparse)) {
                String message = "seed " + seed + ", point " + p;
                assertSameBits(
                        Arrays.copyOfRange(doubles, p * m, (p + 1) * m),
                        network.at(Arrays.copyOfRange(points, p * d, (p + 1) * d)),
                        message);
                assertSameBits(
                        Arrays.copyOfRange(floats, p * m, (p + 1) * m),
                        network.atAll(Arrays.copyOfRange(floatPoints, p * d, (p + 1) * d)),
                        message);
            }
        }
        int part = 37;
        assertSameBits(
                Arrays.copyOf(floats, part * m),
                sparse.atAll(Arrays.copyOf(floatPoints, part * d)),
                "seed " + seed + ", a short batch");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theNumberOfThreadsChangesNoBit(int threads) throws ExecutionException, InterruptedException {
        ReluNetwork network = random(7, false, 3, 50, 50, 2);
        double[] points = new Random(8).doubles(3 * 20_011, -2, 2).toArray();
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            assertSameBits(
                    network.atAll(points),
                    pool.submit(() -> network.atAll(points)).get(),
                    threads + " threads");
            assertSameBits(
                    network.atAll(floats(points)),
                    pool.submit(() -> network.atAll(floats(points))).get(),
                    threads + " threads");
        } finally {
            pool.shutdown();
        }
    }

    /**
     * A running bound of the difference between both passes, componentwise: values of size \(B\) and errors \(E\) grow
     * by \(B \gets |W|B + |b|\), \(E \gets |W|E + (n+2)2^{-23}(|W|(B+E) + |b|)\), where each of the \(n\) fused terms
     * and the rounding of weight and bias cost a unit \(2^{-24}\); twice that covers the higher orders and the doubles.
     */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void floatsStayWithinTheirRunningErrorOfDoubles(long seed) {
        int[] sizes = sizes(seed);
        ReluNetwork network = random(seed, false, sizes);
        int d = sizes[0];
        float[] points = floats(new Random(-seed).doubles(500L * d, -2, 2).toArray());
        double[] same = new double[points.length];
        Arrays.setAll(same, i -> points[i]);
        double[] values = new double[d];
        double[] errors = new double[d];
        Arrays.fill(values, 2);
        for (AffineMap map : network.maps()) {
            double[] nextValues = new double[map.rows()];
            double[] nextErrors = new double[map.rows()];
            for (int i = 0; i < map.rows(); i++) {
                double size = Math.abs(map.bias(i));
                double error = 0;
                for (int j = 0; j < map.columns(); j++) {
                    size += Math.abs(map.weight(i, j)) * (values[j] + errors[j]);
                    error += Math.abs(map.weight(i, j)) * errors[j];
                }
                nextValues[i] = size;
                nextErrors[i] = error + (map.columns() + 2) * 0x1p-23 * size;
            }
            values = nextValues;
            errors = nextErrors;
        }
        double[] doubles = network.atAll(same);
        float[] floats = network.atAll(points);
        double worst = 0;
        for (int k = 0; k < doubles.length; k++) {
            double error = Math.abs(doubles[k] - floats[k]);
            double bound = errors[k % errors.length];
            assertTrue(error <= bound, "seed " + seed + ": " + error + " > " + bound);
            worst = Math.max(worst, error / bound);
        }
        // Floats, not doubles in disguise: 500 points show more than a millionth of the bound.
        assertTrue(worst > 1e-6, "seed " + seed + ": " + worst);
    }

    @Test
    void weightsBeyondFloatsAreRefusedThere() {
        ReluNetwork network = ReluNetwork.of(AffineMap.of(new double[] {1e39}, 1, new double[] {0}));
        assertEquals(1e39, network.at(1)[0]);
        assertThrows(ArithmeticException.class, () -> network.atAll(new float[] {1}));
        assertThrows(
                IllegalArgumentException.class, () -> random(1, false, 2, 1).atAll(new float[] {1, 2, 3}));
        assertArrayEquals(new float[0], random(1, false, 2, 1).atAll(new float[0]));
    }

    @Test
    void countsParametersOfTheSupport() {
        ReluNetwork sparse = ReluNetwork.of(
                AffineMap.sparse(2, 3, new int[] {0, 1, 2}, new int[] {0, 2}, new double[] {1, 0}, new double[] {0, 4}),
                AffineMap.of(new double[] {1, 0}, 2, new double[] {0}));
        assertEquals(2 + 2 + 2 + 1, sparse.parameters());
        assertEquals(3, sparse.nonzeros());
    }
}
