package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sparse analysis and point-wise synthesis on 2^50 samples: rows, coefficients, jumps at any place, search depths. */
class DeepCoefficientsTest {
    private static final long SEED = 12;

    static List<WaveletSystem> systems() {
        return List.of(new HaarSystem(), OrthonormalSystem.daubechies(4), LiftingSystem.cdf97());
    }

    /** The rows read off a short level are those of a longer one. */
    @ParameterizedTest
    @MethodSource("systems")
    void rowsAreThoseOfTheLevel(WaveletSystem system) {
        int n = 16 * system.reach() + 64;
        Level level = system.cascade(1L << 50).level(3).resized(n);
        LocalLevel local = LocalLevel.of(level, n, system.reach());
        double[] x = new Random(SEED).doubles(n, -1, 1).toArray();
        double[] y = x.clone();
        level.analyze(y, 0, new double[n]);
        double[] lows = Arrays.copyOf(y, n / 2);
        double[] highs = Arrays.copyOfRange(y, n / 2, n);
        // A dozen products of numbers below 2 are rounded.
        assertArrayEquals(lows, products(local.low(), n / 2, x), 1e-14);
        assertArrayEquals(highs, products(local.high(), n / 2, x), 1e-14);
        double[] back = products(local.fromLow(), n, lows);
        local.fromHigh().addProducts(0, n, highs, 0, back);
        assertArrayEquals(x, back, 1e-14);
    }

    private static double[] products(BandRows rows, int count, double[] x) {
        double[] y = new double[count];
        rows.addProducts(0, count, x, 0, y);
        return y;
    }

    /** For a smooth function they are those of 2^18 samples, up to the distance of samples there. */
    @ParameterizedTest
    @MethodSource("systems")
    void coefficientsOfASmoothFunction(WaveletSystem system) {
        Formula smooth = Formula.of("exp", Math::exp);
        Terms terms = DeepCoefficients.of(system.deep(), smooth, LpNorm.L2, 100);
        double[] sampled = Pyramid.of(system, Grid.of(1 << 18))
                .analyze(smooth.sampledOn(1 << 18).values());
        long[] atoms = new long[1 << 10];
        Arrays.setAll(atoms, i -> i);
        // The slope is below 3, supports begin within a few samples of each other.
        assertArrayEquals(Arrays.copyOf(sampled, atoms.length), terms.values(atoms), 64 * 0x1p-18);
    }

    /** Values around the centre of mass: a mean that hardly magnifies what is rough between them, for filters of any length. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 20})
    void rulesAreMeans(int moments) {
        double[] rule = OrthonormalSystem.daubechies(moments).deep().rule(20);
        assertEquals(1, Arrays.stream(rule).sum(), 1e-12, "db" + moments);
        double magnified = Arrays.stream(rule).map(Math::abs).sum();
        // Interpolation in the middle cell of 21 equidistant nodes; at their end it would be 1e10.
        assertTrue(magnified < 2.5, "db" + moments + ": " + magnified);
    }

    /** Weierstrass's function of order 1/2 is rough everywhere: what is left are the scales that were not chosen. */
    @Test
    void roughFunctionsAreSampledEvenly() {
        DoubleUnaryOperator weierstrass = x -> {
            double sum = 0;
            for (int j = 0; j < 45; j++) {
                double turn = Math.scalb(x, j);
                sum += Math.pow(2, -j / 2.0) * Math.cos(2 * Math.PI * (turn - Math.rint(turn)));
            }
            return sum;
        };
        IntFunction<Approximation> approximations = new WaveletFamily(OrthonormalSystem.daubechies(4), Selection.BEST)
                .approximations(Formula.of("weierstrass", weierstrass), LpNorm.SUP);
        double coarse = approximations.apply(64).distance().value();
        double fine = approximations.apply(256).distance().value();
        // The first 64 and 256 terms leave scales from 6 and 8 on, in all 3.4 / 8 and 3.4 / 16; chosen ones may not be
        // much worse.
        assertTrue(coarse < 0.6 && fine < 0.3, coarse + ", " + fine);
    }

    static List<WaveletSystem> kinds() {
        return SystemKinds.systems();
    }

