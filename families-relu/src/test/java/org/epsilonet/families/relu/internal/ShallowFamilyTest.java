package org.epsilonet.families.relu.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolTape;
import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShallowFamilyTest {
    private static final LpNorm[] NORMS = {LpNorm.L1, LpNorm.L2, new LpNorm(4), LpNorm.SUP};

    private final ShallowFamily family = new ShallowFamily();

    private double error(Target target, int budget, LpNorm norm) {
        return family.approximate(target, budget, norm).distance().value();
    }

    private double slope(Target target, int from, int to, LpNorm norm) {
        return Math.log(error(target, to, norm) / error(target, from, norm)) / Math.log((double) to / from);
    }

    private static Samples noise(int n, long seed) {
        return Samples.of("noise", new Random(seed).doubles(n, -1, 1).toArray());
    }

    private static Samples path(int n, long seed) {
        Random random = new Random(seed);
        double[] values = new double[n];
        for (int i = 1; i < n; i++) {
            values[i] = values[i - 1] + random.nextGaussian() / Math.sqrt(n);
        }
        return Samples.of("Brownian path", values);
    }

    @Test
    void squareIsApproximatedWithSpeedTwo() {
        Formula square = Formula.of("x^2", x -> x * x);
        // Best continuous linear splines on M equal pieces: 1/(12 sqrt(5)) of ... M^-2 in L^2, M^-2/16 in sup (half of
        // the interpolation error); greedy knots cost a few percent.
        assertEquals(-2, slope(square, 16, 1024, LpNorm.L2), 0.03);
        assertEquals(-2, slope(square, 16, 1024, LpNorm.SUP), 0.03);
        assertEquals(1, error(square, 8, LpNorm.L2) / (Math.sqrt(1.0 / 180) / 64), 0.02);
        assertEquals(1 / 8.0, error(square, 1, LpNorm.SUP), 0.06);
        assertEquals(1, error(square, 512, LpNorm.SUP) * 8 * 512 * 512, 0.1);
    }

    /** Tents of width 2^-15 on an eighth of the cells of 2^-13: zero at the ends of every cell and in its middle. */
    @Test
    void tentsWithDyadicZerosAreSeen() {
        Formula tents = Formula.of("tents", x -> {
            double t = Math.scalb(x, 15);
            return x > 0.25 && x < 0.25 + 0x1p-8 ? Math.abs(t - Math.rint(t)) : 0;
        });
        // 128 tents of height 1/2 are 256 pieces, and two beside them.
        assertEquals(0, error(tents, 300, LpNorm.SUP), 1e-9);
    }

    /**
     * A bump on every octave towards 1/3, zero at a third of the octave: so zero, up to rounding, at both ends and in the
     * middle of every dyadic cell around 1/3, from whatever level on.
     */
    @Test
    void bumpsTowardsAPointAreFollowed() {
        Formula chirp = Formula.of("chirp", x -> {
            int j = x > 1.0 / 3 ? -Math.getExponent(x - 1.0 / 3) : 0;
            double u = 2 * Math.scalb(x - 1.0 / 3, j) - 3;
            return j < 2 || j > 40 ? 0 : (1 - u * u) * (1 - u * u) * (1 - 9 * u * u);
        });
        // An error of 2^-12 leaves out octaves below 2^-24 and gives those before two dozen knots each.
        assertTrue(error(chirp, 1024, LpNorm.L2) < 0x1p-12, "L2 error " + error(chirp, 1024, LpNorm.L2));
    }

    @Test
    void freeKnotsReachSpeedTwoOnTheSquareRoot() {
        Formula root = Formula.of("sqrt", Math::sqrt);
        // Uniform knots have speed 1 in L^2 and 1/2 in sup. The lattice of M^-4 is just fine enough in sup.
        assertEquals(-2, slope(root, 16, 1024, LpNorm.L2), 0.06);
        assertEquals(-2, slope(root, 8, 128, LpNorm.SUP), 0.06);
    }

    @Test
    void jumpsBecomeRampsOverOneLatticeCell() {
        Formula jump = Formula.of("jump", x -> x < 1.0 / 3 ? -0.5 : 0.5, 1.0 / 3);
        Approximation three = family.approximate(jump, 3, LpNorm.L2);
        // A ramp over a cell of length 2^-30 errs by sqrt(2^-30/12) if centred, at most sqrt(2^-30/3) if not.
        assertEquals(3, three.approximant().structure().size() - 1);
        assertTrue(three.distance().value() <= Math.sqrt(0x1p-30 / 3), three.toString());
        assertTrue(three.distance().value() >= 0.99 * Math.sqrt(0x1p-30 / 12), three.toString());
        Formula pieces = Formula.of("pieces", x -> Math.sin(9 * x) + (x < 1.0 / 3 ? 0 : 1), 1.0 / 3);
        assertEquals(-2, slope(pieces, 64, 1024, LpNorm.L2), 0.1);
    }

    @Test
    void aKinkIsFound() {
        Formula tent = Formula.of("tent", x -> Math.abs(x - 1.0 / 3), 1.0 / 3);
        assertTrue(error(tent, 3, LpNorm.L2) < 1e-12);
        assertTrue(error(tent, 3, LpNorm.SUP) < 0x1p-29);
    }

    @Test
    void networkComputesWhatTheApproximantDoes() {
        Samples samples = path(500, 3);
        ShallowApproximant approximant =
                (ShallowApproximant) family.approximate(samples, 40, LpNorm.L2).approximant();
        ReluNetwork network = approximant.network();
        assertTrue(network.maps().get(0).rows() <= 40);
        for (int i = 0; i <= 2000; i++) {
            double x = i / 2000.0;
            // 40 terms with weights up to 1000.
            assertEquals(network.at(x)[0], approximant.at(x), 1e-11);
        }
        assertTrue(approximant.toString().contains("depth 2"), approximant.toString());
    }

    @Test
    void everyNumberOfSamplesAndBudgetWorks() {
        for (int n = 1; n <= 40; n++) {
            for (LpNorm norm : NORMS) {
                for (Samples samples : new Samples[] {noise(n, n), Samples.of("constant", new double[n])}) {
                    double previous = Double.POSITIVE_INFINITY;
                    for (int budget : new int[] {1, 2, 3, 5, n, n + 7}) {
                        Approximation result = family.approximate(samples, budget, norm);
                        Approximant approximant = result.approximant();
                        assertEquals(Outcome.REACHED, result.outcome());
                        assertTrue(approximant.structure().size()
                                <= family.parametrization(samples.grid(), budget)
                                        .size());
                        double[] values = approximant.on(samples.grid());
                        for (int i = 0; i < n; i++) {
                            assertEquals(approximant.at((i + 0.5) / n), values[i], 0);
                        }
                        previous = result.distance().value();
                    }
                    assertEquals(0, previous, 1e-14, n + " samples, all knots");
                }
            }
        }
    }

    @Test
    void constantsNeedOnePiece() {
        double[] values = new double[1000];
        Arrays.fill(values, 0.7);
        for (LpNorm norm : NORMS) {
            Approximation result = family.approximate(Samples.of("constant", values), 50, norm);
            assertEquals(2, result.approximant().structure().size());
            assertEquals(0, result.distance().value(), 1e-15);
        }
    }

    @Test
    void structuresAreReadBackAsWritten() throws CorruptCodeException {
        Target[] targets = {
            noise(1, 1),
            noise(2, 1),
            noise(17, 1),
            path(1003, 1),
            Formula.of("sin", x -> Math.sin(20 * x)),
            Formula.of("jump", x -> x < 0.3 ? 0 : 1, 0.3)
        };
        for (Target target : targets) {
            for (int budget : new int[] {1, 2, 3, 16, 100, 4096}) {
                Approximant approximant =
                        family.approximate(target, budget, LpNorm.L2).approximant();
                SymbolTape tape = SymbolTape.of(approximant.structure()::write);
                SymbolTape.Reader reader = tape.reader();
                Structure read = family.parametrization(target.domain(), budget).read(reader);
                assertTrue(reader.atEnd());
                assertEquals(approximant.structure().size(), read.size());
                Approximant again = read.realize(approximant.parameters());
                double[] x = new Random(budget).doubles(200).sorted().toArray();
                assertArrayEquals(approximant.atIncreasing(x), again.atIncreasing(x), 0);
                for (int i = 0; i < read.size(); i++) {
                    assertEquals(approximant.structure().scale(i, LpNorm.L2), read.scale(i, LpNorm.L2), 0);
                }
            }
        }
    }

    @Test
    void gapsThatLeaveNoRoomAreRefused() {
        SymbolTape tape = new SymbolTape();
        tape.uniform(3, 4);
        tape.integer(0, 96);
        assertThrows(
                CorruptCodeException.class,
                () -> family.parametrization(Grid.of(100), 4).read(tape.reader()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void perturbationBoundHolds(long seed) {
        Random random = new Random(seed);
        Samples samples = path(200, seed);
        Structure structure =
                family.approximate(samples, 15, LpNorm.L2).approximant().structure();
        double[] theta = random.doubles(structure.size(), -1, 1).toArray();
        double[] before = structure.realize(theta).on(samples.grid());
        for (LpNorm norm : NORMS) {
            PerturbationBound bound = structure.perturbation(theta, norm);
            double tightest = 0;
            for (int trial = 0; trial < 200; trial++) {
                boolean constant = trial == 0;
                double[] deltas = new double[theta.length];
                double[] moved = theta.clone();
                for (int i = 0; i < theta.length; i++) {
                    deltas[i] = constant ? 0.01 : 0.01 * random.nextDouble();
                    moved[i] += constant || random.nextBoolean() ? deltas[i] : -deltas[i];
                }
                double[] after = structure.realize(moved).on(samples.grid());
                double[] difference = new double[after.length];
                for (int i = 0; i < after.length; i++) {
                    difference[i] = after[i] - before[i];
                }
                double ratio = norm.of(difference) / bound.of(deltas);
                assertTrue(ratio <= 1 + 1e-12, "seed " + seed + " " + norm + ": " + ratio);
                tightest = Math.max(tightest, ratio);
            }
            // Moving all values by the same amount moves the function by it: the bound is attained.
            assertEquals(1, tightest, 1e-9, norm.toString());
            double[] ones = new double[theta.length];
            Arrays.fill(ones, 1);
            assertEquals(1, bound.of(ones), 1e-12, "Lip = 1 in " + norm);
            assertEquals(0, bound.of(new double[theta.length]), 0);
        }
    }

    @Test
    void costIsNearLinear() {
        int n = 1 << 20;
        Samples samples = path(n, 1);
        family.approximate(path(1 << 16, 2), 1000, LpNorm.L2);
        long start = System.nanoTime();
        Approximation result = family.approximate(samples, 1 << 14, LpNorm.L2);
        double seconds = (System.nanoTime() - start) / 1e9;
        // About 0.15 s on an idle core; a quadratic algorithm would take hours.
        assertTrue(seconds < 3, seconds + " s");
        // M-piece approximation of a Brownian path errs like c M^(-1/2).
        assertEquals(0.28 / 128, result.distance().value(), 0.1 / 128);
    }

    /** The lattice has exactly max(30, ceil(4 log2 M)) levels. */
    @Test
    void searchDepth() {
        for (int m = 1; m <= EquidistantKnots.LARGEST_BUDGET_ON_CUBE; m++) {
            int exact = BigInteger.valueOf(m).pow(4).subtract(BigInteger.ONE).bitLength();
            assertEquals(
                    1L << Math.max(30, exact), KnotLattice.of(Cube.INTERVAL, m).last());
        }
    }

    @Test
    void claimsAndSpeeds() {
        for (Domain domain : new Domain[] {Cube.INTERVAL, Grid.of(100)}) {
            for (LpNorm norm : NORMS) {
                assertEquals(
                        EncodabilityVerdict.Kind.ENCODABLE,
                        family.encodability(domain, norm).verdict().kind());
            }
        }
        assertEquals(0.5, speed(new Smoothness.Hoelder(1, 0.5), LpNorm.SUP));
        assertEquals(2, speed(new Smoothness.Besov(1, 3, 2, 2), LpNorm.L2));
        assertEquals(1, speed(new Smoothness.Besov(1, 1, 1, 1), LpNorm.L2));
        assertEquals(0.4, speed(new Smoothness.Besov(1, 0.6, 1, 1), LpNorm.L2), 1e-12);
        assertEquals(2, speed(new Smoothness.PiecewiseSmooth(3, 2), LpNorm.L2));
        assertEquals(1, speed(new Smoothness.BoundedVariation(1), LpNorm.L2));
        assertTrue(family.theoreticalSpeed(new Smoothness.BoundedVariation(1), LpNorm.SUP)
                .isEmpty());
        // 14 of 998 inner knots: log2 of the sum of binomials C(998, 0..14) is 103.03.
        double log2 = family.parametrization(Grid.of(1000), 15).log2Structures();
        assertEquals(103.03, log2, 0.01);
    }

    private double speed(Smoothness smoothness, LpNorm norm) {
        return family.theoreticalSpeed(smoothness, norm).orElseThrow().speed();
    }

    /** No path is within a double of values whose difference is none. */
    @Test
    void valuesWithoutADifferenceAreNotReached() {
        Samples huge = Samples.of("huge", 1e308, -1e308, 1e308, -1e308, 1e308);
        for (LpNorm norm : NORMS) {
            assertEquals(
                    Approximation.Outcome.NOT_REACHED,
                    new ShallowFamily().approximate(huge, 2, norm).outcome(),
                    norm.toString());
        }
    }
}
