package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.junit.jupiter.api.Test;

class ParameterCodeTest {
    /** Bits per integer, after a round trip. */
    private static double bits(int count, int contexts, IntToLongFunction integer) throws CorruptCodeException {
        long[] integers = new long[count];
        for (int i = 0; i < count; i++) {
            integers[i] = integer.applyAsLong(i);
        }
        Structure structure = new Contexts(count, contexts);
        RangeEncoder encoder = new RangeEncoder();
        ParameterCode.write(structure, Optional.empty(), integers, encoder);
        byte[] bytes = encoder.finish();
        RangeDecoder decoder = new RangeDecoder(bytes, 0, bytes.length);
        assertArrayEquals(integers, ParameterCode.read(structure, Optional.empty(), decoder, FileFormat.CURRENT));
        decoder.finish();
        return 8.0 * bytes.length / Math.max(1, count);
    }

    private static long laplacian(Random random, double scale) {
        double u = random.nextDouble() - 0.5;
        return Math.round(-Math.signum(u) * scale * Math.log(1 - 2 * Math.abs(u)));
    }

    /** Entropy of the rounded Laplacian, by summation of its probabilities. */
    private static double laplacianEntropy(double scale) {
        double zero = 1 - Math.exp(-0.5 / scale);
        double entropy = -zero * Math.log(zero);
        for (int k = 1; k < 100 * scale + 100; k++) {
            double p = 0.5 * (Math.exp(-(k - 0.5) / scale) - Math.exp(-(k + 0.5) / scale));
            entropy -= p > 0 ? 2 * p * Math.log(p) : 0;
        }
        return entropy / Math.log(2);
    }

    @Test
    void aLaplacianSourceCostsItsEntropy() throws CorruptCodeException {
        for (double scale : new double[] {0.1, 0.3, 1, 4, 30, 1000, 1e7}) {
            Random random = new Random(3);
            double written = bits(50_000, 3, i -> laplacian(random, scale));
            double entropy =
                    laplacianEntropy(Math.min(scale, 1000)) + Math.log(Math.max(scale, 1000) / 1000) / Math.log(2);
            // The mean miss is estimated from about eight neighbours, which costs up to 6 % at small scales and 0.2
            // bits
            // at large ones; the sample itself may be 2 % easier than its source.
            assertTrue(
                    written > 0.98 * entropy - 0.01 && written < 1.06 * entropy + 0.12,
                    scale + ": " + written + " bits, entropy " + entropy);
        }
    }

    @Test
    void aSourceOfChangingScaleIsFollowed() throws CorruptCodeException {
        Random random = new Random(4);
        double written = bits(40_000, 1, i -> laplacian(random, i / 1000 % 2 == 0 ? 0.05 : 200));
        double entropy = (laplacianEntropy(0.05) + laplacianEntropy(200)) / 2;
        assertTrue(written < 1.06 * entropy + 0.1, written + " bits, entropy " + entropy);
    }

    @Test
    void samplesOfSomethingSmoothArePredicted() throws CorruptCodeException {
        double smooth = bits(10_000, 1, i -> Math.round(1e6 * Math.sin(i / 300.0)));
        // Second differences are about 11, whose Laplacian entropy is about 6 bits; the numbers have 20.
        assertTrue(smooth < 6.5, "bits " + smooth);
        double line = bits(10_000, 1, i -> 1_000_003L * i);
        assertTrue(line < 0.1, "bits " + line);
    }

    @Test
    void extremesComeBack() throws CorruptCodeException {
        long limit = (1L << 52) - 1;
        Random random = new Random(5);
        bits(1000, 64, i -> random.nextInt(3) == 0 ? 0 : random.nextBoolean() ? limit : -limit);
        bits(1000, 1, i -> i % 2 == 0 ? limit : -limit);
        bits(0, 1, i -> 0);
        bits(1, 1, i -> limit);
        for (int n = 1; n < 60; n++) {
            bits(n, 2, i -> random.nextLong() >> (12 + random.nextInt(52)));
        }
    }

    @Test
    void zerosCostNextToNothing() throws CorruptCodeException {
        assertTrue(bits(1 << 16, 1, i -> 0) < 0.01);
        assertTrue(bits(1 << 16, 1, i -> 77) < 0.01);
    }

    @Test
    void aFewParametersCostLittleMoreThanTheirDigits() throws CorruptCodeException {
        Random random = new Random(6);
        double total = 16 * bits(16, 1, i -> Math.round(100 * random.nextGaussian()));
        // Entropy of the rounded Gaussian: log2(100 sqrt(2 pi e)) = 8.7 bits each, 139 in all; learning adds a third.
        assertTrue(total < 190, "bits " + total);
    }

    @Test
    void anyBytesAreReadOrRefused() {
        Random random = new Random(7);
        int refused = 0;
        for (int n = 0; n < 2000; n++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                RangeDecoder decoder = new RangeDecoder(bytes, 0, bytes.length);
                ParameterCode.read(new Contexts(random.nextInt(100), 5), Optional.empty(), decoder, FileFormat.CURRENT);
                decoder.finish();
            } catch (CorruptCodeException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000, "refused " + refused);
    }

    @Test
    void contextsOutOfRangeAreTheFamilysFault() {
        assertThrows(
                IllegalStateException.class,
                () -> ParameterCode.write(new Contexts(100, 65), Optional.empty(), new long[100], new RangeEncoder()));
    }
}
