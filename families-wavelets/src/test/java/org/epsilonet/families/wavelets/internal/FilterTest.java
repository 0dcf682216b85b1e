package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.function.Grid;
import org.epsilonet.families.wavelets.filter.Filters;
import org.epsilonet.families.wavelets.filter.NamedFilters;
import org.junit.jupiter.api.Test;

class FilterTest {
    /** The synthesis low-pass filter of a lifting system is the impulse response of its inverse, far from the ends. */
    @Test
    void liftingGivesTheBiorthogonalFilters() {
        assertClose(lowPass("bior2.2"), impulseResponse(LiftingSystem.cdf53()));
        assertClose(lowPass("bior4.4"), impulseResponse(LiftingSystem.cdf97()));
    }

    /** Pins every bit of every filter, boundary filters included, on any machine: files of version 1 need these. */
    @Test
    void filtersOfTheFirstSystemsHaveTheirGoldenHash() {
        assertEquals(1722034241, hash(WaveletSystem.all().subList(0, 12), 131, 256));
    }

    /** On 163 samples the longest filters have two levels. */
    @Test
    void filtersOfAllSystemsHaveTheirGoldenHash() {
        assertEquals(1731530979, hash(WaveletSystem.all(), 163));
    }

    /** On rectangles and on more samples than one block: the hash is that of the transform that wrote files of version 1. */
    @Test
    void transformsOfTheFirstSystemsHaveTheirGoldenHash() {
        int hash = 1;
        int[][] rectangles = {{37, 50}, {1, 90}, {90, 1}, {300, 41}, {128, 128}, {600, 301}};
        for (int[][] shapes : new int[][][] {rectangles, {{5000}, {65536}}}) {
            for (WaveletSystem system : WaveletSystem.all().subList(0, 12)) {
                for (int[] shape : shapes) {
                    Pyramid pyramid = Pyramid.of(system, Grid.of(shape));
                    double[] x = new Random(5).doubles(pyramid.size(), -1, 1).toArray();
                    hash = 31 * hash + Arrays.hashCode(pyramid.analyze(x));
                    hash = 31 * hash + Arrays.hashCode(pyramid.synthesize(x));
                }
            }
        }
        assertEquals(518536206, hash);
    }

    private static int hash(List<WaveletSystem> systems, int... lengths) {
        int hash = 1;
        for (WaveletSystem system : systems) {
            for (int n : lengths) {
                Pyramid pyramid = Pyramid.of(system, Grid.of(n));
                for (int i = 0; i < n; i++) {
                    double[] unit = new double[n];
                    unit[i] = 1;
                    hash = 31 * hash + Arrays.hashCode(pyramid.synthesize(unit));
                }
            }
        }
        return hash;
    }

    private static void assertClose(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], actual[k], 1e-15, "tap " + k);
        }
    }

    private static double[] lowPass(String name) {
        return stripped(Filters.rounded(NamedFilters.of(name).low()));
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
}
