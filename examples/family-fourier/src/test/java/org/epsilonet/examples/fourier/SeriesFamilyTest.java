package org.epsilonet.examples.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolTape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFamilyTest {
    private static final LpNorm[] NORMS = {LpNorm.L1, LpNorm.L2, new LpNorm(4), LpNorm.SUP};

    private final ParametrizedFamily first = new SeriesFamily(Basis.FOURIER, Selection.FIRST);
    private final ParametrizedFamily best = new SeriesFamily(Basis.FOURIER, Selection.BEST);

    private static ParametrizedFamily family(Selection selection) {
        return new SeriesFamily(Basis.FOURIER, selection);
    }

    private static Samples noise(int n, long seed) {
        return Samples.of("noise", new Random(seed).doubles(n, -1, 1).toArray());
    }

    /** Least squares slope of log error against log M over powers of two. */
    private static double slope(IntFunction<Approximation> approximations, int from, int to) {
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        int n = 0;
        for (int m = from; m <= to; m *= 2) {
            double x = Math.log(m);
            double y = Math.log(approximations.apply(m).distance().value());
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
            n++;
        }
        return (n * sxy - sx * sy) / (n * sxx - sx * sx);
    }

    /** E3: coefficients 1/(pi k) of a jump, half of them zero. */
    @Test
    void aJumpHasSpeedOneHalf() {
        Formula step = Formula.of("1 on [0, 1/2)", x -> x < 0.5 ? 1 : 0, 0.5);
        IntFunction<Approximation> approximations = first.approximations(step, LpNorm.L2);
        assertEquals(-0.5, slope(approximations, 8, 2048), 0.01);
        // Tail of 2/(pi k)^2 over odd k > 64 is 1/(64 pi^2), up to 64^-2 relative.
        assertEquals(1, approximations.apply(129).distance().value() / Math.sqrt(1 / (64 * Math.PI * Math.PI)), 1e-3);
        // The best M are the odd sines: as good as the first 4 M, no better speed.
        assertEquals(-0.5, slope(best.approximations(step, LpNorm.L2), 16, 512), 0.02);
    }

    /** E10: coefficients k^-(s+1/2) give speed s. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.5, 3})
    void decayOfCoefficientsIsTheSpeed(double s) {
        Samples samples = synthesized(1 << 17, atom -> {
            double k = Math.max(1, (atom + 1) / 2);
            return 0.1 * Math.pow(k, -s - 0.5);
        });
        // The tail that the grid does not hold is below 2 % of that of M = 2048 in energy.
        assertEquals(-s, slope(first.approximations(samples, LpNorm.L2), 256, 2048), 0.02);
        assertEquals(-s, slope(best.approximations(samples, LpNorm.L2), 256, 2048), 0.02);
    }

    @Test
    void lacunarySeriesNeedsTheBestTerms() {
        Samples samples = synthesized(1 << 16, atom -> {
            int k = (atom + 1) / 2;
            return atom % 2 == 1 && Integer.bitCount(k) == 1 ? Math.pow(k, -0.5) : 0;
        });
        // Frequencies 1, 2, ..., 2^15: eight terms leave the energy 2^-8 + ... + 2^-15.
        double expected = Math.sqrt(0x1p-7 - 0x1p-15);
        assertEquals(
                expected, best.approximate(samples, 8, LpNorm.L2).distance().value(), 1e-12);
        assertTrue(first.approximate(samples, 255, LpNorm.L2).distance().value() > expected);
        assertEquals(0, best.approximate(samples, 16, LpNorm.L2).distance().value(), 1e-12);
    }

    private static Samples synthesized(int n, IntToDoubleFunction coefficient) {
        double[] theta = new double[n];
        for (int atom = 0; atom < n; atom++) {
            theta[atom] = coefficient.applyAsDouble(atom);
        }
        Atoms all = Atoms.all(Dictionary.of(Basis.FOURIER, Selection.FIRST, Grid.of(n), n));
        return Samples.of("series", GridTransform.synthesize(all, theta, Grid.of(n)));
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "BEST"})
    void bestMeansSmallestErrorAndEverySizeWorks(Selection selection) {
        for (int n = 1; n <= 40; n++) {
            for (Samples samples : new Samples[] {noise(n, n), Samples.of("zero", new double[n])}) {
                for (LpNorm norm : NORMS) {
                    double previous = Double.POSITIVE_INFINITY;
                    for (int m = 1; m <= n + 2; m++) {
                        Approximation result = family(selection).approximate(samples, m, norm);
                        assertEquals(Approximation.Outcome.REACHED, result.outcome());
                        assertTrue(result.approximant().structure().size() <= Math.min(m, n));
                        assertTrue(norm.p() != 2 || result.distance().value() <= previous + 1e-14);
                        previous = result.distance().value();
                    }
                    assertEquals(0, previous, 1e-12, n + " samples, all atoms");
                }
            }
        }
        Samples samples = noise(100, 1);
        assertTrue(best.approximate(samples, 20, LpNorm.L2).distance().value()
                < first.approximate(samples, 20, LpNorm.L2).distance().value());
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "BEST"})
    void structuresAreReadBackAsWritten(Selection selection) throws CorruptCodeException {
        Target[] targets = {noise(1, 1), noise(2, 1), noise(101, 1), noise(256, 1), Formula.of("x", x -> x)};
        for (Target target : targets) {
            for (int m : new int[] {1, 2, 7, 100, 512}) {
                Approximant approximant =
                        family(selection).approximate(target, m, LpNorm.L2).approximant();
                SymbolTape tape = SymbolTape.of(approximant.structure()::write);
                SymbolTape.Reader reader = tape.reader();
                Structure read =
                        family(selection).parametrization(target.domain(), m).read(reader);
                assertTrue(reader.atEnd());
                Approximant again = read.realize(approximant.parameters());
                assertArrayEquals(approximant.on(Grid.of(97)), again.on(Grid.of(97)), 0);
                assertEquals(approximant.at(0.3), again.at(0.3), 0);
            }
        }
        SymbolTape beyond = new SymbolTape();
        beyond.uniform(1, 5);
        beyond.integer(0, 100);
        assertThrows(
                CorruptCodeException.class,
                () -> best.parametrization(Grid.of(100), 4).read(beyond.reader()));
    }

    @Test
    void zerosAreDropped() {
        Approximant approximant = best.approximate(noise(50, 1), 6, LpNorm.L2).approximant();
        boolean[] zero = {false, true, false, false, true, false};
        double[] theta = approximant.parameters();
        theta[1] = 0;
        theta[4] = 0;
        Structure fewer = approximant.structure().without(zero);
        assertEquals(4, fewer.size());
        assertEquals(
                approximant.structure().realize(theta).at(0.37),
                fewer.realize(new double[] {theta[0], theta[2], theta[3], theta[5]})
                        .at(0.37),
                0);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21})
    void perturbationBoundHoldsAndIsAttained(int n) {
        Random random = new Random(n);
        Structure structure =
                first.approximate(noise(n, 1), n, LpNorm.L2).approximant().structure();
        double[] theta = random.doubles(n, -1, 1).toArray();
        double[] before = structure.realize(theta).on(Grid.of(n));
        for (LpNorm norm : NORMS) {
            PerturbationBound bound = structure.perturbation(theta, norm);
            double tightest = 0;
            for (int trial = 0; trial < 500; trial++) {
                double[] deltas = random.doubles(n, 0, 0.1).toArray();
                double[] moved = theta.clone();
                for (int i = 0; i < n; i++) {
                    moved[i] += random.nextBoolean() ? deltas[i] : -deltas[i];
                }
                double[] difference = structure.realize(moved).on(Grid.of(n));
                for (int i = 0; i < n; i++) {
                    difference[i] -= before[i];
                }
                double ratio = norm.of(difference) / bound.of(deltas);
                assertTrue(ratio <= 1 + 1e-12, norm + ": " + ratio);
                tightest = Math.max(tightest, ratio);
            }
            assertTrue(norm.p() != 2 || tightest > 1 - 1e-12, "orthonormal: equality in L^2, the last atom included");
        }
    }

    /** Away from grids the sum is interpolated; it must be the same function. */
    @Test
    void manyPointsAgreeWithSinglePoints() {
        Approximant approximant =
                first.approximate(Formula.of("x", x -> x), 301, LpNorm.L2).approximant();
        double[] points = new Random(1).doubles(5000).sorted().toArray();
        double[] values = approximant.atIncreasing(points);
        for (int i = 0; i < points.length; i++) {
            assertEquals(approximant.at(points[i]), values[i], 1e-11);
        }
        // A grid coarser than the highest frequency folds frequencies; the values are still those of the function.
        double[] coarse = approximant.on(Grid.of(37));
        for (int i = 0; i < 37; i++) {
            assertEquals(approximant.at((i + 0.5) / 37), coarse[i], 1e-12);
        }
    }

    @Test
    void costIsNearLinearForEveryLength() {
        for (int n : new int[] {1 << 18, 262_147}) {
            Samples samples = noise(n, 1);
            long start = System.nanoTime();
            best.approximate(samples, 1 << 14, LpNorm.L2);
            double seconds = (System.nanoTime() - start) / 1e9;
            // About 0.1 s for 2^18 and 0.4 s for a prime on an idle core; the definition would take minutes.
            assertTrue(seconds < 10, seconds + " s for " + n);
        }
    }

    @Test
    void claimsSpeedsAndRegistration() {
        for (ParametrizedFamily family : new ParametrizedFamily[] {first, best}) {
            for (LpNorm norm : NORMS) {
                assertEquals(
                        EncodabilityVerdict.Kind.ENCODABLE,
                        family.encodability(Cube.INTERVAL, norm).verdict().kind());
            }
            assertEquals(family.id(), Families.named(family.id()).id());
            assertEquals(0.5, speed(family, new Smoothness.Analytic(1, 2)), "not periodic: a jump at the ends");
            assertEquals(0.25, speed(family, new Smoothness.Hoelder(1, 0.25)));
            assertEquals(0.5, speed(family, new Smoothness.Besov(1, 3, 1, 1)));
            assertEquals(
                    0,
                    family.theoreticalSpeed(new Smoothness.BoundedVariation(1), LpNorm.SUP)
                            .orElseThrow()
                            .speed());
        }
        // log2 of the sum of binomials C(400, 0..20) is 111.18.
        double log2 = best.parametrization(Cube.INTERVAL, 20).log2Structures();
        assertEquals(111.18, log2, 0.01);
    }

    private static double speed(ParametrizedFamily family, Smoothness smoothness) {
        return family.theoreticalSpeed(smoothness, LpNorm.L2).orElseThrow().speed();
    }
}
