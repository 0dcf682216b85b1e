package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.api.symbol.SymbolTape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Knots where they belong, and codes that count partitions exactly. */
class AdaptiveCellsTest {
    /** A jump between samples is found exactly, whatever its place, with many samples or few. */
    @ParameterizedTest
    @ValueSource(ints = {50, 700, 5000, 100_003})
    void jumpsInSamples(int n) {
        Random random = new Random(n);
        for (int trial = 0; trial < 5; trial++) {
            int jump = 1 + random.nextInt(n - 1);
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = i < jump ? 0.25 * i / n : 0.9 - 0.5 * i / n;
            }
            for (LpNorm norm : new LpNorm[] {LpNorm.L2, LpNorm.SUP}) {
                Approximation a =
                        FreeKnotPiecewisePolynomials.ofDegree(1).approximate(Samples.of("jump", values), 2, norm);
                assertArrayEquals(
                        new double[] {(double) jump / n}, a.approximant().breakpoints(), "jump at " + jump);
                // Local coordinates are rounded by about N ulps.
                assertEquals(0, a.distance().value(), 1e-15 * n);
            }
        }
    }

    /** A quarter of the tents of all scales, chosen at random: rough everywhere, finer than the atoms of any search. */
    private static double tents(double x) {
        double sum = 0;
        for (int j = 2; j < 30; j++) {
            long cell = (long) Math.scalb(x, j);
            if (new SplittableRandom((1L << 50) + ((long) j << 32) + cell).nextInt(4) == 0) {
                double u = Math.scalb(x, j) - cell;
                sum += Math.scalb(Math.min(u, 1 - u), -j);
            }
        }
        return sum;
    }

    /** Where the search among atoms finds less than halving cells does, halving counts: with 64 pieces the error was 1.14 times that. */
    @Test
    void freeKnotsAreNotWorseThanHalving() {
        Formula rough = Formula.of("tents", AdaptiveCellsTest::tents);
        for (int pieces : new int[] {64, 128}) {
            double free = FreeKnotPiecewisePolynomials.ofDegree(1)
                    .approximate(rough, pieces, LpNorm.SUP)
                    .distance()
                    .value();
            double halved = DyadicPiecewisePolynomials.ofDegree(1)
                    .approximate(rough, pieces, LpNorm.SUP)
                    .distance()
                    .value();
            // Distances are sampled at points that depend on the knots, which may move them by a part of a tent; and
            // halving must be clearly better.
            assertTrue(free <= 1.1 * halved, pieces + " pieces: " + free + ", halved " + halved);
        }
    }

    /** A jump a hundredth beside the side of a large cell, nearer than the nodes of the cell's own rule, is followed. */
    @Test
    void jumpsBesideACellAreSeen() {
        Formula strip = Formula.of("strip", 2, x -> x[0] < 0.505 ? 0 : 1);
        double error = DyadicPiecewisePolynomials.ofDegree(0)
                .approximate(strip, 512, LpNorm.L2)
                .distance()
                .value();
        // Missed, the strip alone costs 0.07; followed by 200 cells or more along it, 1/2 of the root of their width.
        assertTrue(error < 0.5 / Math.sqrt(200), () -> "error " + error);
    }

    /** With noise the knot is still at a large jump. */
    @Test
    void jumpInNoise() {
        Random random = new Random(11);
        double[] values = new double[20_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i < 12_345 ? 0.5 : -0.5) + 0.01 * random.nextGaussian();
        }
        Approximation a =
                FreeKnotPiecewisePolynomials.ofDegree(0).approximate(Samples.of("noise", values), 2, LpNorm.L2);
        assertArrayEquals(new double[] {12_345 / 20_000.0}, a.approximant().breakpoints());
    }

    /** Dynamic programming against all partitions of a dozen samples. */
    @Test
    void partitionsOfFewSamplesAreOptimal() {
        for (long seed = 0; seed < 20; seed++) {
            double[] v = new Random(seed).doubles(12).toArray();
            for (int pieces = 1; pieces <= 5; pieces++) {
                double found = FreeKnotPiecewisePolynomials.ofDegree(0)
                        .approximate(Samples.of("random", v), pieces, LpNorm.L2)
                        .distance()
                        .value();
                assertEquals(best(v, pieces), found, 1e-12, "seed " + seed + ", M = " + pieces);
            }
        }
    }

    private static double best(double[] v, int pieces) {
        double best = Double.POSITIVE_INFINITY;
        for (int knots = 0; knots < 1 << (v.length - 1); knots++) {
            if (Integer.bitCount(knots) < pieces) {
                best = Math.min(best, squaredError(v, knots));
            }
        }
        return Math.sqrt(best / v.length);
    }

    private static double squaredError(double[] v, int knots) {
        double error = 0;
        int start = 0;
        for (int end = 1; end <= v.length; end++) {
            if (end == v.length || (knots >> (end - 1) & 1) == 1) {
                double mean = 0;
                for (int i = start; i < end; i++) {
                    mean += v[i] / (end - start);
                }
                for (int i = start; i < end; i++) {
                    error += (v[i] - mean) * (v[i] - mean);
                }
                start = end;
            }
        }
        return error;
    }

    /** The equidistributed and slid partition beyond dynamic programming is no worse than equal cells, and near the root rate. */
    @Test
    void manySamplesAreNearBest() {
        int n = 20_000;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = Math.sqrt((i + 0.5) / n);
        }
        Samples root = Samples.of("root", values);
        for (int pieces : new int[] {8, 64}) {
            double free = FreeKnotPiecewisePolynomials.ofDegree(0)
                    .approximate(root, pieces, LpNorm.L2)
                    .distance()
                    .value();
            // Best P0 with free knots: M E -> (integral of |f'|^(2/3))^(3/2) / sqrt(12), here 1.5^1.5 / 2 / sqrt(12).
            double asymptotic = Math.pow(1.5, 1.5) / 2 / Math.sqrt(12) / pieces;
            assertEquals(asymptotic, free, 0.08 * asymptotic, "M = " + pieces);
        }
    }

    /** All codes that a hostile writer could choose, read and written again: each once, as many as counted. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void treesAreCountedExactly(int leaves) throws Exception {
        int[] sums = {1, 2, 4, 9, 23, 65};
        assertEquals(sums[leaves - 1], countByReading(DyadicPiecewisePolynomials.ofDegree(0), Cube.INTERVAL, leaves));
        assertEquals(sums[leaves - 1], countByReading(DyadicPiecewisePolynomials.ofDegree(0), new Cube(2), leaves));
        double log2 = DyadicPiecewisePolynomials.ofDegree(0)
                .parametrization(Cube.INTERVAL, leaves)
                .log2Structures();
        assertEquals(Math.log(sums[leaves - 1]) / Math.log(2), log2, 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8})
    void knotsAreCountedExactly(int samples) throws Exception {
        for (int pieces = 1; pieces <= samples; pieces++) {
            ParametrizedFamily family = FreeKnotPiecewisePolynomials.ofDegree(1);
            long count = countByReading(family, Grid.of(samples), pieces);
            double log2 = family.parametrization(Grid.of(samples), pieces).log2Structures();
            assertEquals(Math.log(count) / Math.log(2), log2, 1e-9, "N = " + samples + ", M = " + pieces);
        }
    }

    /** Walks through all choices of symbols below 64 (bits below 16), in the manner of an odometer. */
    private static long countByReading(ParametrizedFamily family, Domain domain, int budget) throws Exception {
        Set<SymbolTape> written = new HashSet<>();
        Odometer odometer = new Odometer();
        do {
            odometer.rewind();
            try {
                var structure = family.parametrization(domain, budget).read(odometer);
                SymbolTape tape = SymbolTape.of(structure::write);
                SymbolTape.Reader reader = tape.reader();
                assertTrue(written.add(tape), "one structure has two codes");
                family.parametrization(domain, budget).read(reader);
                assertTrue(reader.atEnd());
            } catch (CorruptCodeException corrupt) {
                assertTrue(domain instanceof Grid, "a tree has no corrupt codes");
            }
        } while (odometer.next());
        return written.size();
    }

    private static final class Odometer implements SymbolSource {
        private static final int LARGEST_ALPHABET = 5;
        private final long[] digits = new long[64];
        private final long[] sizes = new long[64];
        private int position;

        void rewind() {
            position = 0;
        }

        boolean next() {
            for (int i = position - 1; i >= 0; i--) {
                if (++digits[i] < sizes[i]) {
                    return true;
                }
                digits[i] = 0;
            }
            return false;
        }

        private long digit(long n) {
            sizes[position] = n;
            return digits[position++];
        }

        @Override
        public long bits(int count) {
            return digit(1L << count);
        }

        @Override
        public long uniform(long n) {
            return digit(n);
        }

        /** Of large alphabets (powers of two, bit lengths) only small symbols can occur on so few samples. */
        @Override
        public int adaptive(int context, int n) {
            return (int) digit(Math.min(n, LARGEST_ALPHABET));
        }
    }

    /** Codes that no writer produces are refused before anything is allocated for them. */
    @Test
    void corruptKnotsAreRefused() {
        SymbolTape tape = new SymbolTape();
        tape.uniform(3, 4);
        tape.adaptive(0, 63, 64);
        tape.integer(1, (1L << 61) + 5);
        assertThrows(
                CorruptCodeException.class,
                () -> FreeKnotPiecewisePolynomials.ofDegree(1)
                        .parametrization(Grid.of(100), 4)
                        .read(tape.reader()));
    }
}
