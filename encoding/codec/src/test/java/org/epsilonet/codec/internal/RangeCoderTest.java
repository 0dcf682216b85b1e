package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeCoderTest {
    /** Every kind of symbol in random order, with skewed and with extreme values, comes back as it was. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void everySymbolComesBack(long seed) throws CorruptCodeException {
        int symbols = (int) (seed * seed * 40);
        RangeEncoder encoder = new RangeEncoder();
        Random random = new Random(seed);
        long[] positions = new long[symbols];
        for (int i = 0; i < symbols; i++) {
            write(random, encoder);
            positions[i] = encoder.bitsWritten();
        }
        byte[] bytes = encoder.finish();
        RangeDecoder decoder = new RangeDecoder(bytes, 0, bytes.length);
        Random same = new Random(seed);
        for (int i = 0; i < symbols; i++) {
            readAndCompare(same, decoder);
            assertEquals(positions[i], decoder.bitsRead(), "bits at symbol " + i);
        }
        decoder.finish();
    }

    private static void write(Random random, RangeEncoder encoder) {
        switch (random.nextInt(4)) {
            case 0 -> {
                int count = random.nextInt(64);
                encoder.bits(bits(random, count), count);
            }
            case 1 -> {
                long n = alphabet(random);
                encoder.uniform(symbol(random, n), n);
            }
            case 2 -> {
                int context = random.nextInt(300);
                encoder.adaptive(context, skewed(random, 1 + context % 256), 1 + context % 256);
            }
            default -> encoder.integer(40_000, bits(random, random.nextInt(62)));
        }
    }

    private static void readAndCompare(Random random, RangeDecoder decoder) throws CorruptCodeException {
        switch (random.nextInt(4)) {
            case 0 -> {
                int count = random.nextInt(64);
                assertEquals(bits(random, count), decoder.bits(count));
            }
            case 1 -> {
                long n = alphabet(random);
                assertEquals(symbol(random, n), decoder.uniform(n));
            }
            case 2 -> {
                int context = random.nextInt(300);
                assertEquals(skewed(random, 1 + context % 256), decoder.adaptive(context, 1 + context % 256));
            }
            default -> assertEquals(bits(random, random.nextInt(62)), decoder.integer(40_000));
        }
    }

    private static long bits(Random random, int count) {
        long all = (1L << count) - 1;
        return switch (random.nextInt(3)) {
            case 0 -> all;
            case 1 -> 0;
            default -> random.nextLong() & all;
        };
    }

    private static long alphabet(Random random) {
        long n = 1L << random.nextInt(49);
        return random.nextBoolean() ? n : Math.max(1, n - random.nextInt(3));
    }

    private static long symbol(Random random, long n) {
        return random.nextInt(3) == 0 ? n - 1 : Math.floorMod(random.nextLong(), n);
    }

    private static int skewed(Random random, int n) {
        return random.nextInt(10) < 9 ? 0 : random.nextInt(n);
    }

    /** 2^-16 is lost to rounding of the range per symbol, and less than two bytes at the end. */
    @Test
    void aUniformSymbolCostsItsLogarithm() {
        for (long n : new long[] {2, 3, 10, 1000, 65537, 16_777_216, 16_777_217, 1_000_000_007L, (1L << 48) - 1}) {
            RangeEncoder encoder = new RangeEncoder();
            Random random = new Random(n);
            int count = 20_000;
            for (int i = 0; i < count; i++) {
                encoder.uniform(Math.floorMod(random.nextLong(), n), n);
            }
            double ideal = count * Math.log(n) / Math.log(2);
            double written = 8.0 * encoder.finish().length;
            assertTrue(written >= ideal - 0.01 * ideal && written <= ideal * (1 + 1e-4) + 16, n + ": " + written);
        }
    }

    /**
     * A source with fixed frequencies is coded within 3 % of its entropy: the fast estimate forgets after 50 bits, which
     * costs about that.
     */
    @Test
    void anAdaptiveSymbolCostsItsEntropy() {
        int count = 100_000;
        for (double p : new double[] {0.5, 0.2, 0.03}) {
            Random random = new Random(7);
            RangeEncoder encoder = new RangeEncoder();
            for (int i = 0; i < count; i++) {
                encoder.adaptive(5, random.nextDouble() < p ? 1 : 0, 2);
            }
            double entropy = -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
            double perSymbol = 8.0 * encoder.finish().length / count;
            assertTrue(perSymbol > 0.97 * entropy && perSymbol < 1.03 * entropy, p + ": " + perSymbol / entropy);
        }
    }

    @Test
    void aMillionEqualSymbolsCostLittle() {
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < 1_000_000; i++) {
            encoder.adaptive(0, 200, 256);
        }
        // 8 decisions of about 2^-15.5 bits each remain per symbol.
        assertTrue(encoder.finish().length < 100);
    }

    @Test
    void nothingCostsNothing() throws CorruptCodeException {
        RangeEncoder encoder = new RangeEncoder();
        encoder.bits(0, 0);
        encoder.uniform(0, 1);
        encoder.adaptive(0, 0, 1);
        assertEquals(0, encoder.bitsWritten());
        assertEquals(0, encoder.finish().length);
        new RangeDecoder(new byte[0], 0, 0).finish();
    }

    @Test
    void aStreamTooShortOrTooLongIsCorrupt() {
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < 100; i++) {
            encoder.bits(i, 8);
        }
        byte[] bytes = encoder.finish();
        assertThrows(CorruptCodeException.class, () -> {
            RangeDecoder decoder = new RangeDecoder(bytes, 0, bytes.length - 20);
            for (int i = 0; i < 100; i++) {
                decoder.bits(8);
            }
            decoder.finish();
        });
        RangeDecoder tooLong = new RangeDecoder(bytes, 0, bytes.length);
        assertThrows(CorruptCodeException.class, tooLong::finish);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        RangeEncoder encoder = new RangeEncoder();
        encoder.adaptive(3, 1, 4);
        assertThrows(IllegalArgumentException.class, () -> encoder.bits(4, 2));
        assertThrows(IllegalArgumentException.class, () -> encoder.bits(0, 64));
        assertThrows(IllegalArgumentException.class, () -> encoder.uniform(3, 3));
        assertThrows(IllegalArgumentException.class, () -> encoder.uniform(0, (1L << 48) + 1));
        assertThrows(IllegalArgumentException.class, () -> encoder.adaptive(3, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> encoder.adaptive(65_536, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> encoder.adaptive(1, 0, 257));
    }
}
