package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.quantization.Quantization;
import org.junit.jupiter.api.Test;

class DecayLawTest {
    private static final int COUNT = 200;

    private static long[] sizes(DecayLaw law, int count) {
        long[] sizes = new long[count];
        Arrays.setAll(sizes, i -> law.size(i, count));
        return sizes;
    }

    @Test
    void sizesFallAsTheLawSays() {
        // The power 1 of 4 integers, the last of which has the size 1.
        assertArrayEquals(new long[] {512, 256, 170, 128}, sizes(new DecayLaw(4, 6), 4));
        // Two octaves in all, of which the last integer is a quarter away from the end.
        assertArrayEquals(new long[] {362, 256, 181, 128}, sizes(new DecayLaw(16, 6), 4));
        // Nothing falls; an eighth.
        assertArrayEquals(new long[] {16, 16}, sizes(new DecayLaw(0, 0), 2));
        assertEquals(1L << 51, new DecayLaw(15, 15).size(0, 1 << 20));
    }

    @Test
    void everyLawIsReadAsItWasWritten() throws CorruptCodeException {
        for (int shape = 0; shape < DecayLaw.SHAPES; shape++) {
            for (int end = 0; end < DecayLaw.ENDS; end++) {
                RangeEncoder coder = new RangeEncoder();
                new DecayLaw(shape, end).write(coder);
                assertEquals(DecayLaw.BITS, coder.bitsWritten(), 1);
                byte[] bytes = coder.finish();
                assertEquals(new DecayLaw(shape, end), DecayLaw.read(new RangeDecoder(bytes, 0, bytes.length)));
            }
        }
    }

    /** Two-sided exponential numbers whose sizes fall like a power. */
    private static long[] falling(double power, double last, Random random) {
        long[] integers = new long[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double size = last * Math.pow((double) COUNT / (i + 1), power) * -Math.log(1 - random.nextDouble());
            integers[i] = Math.round(random.nextBoolean() ? size : -size);
        }
        return integers;
    }

    private static Quantization of(long[] integers) {
        Structure structure = new Contexts(integers.length, 1);
        return Quantization.of(structure, new double[integers.length], 1, LpNorm.L2)
                .withIntegers(integers);
    }

    @Test
    void lawfulIntegersAreReadAsTheyWereWritten() throws CorruptCodeException {
        Random random = new Random(3);
        for (int n = 0; n < 200; n++) {
            long[] integers = falling(4 * random.nextDouble(), Math.pow(2, 12 * random.nextDouble()), random);
            // Some far beyond what is expected, up to the largest.
            integers[random.nextInt(COUNT)] = (1L << random.nextInt(52)) - 1;
            Optional<DecayLaw> law =
                    Optional.of(new DecayLaw(random.nextInt(DecayLaw.SHAPES), random.nextInt(DecayLaw.ENDS)));
            RangeEncoder coder = new RangeEncoder();
            Structure structure = new Contexts(COUNT, 3);
            ParameterCode.write(structure, law, integers, coder);
            double bits = ParameterCode.bits(structure, law, integers);
            // The range is cut at every decision.
            assertEquals(bits, coder.bitsWritten(), 2 + 1e-3 * bits);
            byte[] bytes = coder.finish();
            RangeDecoder source = new RangeDecoder(bytes, 0, bytes.length);
            assertArrayEquals(integers, ParameterCode.read(structure, law, source, HeaderSeven.LAWFUL));
        }
    }

    /** \(-2^{63}\) has no magnitude that is a long. */
    @Test
    void integersBeyondTheLimitAreRefused() {
        Structure structure = new Contexts(3, 1);
        for (long beyond : new long[] {Long.MIN_VALUE, Quantization.INTEGER_LIMIT, -Quantization.INTEGER_LIMIT}) {
            for (Optional<DecayLaw> law : List.of(Optional.<DecayLaw>empty(), Optional.of(new DecayLaw(4, 6)))) {
                RangeEncoder coder = new RangeEncoder();
                ParameterCode.write(structure, law, new long[] {5, beyond, -7}, coder);
                byte[] bytes = coder.finish();
                RangeDecoder source = new RangeDecoder(bytes, 0, bytes.length);
                assertThrows(
                        CorruptCodeException.class,
                        () -> ParameterCode.read(structure, law, source, FileFormat.CURRENT));
            }
        }
    }

    /** The power that was at work, to two quarters, and 4 % of the bits at least: 200 integers of which half are not 0. */
    @Test
    void theLawBehindIntegersIsFoundAndSavesBits() {
        Random random = new Random(4);
        double told = 0;
        double traced = 0;
        for (int shape : new int[] {4, 6, 8, 10}) {
            Quantization q = of(falling(0.25 * shape, 0.5, random));
            DecayLaw law = LawSearch.best(q).orElseThrow();
            assertTrue(Math.abs(law.shape() - shape) <= 2, law + " for " + shape);
            told += DecayLaw.BITS + ParameterCode.bits(q.structure(), Optional.of(law), q.integers());
            traced += ParameterCode.bits(q.structure(), Optional.empty(), q.integers());
        }
        assertTrue(told < 0.96 * traced, told + " of " + traced);
        assertEquals(Optional.empty(), LawSearch.best(of(new long[11])));
        assertTrue(LawSearch.best(of(new long[12])).isPresent());
        long[] large = new long[COUNT];
        Arrays.fill(large, Quantization.INTEGER_LIMIT - 1);
        assertTrue(LawSearch.best(of(large)).isPresent());
    }
}
