package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.families.wavelets.WaveletFamilies;
import org.junit.jupiter.api.Test;

class WaveletFamilyTest {
    private static final long SEED = 4;
    private static final Families FAMILIES = Families.of(List.of(new WaveletFamilies()));

    private static WaveletFamily family(String id) {
        return (WaveletFamily) FAMILIES.get("wavelets." + id);
    }

    private static List<WaveletFamily> all() {
        return FAMILIES.all().stream()
                .filter(WaveletFamily.class::isInstance)
                .map(WaveletFamily.class::cast)
                .filter(SystemKinds::includes)
                .filter(f -> f.dimensions().contains(1))
                .toList();
    }

    /** Systems, each by first and best terms, and four of them by trees; a control. */
    @Test
    void fiftySixSystemsInTwoOrThreeWays() {
        assertEquals(56, WaveletSystem.all().size());
        // Trees, a scale for each axis (first and best) and packets for four systems each.
        assertEquals(2 * 56 + 4 + 2 * 4 + 4 + 1, FAMILIES.all().size());
        assertEquals(2, FAMILIES.representatives(1).size());
        assertEquals(3, FAMILIES.representatives(2).size());
        assertEquals(0, FAMILIES.representatives(3).size());
    }

    @Test
    void awkwardDataIsReproducedWithAllTerms() {
        Random random = new Random(SEED);
        for (WaveletFamily family : all()) {
            for (int n : new int[] {1, 2, 3, 17, 61}) {
                for (double[] values : new double[][] {
                    new double[n],
                    IntStream.range(0, n).mapToDouble(i -> 1).toArray(),
                    random.doubles(n, -1, 1).toArray()
                }) {
                    Samples data = Samples.of("data", values);
                    Approximation a = family.approximate(data, 10 * n, LpNorm.SUP);
                    assertEquals(0, a.distance().value(), 1e-13, family.id() + " n=" + n);
                    assertEquals(Approximation.Outcome.REACHED, a.outcome());
                    assertTrue(a.approximant().structure().size() <= n);
                }
            }
        }
    }

    /** Constants need the one coarsest atom, zero needs none. */
    @Test
    void constantsNeedOneTerm() {
        for (WaveletFamily family : all()) {
            for (int n : new int[] {1, 2, 3, 17, 1000}) {
                double[] ones = new double[n];
                Arrays.fill(ones, 0.75);
                Approximation a = family.approximate(Samples.of("constant", ones), 1, LpNorm.SUP);
                assertEquals(0, a.distance().value(), 1e-12, family.id() + " n=" + n);
            }
        }
        assertEquals(
                0,
                family("db4.best")
                        .approximate(Samples.of("zero", new double[50]), 5, LpNorm.L2)
                        .approximant()
                        .structure()
                        .size());
    }

    @Test
    void bestTermsLeaveTheSmallestEnergy() {
        Random random = new Random(SEED);
        int n = 500;
        Samples data = Samples.of("noise", random.doubles(n, -1, 1).toArray());
        for (String id : List.of("haar", "db2", "db7")) {
            WaveletFamily family = family(id + ".best");
            double[] c = Pyramid.of(systemOf(id), Grid.of(n)).analyze(data.values());
            double[] squares = Arrays.stream(c).map(x -> x * x).sorted().toArray();
            IntFunction<Approximation> byBudget = family.approximations(data, LpNorm.L2);
            double left = 0;
            for (int dropped = 0; dropped < n; dropped++) {
                int budget = n - dropped;
                if (dropped % 37 == 0) {
                    assertEquals(
                            Math.sqrt(left), byBudget.apply(budget).distance().value(), 1e-12, id + " " + budget);
                }
                left += squares[dropped];
            }
        }
    }

