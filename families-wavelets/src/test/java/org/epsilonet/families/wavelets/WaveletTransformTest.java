package org.epsilonet.families.wavelets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaveletTransformTest {
    private static final long SEED = 20261128;

    /** Sums of some hundred terms of size 1, times the condition of the biorthogonal systems, at most 40. */
    private static final double ROUNDING = 1e-12;

    static List<String> names() {
        return Wavelet.names();
    }

    private static double[] random(int n) {
        return new Random(SEED).doubles(n, -1, 1).toArray();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyWaveletIsInverted(String name) {
        for (int[] shape : new int[][] {{1}, {2}, {7}, {163}, {85, 90}, {1, 9}, {3, 4, 5}}) {
            WaveletTransform transform = WaveletTransform.of(Wavelet.named(name), shape);
            double[] x = random(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
            double[] c = transform.forward(x);
            assertArrayEquals(x, transform.inverse(c), ROUNDING, name + " " + Arrays.toString(shape));
            if (transform.wavelet().isOrthonormal()) {
                assertEquals(energy(x), energy(c), ROUNDING * energy(x), name + " " + Arrays.toString(shape));
            }
        }
    }

    private static double energy(double[] x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    /**
     * Every power below the number of vanishing moments has no detail: on the whole interval, both ends included. What
     * was measured is written to target/boundary-moments.txt.
     */
    @Test
    void detailsOfPolynomialsVanishUpToTheEnds() throws IOException {
        List<String> table = new ArrayList<>();
        table.add(
                "wavelet, samples, levels: largest detail of the powers 0, 1, ... of [-1, 1], relative to their maximum");
        for (String name : names()) {
            Wavelet wavelet = Wavelet.named(name);
            for (int n : new int[] {163, 1000}) {
                WaveletTransform transform = WaveletTransform.of(wavelet, n);
                int lows = transform.lowPassShape(transform.levels())[0];
                StringBuilder row = new StringBuilder(name + ", " + n + ", " + transform.levels() + ":");
                for (int power = 0; power < wavelet.vanishingMoments(); power++) {
                    double largest = largestFrom(transform.forward(powers(n, power)), lows);
                    row.append(String.format(Locale.ROOT, " %.0e", largest));
                    // Levels and filters amplify a rounded sample by at most the gain sqrt(n) of the low-pass filter.
                    assertTrue(largest <= 1e-12, name + " n=" + n + " power " + power + ": " + largest);
                }
                table.add(row.toString());
            }
        }
        Files.write(Path.of("target", "boundary-moments.txt"), table);
    }

    private static double[] powers(int n, int power) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.pow((2 * i + 1.0) / n - 1, power);
        }
        return x;
    }

    private static double largestFrom(double[] c, int first) {
        return Arrays.stream(c, first, c.length).map(Math::abs).max().orElse(0);
    }

    /** The highest power of both variables together, and of three. */
    @ParameterizedTest
    @MethodSource("names")
    void detailsOfPolynomialsOfSeveralVariablesVanish(String name) {
        Wavelet wavelet = Wavelet.named(name);
        boolean isShort = wavelet.reconstructionLow().length <= 6;
        for (int[] shape : isShort ? new int[][] {{85, 90}, {24, 33, 26}} : new int[][] {{85, 90}}) {
            WaveletTransform transform = WaveletTransform.of(wavelet, shape);
            int[] corner = transform.lowPassShape(transform.levels());
            double[] x = {1};
            for (int n : shape) {
                x = product(x, powers(n, wavelet.vanishingMoments() - 1));
            }
            double[] c = transform.forward(x);
            double largest = 0;
            for (int i = 0; i < c.length; i++) {
                largest = isIn(corner, shape, i) ? largest : Math.max(largest, Math.abs(c[i]));
            }
            assertTrue(transform.levels() > 0 && largest <= 1e-12, name + ": " + largest);
        }
    }

    private static double[] product(double[] slow, double[] fast) {
        double[] product = new double[slow.length * fast.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = slow[i / fast.length] * fast[i % fast.length];
        }
        return product;
    }

    private static boolean isIn(int[] corner, int[] shape, int index) {
        int rest = index;
        for (int t = shape.length - 1; t >= 0; t--) {
            if (rest % shape[t] >= corner[t]) {
                return false;
            }
            rest /= shape[t];
        }
        return true;
    }

    /** Far from the ends the inverse of one coefficient is the filter of reconstruction, its sign aside. */
    @ParameterizedTest
    @MethodSource("names")
    void insideTheFiltersAreThoseOfTheWavelet(String name) {
        Wavelet wavelet = Wavelet.named(name);
        int n = 200;
        WaveletTransform transform = WaveletTransform.of(wavelet, n).withLevels(1);
        double[] low = new double[n];
        low[50] = 1;
        assertSame(stripped(wavelet.reconstructionLow()), stripped(transform.inverse(low)));
        double[] high = new double[n];
        high[150] = 1;
        assertSame(stripped(wavelet.reconstructionHigh()), stripped(transform.inverse(high)));
    }

    private static void assertSame(double[] expected, double[] actual) {
        double sign = Math.signum(expected[0] * actual[0]);
        assertArrayEquals(expected, Arrays.stream(actual).map(v -> sign * v).toArray(), 1e-14);
    }

    /** Without the zeros, and what lifting leaves in their place, at both ends. */
    private static double[] stripped(double[] x) {
        int first = 0;
        int end = x.length;
        while (Math.abs(x[first]) < 1e-14) {
            first++;
        }
        while (Math.abs(x[end - 1]) < 1e-14) {
            end--;
        }
        return Arrays.copyOfRange(x, first, end);
    }

    /** One level of a product is the product of one level of each factor: every axis is split everywhere. */
    @Test
    void oneLevelIsATensorProduct() {
        for (String name : List.of("db2", "bior2.4")) {
            Wavelet wavelet = Wavelet.named(name);
            double[] x = {1};
            double[] c = {1};
            for (int n : new int[] {17, 24, 21}) {
                double[] factor = random(n);
                x = product(x, factor);
                c = product(c, WaveletTransform.of(wavelet, n).withLevels(1).forward(factor));
            }
            WaveletTransform transform =
                    WaveletTransform.of(wavelet, 17, 24, 21).withLevels(1);
            assertArrayEquals(c, transform.forward(x), 1e-14, name);
        }
    }

    /** Above the size from which all processors are used. */
    @Test
    void aLargeRectangleIsInvertedAndRepeatable() {
        WaveletTransform transform = WaveletTransform.of(Wavelet.named("db4"), 600, 301);
        double[] x = random(600 * 301);
        double[] c = transform.forward(x);
        assertArrayEquals(c, transform.forward(x), 0);
        assertArrayEquals(x, transform.inverse(c), ROUNDING);
    }

    @Test
    void levelsAndTheirShapes() {
        WaveletTransform transform = WaveletTransform.of(Wavelet.named("db4"), 101, 20);
        assertEquals(3, transform.levels());
        assertArrayEquals(new int[] {101, 20}, transform.lowPassShape(0));
        assertArrayEquals(new int[] {51, 10}, transform.lowPassShape(1));
        assertArrayEquals(new int[] {13, 10}, transform.lowPassShape(3));
        assertEquals(1, transform.withLevels(1).levels());
        assertEquals("3 levels of db4 on [101, 20]", transform.toString());
        double[] x = random(2020);
        assertArrayEquals(x, transform.withLevels(0).forward(x), 0);
    }

    /** A constant: one level multiplies low-pass coefficients by the root of 2. */
    @Test
    void constantsAreKept() {
        double[] ones = new double[50];
        Arrays.fill(ones, 1);
        double[] c =
                WaveletTransform.of(Wavelet.named("bior2.4"), 50).withLevels(1).forward(ones);
        for (int i = 0; i < 50; i++) {
            assertEquals(i < 25 ? Math.sqrt(2) : 0, c[i], 1e-14);
        }
    }

    @Test
    void wrongArgumentsAreRefused() {
        Wavelet haar = Wavelet.named("db1");
        for (int[] shape : new int[][] {{}, {0}, {2, -1}, {1, 1, 1, 1}, {1 << 16, 1 << 16}}) {
            assertThrows(IllegalArgumentException.class, () -> WaveletTransform.of(haar, shape));
        }
        WaveletTransform transform = WaveletTransform.of(haar, 4);
        double[] x = new double[4];
        assertThrows(IllegalArgumentException.class, () -> transform.forward(new double[5]));
        assertThrows(IllegalArgumentException.class, () -> transform.inverse(x, x));
        assertThrows(IllegalArgumentException.class, () -> transform.withLevels(-1));
        assertThrows(IllegalArgumentException.class, () -> transform.lowPassShape(3));
    }
}
