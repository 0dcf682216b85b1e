package org.epsilonet.examples.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Transforms, products and orders of atoms, for every basis. */
class BasesTest {
    /** Analysis inverts synthesis, and a sum of all atoms point by point is their synthesis, on any grid. */
    @ParameterizedTest
    @CsvSource({
        "FOURIER, 1",
        "FOURIER, 2",
        "FOURIER, 3",
        "FOURIER, 8",
        "FOURIER, 15",
        "COSINE, 1",
        "COSINE, 2",
        "COSINE, 7",
        "COSINE, 16"
    })
    void transformsAreInverseAndAgreeWithTheDefinition(Basis basis, int n) {
        Grid grid = Grid.of(n);
        double[] theta = new Random(n).doubles(n, -1, 1).toArray();
        Atoms all = Atoms.all(Dictionary.of(basis, Selection.FIRST, grid, n));
        double[] values = GridTransform.synthesize(all, theta, grid);
        assertArrayEquals(theta, GridTransform.analyze(basis, values, grid), 1e-14);
        for (int other : new int[] {n, n + 1, 2 * n, 3, 4, 50}) {
            double[] folded = GridTransform.synthesize(all, theta, Grid.of(other));
            for (int i = 0; i < other; i++) {
                assertEquals(all.realize(theta).at((i + 0.5) / other), folded[i], 1e-12, n + " atoms on " + other);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FOURIER, FIRST",
        "FOURIER, BEST",
        "FOURIER, HYPERBOLIC_CROSS",
        "COSINE, FIRST",
        "COSINE, HYPERBOLIC_CROSS"
    })
    void productsOfAtomsAreOrthonormalOnGrids(Basis basis, Selection selection) {
        Grid grid = Grid.of(6, 5);
        int n = grid.points();
        Random random = new Random(1);
        Samples noise = Samples.of("noise", grid, random.doubles(n, -1, 1).toArray());
        ParametrizedFamily family = new SeriesFamily(basis, selection);
        Approximation whole = family.approximate(noise, n, LpNorm.L2);
        assertEquals(0, whole.distance().value(), 1e-13);
        double[] theta = whole.approximant().parameters();
        double energy =
                IntStream.range(0, n).mapToDouble(i -> theta[i] * theta[i]).sum();
        assertEquals(Math.pow(LpNorm.L2.of(noise.values()), 2), energy, 1e-13, "Parseval");
        Approximant half = family.approximate(noise, n / 2, LpNorm.L2).approximant();
        double[] values = half.on(grid);
        GridPoints.forEach(grid, (i, x) -> assertEquals(half.at(x), values[i], 1e-13));
    }

    /** Every atom once, by increasing key: the first 1 + 4 + 4 + 4 of the disc, and the first of the cross. */
    @Test
    void atomsAreOrdered() {
        MultiIndices disc = new MultiIndices(Basis.FOURIER, Selection.FIRST, new Cube(2), 2000);
        MultiIndices cross = new MultiIndices(Basis.FOURIER, Selection.HYPERBOLIC_CROSS, new Cube(2), 2000);
        long[] seen = new long[2];
        double disclast = 0;
        long crosslast = 1;
        for (int atom = 0; atom < 2000; atom++) {
            int k1 = Basis.FOURIER.frequency(disc.index(atom, 0));
            int k2 = Basis.FOURIER.frequency(disc.index(atom, 1));
            double radius = Math.floor(Math.hypot(k1, k2));
            assertTrue(radius >= disclast);
            disclast = radius;
            seen[0] += radius <= 20 ? 1 : 0;
            long product = Math.max(1L, Basis.FOURIER.frequency(cross.index(atom, 0)))
                    * Math.max(1, Basis.FOURIER.frequency(cross.index(atom, 1)));
            assertTrue(product >= crosslast);
            crosslast = product;
            seen[1] += product <= 50 ? 1 : 0;
        }
        // Lattice points with |k|^2 < 21^2 (Gauss's circle problem) and with max(1,|k1|) max(1,|k2|) <= 50.
        assertEquals(count(21 * 21, false), seen[0]);
        assertEquals(count(50, true), seen[1]);
    }

    private static long count(int bound, boolean product) {
        long n = 0;
        for (int i = -60; i <= 60; i++) {
            for (int j = -60; j <= 60; j++) {
                n += (product ? Math.max(1, Math.abs(i)) * Math.max(1, Math.abs(j)) <= bound : i * i + j * j < bound)
                        ? 1
                        : 0;
            }
        }
        return n;
    }

    /** The polynomials of low degree are reproduced from samples of any number, and noise is not amplified. */
    @Test
    void equispacedSamplesDetermineLowDegrees() {
        ParametrizedFamily family = new SeriesFamily(Basis.CHEBYSHEV, Selection.FIRST);
        for (int n : new int[] {1, 2, 3, 4, 5, 17, 100, 1001}) {
            int most = family.largestBudget(Grid.of(n));
            Formula cubic = Formula.of("polynomial", x -> Math.pow(x - 0.3, Math.min(3, most - 1)));
            Approximation a = family.approximate(cubic.sampledOn(n), 10 * n, LpNorm.SUP);
            assertEquals(most, a.approximant().structure().size());
            assertEquals(0, a.distance().value(), 1e-13, n + " samples");
            // Beyond the outermost samples as well.
            assertEquals(cubic.at(0), a.approximant().at(0), 1e-12);
            Samples noise = Samples.of("noise", new Random(n).doubles(n, -1, 1).toArray());
            Approximation b = family.approximate(noise, n, LpNorm.L2);
            assertEquals(Approximation.Outcome.REACHED, b.outcome(), n + " samples of noise");
            assertTrue(b.distance().value() <= LpNorm.L2.of(noise.values()));
        }
    }

    /** exp(x) on [0, 1]: the Chebyshev coefficients are 2 sqrt(e) I_k(1/2), from scipy.special.iv. */
    @Test
    void chebyshevCoefficientsOfTheExponential() {
        double[] bessel = {1.0634833707413236, 0.25789430539089632, 0.031906149177738253, 0.0026451119689902803};
        Approximant a = new SeriesFamily(Basis.CHEBYSHEV, Selection.FIRST)
                .approximate(Formula.of("exp", Math::exp), 12, LpNorm.SUP)
                .approximant();
        for (int k = 0; k < bessel.length; k++) {
            // T_k(1 - 2x) = (-1)^k T_k(2x - 1); the atoms have a factor sqrt(2).
            double expected = (k % 2 == 0 ? 1 : -1) * Math.sqrt(k == 0 ? 1 : 2) * Math.exp(0.5) * bessel[k];
            assertEquals(expected, a.parameters()[k], 1e-14);
        }
        assertEquals(Math.exp(0.123), a.at(0.123), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void manyPointsAgreeWithSinglePoints(Basis basis) {
        Approximant approximant = new SeriesFamily(basis, Selection.FIRST)
                .approximate(Formula.of("|x-1/3|", x -> Math.abs(x - 1.0 / 3)), 301, LpNorm.L2)
                .approximant();
        double[] points = new Random(1).doubles(5000).sorted().toArray();
        points[0] = 0;
        points[4999] = 1;
        double[] values = approximant.atIncreasing(points);
        for (int i = 0; i < points.length; i++) {
            assertEquals(approximant.at(points[i]), values[i], 1e-11);
        }
    }
}
