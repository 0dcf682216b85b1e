package org.epsilonet.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadStreamTest {
    private static final long SEED = 20261129;

    /** The differential entropy of a Gaussian number is that of its rounding where the step is short: log2(s sqrt(2 pi e)). */
    @ParameterizedTest
    @ValueSource(doubles = {2, 11.3, 1000, 1e9})
    void gaussianNumbersTakeTheirEntropy(double spread) throws CorruptFileException {
        int n = 20_000;
        Random random = new Random(SEED);
        long[] integers = new long[n];
        Arrays.setAll(integers, i -> Math.round(spread * random.nextGaussian()));
        double[] spreads = new double[n];
        Arrays.fill(spreads, spread);
        byte[] stream = SpreadStream.encode(new SpreadStream.Content(5, integers), 7, 0.5, spreads);
        SpreadStream.Content back = SpreadStream.decode(stream, 7, 0.5, head -> spreads);
        assertEquals(5, back.head());
        assertArrayEquals(integers, back.integers());
        double entropy = Math.log(spread * Math.sqrt(2 * Math.PI * Math.E)) / Math.log(2);
        // 0.014 bits for the logistic law; the mean of n code lengths deviates by a bit over the root of n, four times
        // 0.007.
        assertEquals(entropy + 0.014, 8.0 * stream.length / n, 0.03);
    }

    /** A zero that is nearly sure costs next to nothing. */
    @Test
    void smallSpreadsAreNearlyFree() {
        double[] spreads = new double[10_000];
        Arrays.fill(spreads, 0.05);
        byte[] stream = SpreadStream.encode(new SpreadStream.Content(0, new long[10_000]), 1, 0.5, spreads);
        // Probabilities are no closer to 1 than 2^-16: 2.2e-5 bits each.
        assertTrue(stream.length <= 2, stream.length + " bytes");
    }

    @Test
    void whateverTheSpreadsIntegersComeBack() throws CorruptFileException {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 300; trial++) {
            int n = random.nextInt(60);
            long[] integers = new long[n];
            Arrays.setAll(integers, i -> random.nextLong() >> 12 + random.nextInt(52));
            double[] spreads = new double[n];
            Arrays.setAll(spreads, i -> Math.scalb(1 + random.nextDouble(), random.nextInt(2040) - 1020));
            double zone = 0.05 + 0.9 * random.nextDouble();
            byte[] stream = SpreadStream.encode(new SpreadStream.Content(n, integers), 60, zone, spreads);
            SpreadStream.Content back = SpreadStream.decode(stream, 60, zone, head -> spreads);
            assertArrayEquals(integers, back.integers(), "seed " + SEED + ", trial " + trial);
        }
    }

    @Test
    void badInputIsRefused() {
        SpreadStream.Content one = new SpreadStream.Content(0, new long[] {1});
        double[] spread = {1};
        assertThrows(IllegalArgumentException.class, () -> SpreadStream.encode(one, 1, 0.5, new double[0]));
        assertThrows(IllegalArgumentException.class, () -> SpreadStream.encode(one, 1, 1, spread));
        assertThrows(IllegalArgumentException.class, () -> SpreadStream.encode(one, 1, 0.5, new double[1]));
        SpreadStream.Content head = new SpreadStream.Content(3, new long[] {1});
        assertThrows(IllegalArgumentException.class, () -> SpreadStream.encode(head, 3, 0.5, spread));
        SpreadStream.Content long53 = new SpreadStream.Content(0, new long[] {1L << 53});
        assertThrows(IllegalArgumentException.class, () -> SpreadStream.encode(long53, 1, 0.5, spread));
    }

    /** Cut short, with bytes behind the end, with any bit turned: refused, or other integers. */
    @Test
    void damageIsRefusedOrMeansOtherIntegers() {
        double[] spreads = new double[40];
        Arrays.fill(spreads, 20);
        long[] integers = new Random(SEED).longs(40, -50, 50).toArray();
        byte[] stream = SpreadStream.encode(new SpreadStream.Content(2, integers), 3, 0.5, spreads);
        assertThrows(
                CorruptFileException.class,
                () -> SpreadStream.decode(Arrays.copyOf(stream, stream.length + 9), 3, 0.5, h -> spreads));
        assertThrows(
                CorruptFileException.class,
                () -> SpreadStream.decode(Arrays.copyOf(stream, stream.length / 2), 3, 0.5, h -> spreads));
        for (int bit = 0; bit < 8 * stream.length; bit++) {
            byte[] turned = stream.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                SpreadStream.Content content = SpreadStream.decode(turned, 3, 0.5, h -> spreads);
                assertTrue(
                        content.head() != 2 || !Arrays.equals(integers, content.integers()),
                        "bit " + bit + " does not matter");
            } catch (CorruptFileException e) {
                assertTrue(String.valueOf(e.getMessage()).startsWith("not a stream of integers"), e.toString());
            }
        }
    }
}