    private static WaveletSystem systemOf(String id) {
        return WaveletSystem.all().stream()
                .filter(s -> s.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    @Test
    void scalingByPowersOfTwoChangesNoStructure() {
        Random random = new Random(SEED);
        double[] x = random.doubles(777, -1, 1).toArray();
        double[] scaled = Arrays.stream(x).map(v -> Math.scalb(v, -40)).toArray();
        for (LpNorm norm : List.of(LpNorm.L1, LpNorm.L2, LpNorm.SUP)) {
            for (WaveletFamily family : all()) {
                Structure a = family.approximate(Samples.of("x", x), 50, norm)
                        .approximant()
                        .structure();
                Structure b = family.approximate(Samples.of("scaled", scaled), 50, norm)
                        .approximant()
                        .structure();
                assertEquals(50, a.size());
                for (int i = 0; i < 50; i++) {
                    assertEquals(((WaveletStructure) a).atom(i), ((WaveletStructure) b).atom(i), family.id());
                }
            }
        }
    }

    @Test
    void structuresAreReadBackBitForBit() throws CorruptCodeException {
        Samples data = Samples.of(
                "chirp",
                IntStream.range(0, 1003)
                        .mapToDouble(i -> Math.sin(1e-4 * i * i))
                        .toArray());
        for (WaveletFamily family : all()) {
            Approximation a = family.approximate(data, 60, LpNorm.SUP);
            SignificanceTreeTest.Recorder recorder = new SignificanceTreeTest.Recorder();
            a.approximant().structure().write(recorder);
            Structure read = family.parametrization(data.grid(), 60).read(recorder);
            double[] theta = a.approximant().parameters();
            assertArrayEquals(
                    a.approximant().on(data.grid()), read.realize(theta).on(data.grid()));
            boolean[] zero = new boolean[theta.length];
            double[] kept = new double[theta.length];
            int n = 0;
            for (int i = 0; i < theta.length; i++) {
                zero[i] = i % 3 == 0;
                kept[n] = theta[i];
                n += zero[i] ? 0 : 1;
                theta[i] = zero[i] ? 0 : theta[i];
            }
            Structure without = read.without(zero);
            assertArrayEquals(
                    read.realize(theta).on(data.grid()),
                    without.realize(without == read ? theta : Arrays.copyOf(kept, n))
                            .on(data.grid()));
            assertTrue(read.context(0) >= 0 && read.context(theta.length - 1) <= 63);
            double scale = read.scale(theta.length - 1, LpNorm.SUP);
            assertTrue(scale > 0 && scale <= 1 && Math.scalb(1.0, Math.getExponent(scale)) == scale);
        }
    }

    @Test
    void firstTermsAreALinearMethod() {
        Random random = new Random(SEED);
        double[] x = random.doubles(333, -1, 1).toArray();
        double[] y = random.doubles(333, -1, 1).toArray();
        double[] sum = new double[333];
        for (int i = 0; i < 333; i++) {
            sum[i] = x[i] + y[i];
        }
        WaveletFamily family = family("cdf97.first");
        Grid grid = Grid.of(333);
        double[] a = family.approximate(Samples.of("x", x), 90, LpNorm.L2)
                .approximant()
                .on(grid);
        double[] b = family.approximate(Samples.of("y", y), 90, LpNorm.L2)
                .approximant()
                .on(grid);
        double[] c = family.approximate(Samples.of("x+y", sum), 90, LpNorm.L2)
                .approximant()
                .on(grid);
        for (int i = 0; i < 333; i++) {
            assertEquals(a[i] + b[i], c[i], 1e-13);
        }
    }

    @Test
    void functionsAreInterpolatedBetweenSamples() {
        Formula sine = Formula.of("sin", x -> Math.sin(5 * x));
        Approximation a = family("db4.first").approximate(sine, 64, LpNorm.SUP);
        assertEquals(Approximation.Outcome.REACHED, a.outcome());
        // 64 coefficients of order 4: about (5/64)^4 times a constant below 10.
        assertTrue(a.distance().value() < 4e-4 && a.distance().value() > 1e-9, "" + a.distance());
        double[] on = a.approximant().on(Grid.of(100));
        assertEquals(a.approximant().at(0.505), on[50], 0);
        assertEquals(Math.sin(5 * 0.999), a.approximant().at(0.999), 4e-4);
    }

    @Test
    void allFamiliesAreEncodable() {
        for (WaveletFamily family : all()) {
            for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
                EncodabilityVerdict verdict =
                        family.encodability(Cube.INTERVAL, norm).verdict();
                assertEquals(EncodabilityVerdict.Kind.ENCODABLE, verdict.kind());
            }
        }
        var parametrization = family("db4.best").parametrization(Cube.INTERVAL, 256);
        // log2 binomial(2^50, 256) = 256 * 50 - log2(256!) = 11116.0 up to 1e-10, and smaller sets are 2^-42 of it.
        assertEquals(11116.0, parametrization.log2Structures(), 0.1);
        assertEquals(256, parametrization.size());
        assertEquals(0, family("db4.first").parametrization(Cube.INTERVAL, 256).log2Structures());
    }

    /** A budget beyond the largest is the largest. */
    @Test
    void budgetsAreCapped() {
        for (WaveletFamily family : List.of(family("haar.first"), family("db4.best"))) {
            for (Domain domain : List.of(Cube.INTERVAL, Grid.of(100))) {
                int largest = family.parametrization(domain, family.largestBudget(domain))
                        .size();
                assertEquals(family.largestBudget(domain), largest);
                assertEquals(
                        largest,
                        family.parametrization(domain, Integer.MAX_VALUE).size());
            }
        }
    }

    @Test
    void wrongArgumentsAreRefused() {
        WaveletFamily family = family("haar.best");
        assertThrows(IllegalArgumentException.class, () -> family.parametrization(new Cube(4), 4));
        assertThrows(IllegalArgumentException.class, () -> family.approximate(Samples.of("x", 1, 2), 0, LpNorm.L2));
    }
}
