package org.epsilonet.families.relu.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolTape;
import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sawtooth series in two and three variables. */
class SawtoothSumsTest {
    /** Points of a grid have few different coordinates. */
    private static final Map<Double, Double> VALUES = new ConcurrentHashMap<>();

    private static final Formula[] TAKAGI_SURFACES = {takagiSurface(2), takagiSurface(3)};

    private final SawtoothFamily family = new SawtoothFamily();

    /** \(T(x_1) + T(x_2)/2 + T(x_3)/4\) with Takagi's function \(T\). */
    private static Formula takagiSurface(int d) {
        return Formula.of("Takagi surface", d, x -> {
            double sum = 0;
            for (int axis = 0; axis < d; axis++) {
                sum += Math.scalb(takagi(x[axis]), -axis);
            }
            return sum;
        });
    }

    /** The sum of 2^-k dist(2^k x, Z); the distance of the next is that of twice this one. */
    private static double takagi(double x) {
        return VALUES.computeIfAbsent(x, SawtoothSumsTest::sum);
    }

    private static double sum(double x) {
        double sum = 0;
        double t = x;
        for (double factor = 1; factor > 0x1p-46 && t != 0; factor *= 0.5) {
            double distance = Math.min(t, 1 - t);
            sum += factor * distance;
            t = 2 * distance;
        }
        return sum;
    }

    /** The tails of the axes, each two thirds of 2^-m times its factor, are largest at one point. */
    @ParameterizedTest
    @CsvSource({"2, 1", "2, 4", "2, 16", "3, 5", "3, 20"})
    void takagiSurfacesHaveTheErrorOfTheFormula(int d, int m) {
        Formula surface = TAKAGI_SURFACES[d - 2];
        Approximation sup = family.approximate(surface, m, LpNorm.SUP);
        double factors = 2 - Math.scalb(2.0, -d);
        double error = 2.0 / 3 * Math.scalb(1.0, -m) * factors;
        double[] third = new double[d];
        Arrays.fill(third, Math.scalb(1.0 / 3, -m));
        assertEquals(error, surface.at(third) - sup.approximant().at(third), 1e-13);
        assertEquals(Outcome.REACHED, sup.outcome());
        // A grid of 1021 (in three dimensions 101) points a side seldom meets the largest error.
        double measured = sup.distance().value();
        assertTrue(measured <= error * (1 + 1e-9) + 1e-13 && measured > 0.7 * error, measured + " of " + error);
        double[] theta = sup.approximant().parameters();
        assertEquals(1 + d * (m + 1), theta.length);
        for (int axis = 0; axis < d; axis++) {
            int linear = 1 + axis * (m + 1);
            assertEquals(0, theta[linear], 1e-15);
            for (int s = 1; s <= m; s++) {
                assertEquals(Math.scalb(1.0, -s - axis), theta[linear + s], 1e-15);
            }
        }
    }

    /** Orthogonal tails: the squares of 2^-m/6 times the factors of the axes add up. From m to 2m the slope is m. */
    @Test
    void takagiSurfacesAreReachedFasterThanAnyPower() {
        double before = Double.NaN;
        for (int m = 1; m <= 4; m *= 2) {
            Approximation result = family.approximate(TAKAGI_SURFACES[0], m, LpNorm.L2);
            double error = result.distance().value();
            assertEquals(Outcome.REACHED, result.outcome());
            assertEquals(1, error / (Math.scalb(Math.sqrt(1.25), -m) / 6), 0.01, "m = " + m);
            if (m > 1) {
                assertEquals(m / 2.0, Math.log(before / error) / Math.log(2), 0.02, "slope up to " + m);
            }
            before = error;
        }
    }

    @ParameterizedTest
    @CsvSource({"13, 9, 1", "16, 16, 1", "8, 5, 7", "33, 20, 1"})
    void samplesAreFittedAsByADenseSolve(int n1, int n2, int n3) {
        int[] shape = n3 == 1 ? new int[] {n1, n2} : new int[] {n1, n2, n3};
        Grid grid = Grid.of(shape);
        Samples noise = Samples.of(
                "noise", grid, new Random(n1).doubles(grid.points(), -1, 1).toArray());
        int m = 2;
        Approximation result = family.approximate(noise, m, LpNorm.L2);
        double[] dense = normalEquations(noise, m);
        // Condition below 100: all terms but the first have about the same norm, and are nearly orthogonal.
        assertArrayEquals(dense, result.approximant().parameters(), 1e-12);
    }