    /** However a sum of deep atoms is evaluated, by listed jumps or by the cascade, it is the same function. */
    @ParameterizedTest
    @MethodSource("kinds")
    void sumsAreEvaluatedAlike(WaveletSystem system) {
        DeepDictionary dictionary = new DeepDictionary(system.deep(), 30, 64, Selection.BEST);
        long coarsest = 1L << system.deep().coarsest();
        long[] atoms = {
            0, 2 * coarsest - 1, 5 * coarsest / 2, (coarsest << 10) + 7, (coarsest << 20) + (coarsest << 19) / 3
        };
        double[] coefficients = {1, -2, 0.5, 0.01, 1e-4};
        DeepStructure structure = new DeepStructure(dictionary, atoms);
        Approximant sum = structure.realize(coefficients);
        DeepSynthesis cascade = new DeepSynthesis(structure, coefficients);
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            double x = i < 100 ? random.nextDouble() : Math.scalb(random.nextDouble() + 7, -10);
            // At most fifty scales, each rounded; the coefficients add up to less than 4 times the samples' root.
            assertEquals(cascade.at(x), sum.at(x), 50 * 0x1p-52 * 40, () -> system.id() + " at " + x);
        }
    }

    /** Jumps are found wherever they are, without being named, down to the search depth. */
    @ParameterizedTest
    @MethodSource("systems")
    void unnamedJumpsAreFound(WaveletSystem system) {
        // The last is where a Haar function of scale 3 changes its sign, but for 2^-20: seen by none but deep ones.
        for (double at : new double[] {0.1234567, 0.9996, 0.5625 + 0x1p-20}) {
            DoubleUnaryOperator jump = x -> x < at ? 0.25 : 1;
            Approximation named = new WaveletFamily(system, Selection.BEST)
                    .approximate(Formula.of("named", jump, at), 250, LpNorm.L2);
            Terms terms = DeepCoefficients.of(system.deep(), Formula.of("unnamed", jump), LpNorm.L2, 256);
            assertArrayEquals(
                    ((DeepStructure) named.approximant().structure()).atoms(),
                    terms.largest(250, 1L << SearchDepth.of(system).scales(250)));
            // What is left is a jump in a cell of scale J, seen by a few wavelets.
            double cell = Math.pow(2, -SearchDepth.of(system).scales(250) / 2.0);
            assertTrue(named.distance().value() < 4 * cell, system.id() + " at " + at + ": " + named.distance());
        }
    }

    /**
     * E9f: on the element of \(B^1_{1,\infty}\) with one coefficient \(2^{-j/2}\) and \(2^j - 1\) coefficients
     * \(2^{-3j/2}\) on scale \(j\), a search depth \(M^a\) gives \(M^{-\min(1,a/2)}\). It is synthesized by the family's
     * own transform; the energy beyond is a geometric series.
     */
    @Test
    void searchDepthDecides() {
        double[] exponents = {1, 1.5, 2, 3};
        // J is rounded up to an integer, which for a = 1.5 moves single errors by a factor of 2^(1/4).
        double[] tolerances = {0.05, 0.12, 0.05, 0.05};
        for (int i = 0; i < exponents.length; i++) {
            double speed = slope(new SearchDepth(exponents[i], 0));
            assertEquals(-Math.min(1, exponents[i] / 2), speed, tolerances[i], "a = " + exponents[i]);
        }
    }

    private static final int DENSE = 15;
    private static final int DEEPEST = 44;

    private static double slope(SearchDepth depth) {
        IntFunction<Approximation> family =
                new WaveletFamily(new HaarSystem(), Selection.BEST, depth).approximations(element(), LpNorm.L2);
        double[] errors = new double[4];
        for (int i = 0; i < 4; i++) {
            int budget = 512 << i;
            Approximation found = family.apply(budget);
            errors[i] = Math.sqrt(squaredError(found));
            // Coefficients are sampled on 2^17 cells, where those beyond scale 15 are gone.
            assertEquals(
                    bestError(budget, depth.scales(budget)), errors[i], 1e-6 * errors[i], depth + ", M = " + budget);
            if (i == 0) {
                double tail = 0;
                for (int j = DENSE; j < 60; j++) {
                    tail += (Math.pow(2, j) - 1) * Math.pow(2, -3 * j) + (j < DEEPEST ? 0 : Math.pow(2, -j));
                }
                // Some 10^5 points see a function that is rough on 2^15 cells.
                double seen = Math.hypot(found.distance().value(), Math.sqrt(tail));
                assertEquals(errors[i], seen, 0.06 * errors[i], depth.toString());
            }
        }
        return (3 * log(errors[3] / errors[0]) + log(errors[2] / errors[1])) / 10;
    }

    private static double log(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static double coefficient(long atom) {
        int j = 63 - Long.numberOfLeadingZeros(atom);
        return atom == (1L << j) + (1L << j) / 3 ? Math.pow(2, -j / 2.0) : Math.pow(2, -1.5 * j);
    }

    /** By Parseval's identity, with the exact coefficients. */
    private static double squaredError(Approximation found) {
        double energy = energy();
        double[] parameters = found.approximant().parameters();
        DeepStructure structure = (DeepStructure) found.approximant().structure();
        for (int i = 0; i < parameters.length; i++) {
            double exact = structure.atom(i) == 0 ? 1 : coefficient(structure.atom(i));
            energy += (parameters[i] - exact) * (parameters[i] - exact) - exact * exact;
        }
        return energy;
    }

    private static double energy() {
        double energy = 1;
        for (int j = 0; j < 60; j++) {
            energy += Math.pow(2, -j) + (Math.pow(2, j) - 1) * Math.pow(2, -3 * j);
        }
        return energy;
    }

    private static Formula element() {
        DeepDictionary dictionary = new DeepDictionary(new HaarSystem().deep(), DEEPEST, 1 << 16, Selection.BEST);
        long[] atoms = new long[(1 << DENSE) + DEEPEST - DENSE];
        double[] coefficients = new double[atoms.length];
        coefficients[0] = 1;
        int n = 1;
        for (int j = 0; j < DEEPEST; j++) {
            long large = (1L << j) + (1L << j) / 3;
            for (long a = j < DENSE ? 1L << j : large; a < (j < DENSE ? 2L << j : large + 1); a++) {
                atoms[n] = a;
                coefficients[n++] = coefficient(a);
            }
        }
        var sum = new DeepStructure(dictionary, atoms).realize(coefficients);
        return Formula.of("element", x -> sum.at(x), 1.0 / 3);
    }

    /** In closed form: the largest of the coefficients on scales below J are taken. */
    private static double bestError(int budget, int scales) {
        double[] kept = new double[1 << 16];
        int n = 0;
        kept[n++] = 1;
        double energy = energy();
        for (int j = 0; j < 60; j++) {
            double large = Math.pow(2, -j);
            double small = Math.pow(2, -3 * j);
            if (j < scales) {
                kept[n++] = large;
                for (int k = 1; k < 1L << j && j < DENSE; k++) {
                    kept[n++] = small;
                }
            }
        }
        Arrays.sort(kept);
        for (int i = 0; i < budget; i++) {
            energy -= kept[kept.length - 1 - i];
        }
        return Math.sqrt(energy);
    }
}
