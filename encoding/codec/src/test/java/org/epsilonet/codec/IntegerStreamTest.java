package org.epsilonet.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntegerStreamTest {
    private static IntegerBlock gaussian(long seed, double deviation, int exponent, int... shape) {
        Random random = new Random(seed);
        int size = 1;
        for (int n : shape) {
            size *= n;
        }
        long[] integers = new long[size];
        for (int i = 0; i < size; i++) {
            integers[i] = Math.round(deviation * random.nextGaussian());
        }
        return IntegerBlock.of(shape, exponent, integers);
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws CorruptFileException {
        List<IntegerBlock> blocks = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            blocks.add(gaussian(k, Math.scalb(0.2, k), k * 7 - 140, 1 + k % 5, 1 + k));
        }
        long limit = IntegerBlock.INTEGER_LIMIT - 1;
        blocks.add(IntegerBlock.of(new int[] {4}, 4095, new long[] {limit, -limit, 0, 1}));
        blocks.add(IntegerBlock.of(new int[] {}, -4095, new long[] {-1}));
        assertEquals(blocks, IntegerStream.decode(IntegerStream.encode(blocks)));
        assertEquals(List.of(), IntegerStream.decode(IntegerStream.encode(List.of())));
    }

    @Test
    void bitsAreThoseOfTheStream() {
        List<IntegerBlock> blocks = List.of(gaussian(1, 5, -3, 10, 10), gaussian(2, 1, 0, 10));
        assertEquals(8L * IntegerStream.encode(blocks).length, CodeLength.ofIntegers(blocks));
    }

    /** The entropy of a rounded Gaussian of deviation s is nearly log2(s sqrt(2 pi e)). */
    @Test
    void aGaussianSourceCostsItsEntropy() {
        for (double s : new double[] {2, 10, 100, 1e5}) {
            int n = 100_000;
            double written = (double) CodeLength.ofIntegers(List.of(gaussian(3, s, 0, n))) / n;
            double entropy = Math.log(s * Math.sqrt(2 * Math.PI * Math.E)) / Math.log(2);
            // Adaptive estimates that forget cost about 0.5 % per bit; eighths of octaves are not flat, another 0.02.
            assertEquals(entropy, written, 0.07, "s = " + s);
        }
    }

    @Test
    void zerosCostNearlyNothing() {
        IntegerBlock zeros = IntegerBlock.of(new int[] {1000, 100}, 0, new long[100_000]);
        assertTrue(CodeLength.ofIntegers(List.of(zeros)) < 800, "bits: " + CodeLength.ofIntegers(List.of(zeros)));
    }

    /** Each block has statistics of its own: two kinds of blocks cost what they cost alone. */
    @Test
    void blocksDoNotSpoilEachOther() {
        IntegerBlock small = gaussian(4, 0.5, 0, 5000);
        IntegerBlock large = gaussian(5, 5000, 0, 5000);
        long apart = CodeLength.ofIntegers(List.of(small)) + CodeLength.ofIntegers(List.of(large));
        assertTrue(CodeLength.ofIntegers(List.of(small, large)) <= apart, "together more than " + apart);
    }

    @Test
    void damagedStreamsAreRefusedOrRead() {
        List<IntegerBlock> blocks = List.of(gaussian(6, 20, -5, 30, 10), gaussian(7, 2, -7, 30));
        byte[] good = IntegerStream.encode(blocks);
        Random random = new Random(8);
        int refused = 0;
        for (int trial = 0; trial < 3000; trial++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
            for (int k = random.nextInt(3); k >= 0 && bad.length > 0; k--) {
                bad[random.nextInt(Math.min(bad.length, 60))] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                IntegerStream.decode(bad);
            } catch (CorruptFileException e) {
                assertTrue(e.getMessage().startsWith("not a stream of integers: "), e.getMessage());
                refused++;
            }
        }
        // Most damage changes lengths or leaves bytes over; flipped digits are still integers.
        assertTrue(refused > 1000, "seed 8: refused " + refused + " of 3000");
    }

    @Test
    void whatIsNoBlockIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> IntegerBlock.of(new int[] {2}, 0, new long[3]));
        assertThrows(IllegalArgumentException.class, () -> IntegerBlock.of(new int[] {0}, 0, new long[0]));
        assertThrows(IllegalArgumentException.class, () -> IntegerBlock.of(new int[] {1}, 4096, new long[1]));
        assertThrows(
                IllegalArgumentException.class,
                () -> IntegerBlock.of(new int[] {1}, 0, new long[] {IntegerBlock.INTEGER_LIMIT}));
        assertThrows(
                IllegalArgumentException.class, () -> IntegerBlock.of(new int[] {1 << 30, 1 << 30, 4}, 0, new long[0]));
    }
}