    /** All terms at all points, their Gram matrix, and Gaussian elimination: nothing is known of axes. */
    private static double[] normalEquations(Samples samples, int m) {
        int d = samples.dimension();
        int n = 1 + d * (m + 1);
        double[][] system = new double[n][n + 1];
        GridPoints.forEach(samples.grid(), (i, x) -> {
            double[] term = new double[n + 1];
            term[0] = 1;
            for (int axis = 0; axis < d; axis++) {
                double t = x[axis];
                for (int s = 0; s <= m; s++) {
                    term[1 + axis * (m + 1) + s] = t - 0.5;
                    t = 1 - Math.abs(2 * t - 1);
                }
            }
            term[n] = samples.value(i);
            for (int row = 0; row < n; row++) {
                for (int column = 0; column <= n; column++) {
                    system[row][column] += term[row] * term[column];
                }
            }
        });
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = 0; row < n; row++) {
                double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; factor != 0 && column <= n; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = system[i][n] / system[i][i];
        }
        return solution;
    }

    @Test
    void productsOfAxesAreNotReached() {
        Formula product = Formula.of("product", 2, x -> (2 * x[0] - 1) * (2 * x[1] - 1));
        for (LpNorm norm : new LpNorm[] {LpNorm.L2, LpNorm.SUP}) {
            Approximation result = family.approximate(product, 6, norm);
            assertEquals(Outcome.NOT_REACHED, result.outcome());
            // Orthogonal to all sums over the axes: nothing is better than zero, of error 1/3 in the mean square.
            assertEquals(norm.isSup() ? 1 : 1.0 / 3, result.distance().value(), norm.isSup() ? 1e-2 : 1e-4);
        }
    }

    /** The network of the literature, all weights counted, computes what the sum over the axes does. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void networksHaveTheirSizes(int d) {
        int m = 7;
        Random random = new Random(d);
        double[] theta = random.doubles(1 + d * (m + 1), -1, 1).toArray();
        SawtoothApproximant sum = assertInstanceOf(
                SawtoothApproximant.class, structure(new Cube(d), m).realize(theta));
        ReluNetwork network = sum.network();
        assertEquals(m + 1, network.depth());
        assertEquals(2 * d + 1, network.width());
        assertEquals(largestWeight(theta, d, m), network.largestWeight(), 1e-15);
        assertEquals(d, network.inputs());
        // No coefficient is zero: d linear terms, the shift and its end add to the count of the Takagi surface.
        assertEquals((7 * d + 1) * m - 2 * d + d + 2, network.nonzeros());
        for (int trial = 0; trial < 50; trial++) {
            double[] x = random.doubles(d).toArray();
            assertEquals(series(theta, x, m), sum.at(x), 1e-13);
            assertEquals(series(theta, x, m), network.at(x)[0], 1e-13);
        }
    }

    /** The teeth and their coefficients, what the sum starts with so that it stays positive, and what is left at the end. */
    private static double largestWeight(double[] theta, int d, int m) {
        double tooth = 1;
        double shift = 0;
        double constant = theta[0];
        for (int i = 1; i < theta.length; i++) {
            boolean linear = (i - 1) % (m + 1) == 0;
            tooth = Math.max(tooth, linear ? 0 : Math.abs(theta[i]));
            shift += Math.max(0, -theta[i]);
            constant -= 0.5 * theta[i];
        }
        assertEquals(1 + d * (m + 1), theta.length);
        return Math.max(4 * tooth, Math.max(shift, Math.abs(constant - shift)));
    }

    private static double series(double[] theta, double[] x, int m) {
        double sum = theta[0];
        for (int axis = 0; axis < x.length; axis++) {
            double t = x[axis];
            for (int s = 0; s <= m; s++) {
                sum += theta[1 + axis * (m + 1) + s] * (t - 0.5);
                t = 1 - Math.abs(2 * t - 1);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void perturbationBoundIsAttainedInTheSquareMean(int d) {
        Random random = new Random(7);
        Structure structure = structure(new Cube(d), 2);
        Grid grid = Grid.of(d == 2 ? new int[] {64, 128} : new int[] {64, 64, 64});
        double[] theta = random.doubles(structure.size(), -1, 1).toArray();
        double[] before = structure.realize(theta).on(grid);
        for (LpNorm norm : new LpNorm[] {LpNorm.L1, LpNorm.L2, new LpNorm(3), LpNorm.SUP}) {
            PerturbationBound bound = structure.perturbation(theta, norm);
            double tightest = 0;
            for (int trial = 0; trial < 5; trial++) {
                double[] deltas = random.doubles(theta.length, 0, 0.1).toArray();
                double[] moved = theta.clone();
                for (int i = 0; i < moved.length; i++) {
                    moved[i] += trial > 0 && random.nextBoolean() ? -deltas[i] : deltas[i];
                }
                double[] change = structure.realize(moved).on(grid);
                for (int i = 0; i < change.length; i++) {
                    change[i] -= before[i];
                }
                tightest = Math.max(tightest, norm.of(change) / bound.of(deltas));
            }
            // With k = 16 points on each piece midpoints integrate squares up to the factor 1 - k^-2.
            assertTrue(tightest <= 1 + 2e-3, norm + ": " + tightest);
            if (norm.equals(LpNorm.L2)) {
                assertEquals(1, tightest, 2e-3, "orthogonal");
            }
        }
    }

    @Test
    void largeDataAreFittedAlongTheShortestAxis() {
        Grid grid = Grid.of(1 << 11, 1 << 9);
        assertEquals(9, family.largestBudget(grid));
        double[] theta = {0.25, -0.5, 0.25, 0.125, -0.125, 0.5, 0.25, -0.0625, 0.125};
        Approximant truth = structure(grid, 3).realize(theta);
        Approximation result = family.approximate(Samples.of("sum", grid, truth.on(grid)), 3, LpNorm.L2);
        assertEquals(Outcome.REACHED, result.outcome());
        assertArrayEquals(theta, result.approximant().parameters(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> family.parametrization(new Cube(4), 1));
    }

    private Structure structure(Domain domain, int m) {
        try {
            return family.parametrization(domain, m).read(new SymbolTape().reader());
        } catch (CorruptCodeException e) {
            throw new AssertionError(e);
        }
    }
}
