package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.epsilonet.api.function.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
    void filtersAreOrthonormalWithVanishingMoments(int moments) {
        double[] h = new DaubechiesSystem(moments).lowPass();
        assertEquals(2 * moments, h.length);
        assertEquals(Math.sqrt(2), Arrays.stream(h).sum(), 4e-16 * moments);
        for (int shift = 0; shift < moments; shift++) {
            double product = 0;
            for (int k = 2 * shift; k < h.length; k++) {
                product += h[k] * h[k - 2 * shift];
            }
            assertEquals(shift == 0 ? 1 : 0, product, 1e-14);
        }
        for (int power = 0; power < moments; power++) {
            double moment = 0;
            double size = 0;
            for (int k = 0; k < h.length; k++) {
                double u = (k - moments + 0.5) / moments;
                moment += (k % 2 == 0 ? 1 : -1) * h[h.length - 1 - k] * Math.pow(u, power);
                size += Math.abs(h[h.length - 1 - k] * Math.pow(u, power));
            }
            assertTrue(Math.abs(moment) <= 1e-12 * size, "moment " + power + " is " + moment);
        }
    }

    /** PyWavelets tabulates db filters to about 1e-12 at high orders; ours are rounded from 31 digits. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
    void daubechiesFiltersAgreeWithPyWavelets(int moments) throws IOException {
        assertClose(reference("db" + moments), new DaubechiesSystem(moments).lowPass());
    }

    /** The synthesis low-pass filter of a lifting system is the impulse response of its inverse, far from the ends. */
    @Test
    void liftingGivesTheBiorthogonalFiltersOfPyWavelets() throws IOException {
        assertClose(stripped(reference("bior2.2")), impulseResponse(LiftingSystem.cdf53()));
        assertClose(stripped(reference("bior4.4")), impulseResponse(LiftingSystem.cdf97()));
    }

    @Test
    void haarIsTheFirstDaubechiesFilter() {
        assertEquals(1, HalfBand.coefficients(1).length);
        assertEquals(Math.sqrt(0.5), impulseResponse(new HaarSystem())[0], 1e-16);
    }

    /** Pins every bit of every filter, boundary filters included, on any machine. */
    @Test
    void computedFiltersHaveTheirGoldenHash() {
        int hash = 1;
        for (WaveletSystem system : WaveletSystem.all()) {
            for (int n : new int[] {131, 256}) {
                Pyramid pyramid = Pyramid.of(system, Grid.of(n));
                for (int i = 0; i < n; i++) {
                    double[] unit = new double[n];
                    unit[i] = 1;
                    hash = 31 * hash + Arrays.hashCode(pyramid.synthesize(unit));
                }
            }
        }
        assertEquals(GOLDEN_HASH, hash);
    }

    private static final int GOLDEN_HASH = 1722034241;

    private static void assertClose(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], actual[k], 1e-11, "tap " + k);
        }
    }

    private static double[] impulseResponse(WaveletSystem system) {
        Level level = system.cascade(64).level(0);
        double[] x = new double[64];
        x[16] = 1;
        level.synthesize(x, 0, new double[64]);
        return stripped(x);
    }

    private static double[] stripped(double[] x) {
        int first = 0;
        int last = x.length;
        while (x[first] == 0) {
            first++;
        }
        while (x[last - 1] == 0) {
            last--;
        }
        return Arrays.copyOfRange(x, first, last);
    }

    private static double[] reference(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FilterTest.class.getResourceAsStream("pywavelets-filters.csv")),
                StandardCharsets.UTF_8))) {
            String line = reader.lines()
                    .filter(l -> l.startsWith(name + ","))
                    .findFirst()
                    .orElseThrow();
            return Arrays.stream(line.split(","))
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }
}
