package org.epsilonet.families.relu.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolTape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SawtoothFamilyTest {
    private static final Formula SQUARE = Formula.of("x^2", x -> x * x);
    private static final Formula TAKAGI = Formula.of("Takagi", x -> {
        double sum = 0;
        for (int k = 60; k >= 0; k--) {
            double y = Math.scalb(x, k);
            sum += Math.scalb(Math.abs(y - Math.rint(y)), -k);
        }
        return sum;
    });

    private final SawtoothFamily family = new SawtoothFamily();

    /** E22 through the family. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void squareIsReachedExponentially(int m) {
        Approximation sup = family.approximate(SQUARE, m, LpNorm.SUP);
        assertEquals(Outcome.REACHED, sup.outcome());
        // Values of size 1 are rounded; with m = 12 the quadrature no longer looks between all kinks.
        assertEquals(Math.scalb(1.0, -2 * m - 2), sup.distance().value(), m < 12 ? 1e-15 : 1e-9);
        // Between the first two kinks everything is exact.
        double middle = Math.scalb(1.0, -m - 1);
        double error = sup.approximant().at(middle) - middle * middle;
        assertEquals(-2 * m - 2, Math.log(error) / Math.log(2), 1e-12);
        for (int s = 1; s <= m; s++) {
            assertEquals(-Math.scalb(1.0, -2 * s), sup.approximant().parameters()[s + 1], 1e-15);
        }
        // In L^2 the interpolation error x(h-x) on every cell less its mean h^2/6: h^2/sqrt(180).
        double l2 = family.approximate(SQUARE, m, LpNorm.L2).distance().value();
        assertEquals(1, l2 / (Math.scalb(1.0, -2 * m) / Math.sqrt(180)), 1e-3);
    }

    /** E23 through the family: two thirds of 2^-m, within what sampling of a fractal sees. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void takagiIsReachedExponentially(int m) {
        Approximation sup = family.approximate(TAKAGI, m, LpNorm.SUP);
        assertEquals(Outcome.REACHED, sup.outcome());
        assertEquals(1, sup.distance().value() / (2.0 / 3 * Math.scalb(1.0, -m)), 1e-3);
        Approximant approximant = sup.approximant();
        double third = Math.scalb(1.0 / 3, -m);
        assertEquals(2.0 / 3 * Math.scalb(1.0, -m), TAKAGI.at(third) - approximant.at(third), 1e-12);
        assertEquals(0, approximant.parameters()[1], 1e-15);
        for (int s = 1; s <= m; s++) {
            assertEquals(Math.scalb(1.0, -s), approximant.parameters()[s + 1], 1e-15);
        }
        // Orthogonal tail: the root of the sum of 4^-s/12 over s > m is 2^-m/6.
        double l2 = family.approximate(TAKAGI, m, LpNorm.L2).distance().value();
        assertEquals(1, l2 / (Math.scalb(1.0, -m) / 6), 0.01);
    }

    @Test
    void arbitraryFunctionsAreNotReached() {
        Formula sine = Formula.of("sine", x -> Math.sin(20 * x));
        for (LpNorm norm : new LpNorm[] {LpNorm.L2, LpNorm.SUP}) {
            assertEquals(Outcome.NOT_REACHED, family.approximate(sine, 10, norm).outcome());
            double[] noise = new Random(1).doubles(1000, -1, 1).toArray();
            Approximation data = family.approximate(Samples.of("noise", noise), 9, norm);
            assertEquals(Outcome.NOT_REACHED, data.outcome());
            assertTrue(data.distance().value() <= 1.1, "still a sensible element");
        }
    }

    @Test
    void samplesOfTheSystemAreRecovered() throws CorruptCodeException {
        for (int n : new int[] {64, 1000, 1003}) {
            double[] theta = {0.3, -0.5, 0.25, 0.125, -0.125};
            Structure structure = family.parametrization(Grid.of(n), 3).read(new SymbolTape().reader());
            Samples samples = Samples.of("series", structure.realize(theta).on(Grid.of(n)));
            Approximation result = family.approximate(samples, 3, LpNorm.L2);
            assertEquals(Outcome.REACHED, result.outcome());
            assertArrayEquals(theta, result.approximant().parameters(), 1e-13);
        }
    }

    @Test
    void everyNumberOfSamplesWorks() {
        for (int n = 1; n <= 40; n++) {
            Samples noise = Samples.of("noise", new Random(n).doubles(n, -1, 1).toArray());
            Samples constant = Samples.of("constant", new double[n]);
            for (int budget : new int[] {1, 2, 5, 40}) {
                for (LpNorm norm : new LpNorm[] {LpNorm.L1, LpNorm.L2, LpNorm.SUP}) {
                    Approximation result = family.approximate(noise, budget, norm);
                    assertEquals(
                            family.parametrization(noise.grid(), budget).size(),
                            result.approximant().structure().size());
                    assertTrue(Double.isFinite(result.distance().value()));
                    Approximation zero = family.approximate(constant, budget, norm);
                    assertEquals(Outcome.REACHED, zero.outcome());
                    assertEquals(0, zero.distance().value(), 0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void perturbationBoundHolds(long seed) throws CorruptCodeException {
        Random random = new Random(seed);
        Grid grid = Grid.of(1 << 10);
        Structure structure = family.parametrization(Cube.INTERVAL, 8).read(new SymbolTape().reader());
        double[] theta = random.doubles(10, -1, 1).toArray();
        double[] before = structure.realize(theta).on(grid);
        for (LpNorm norm : new LpNorm[] {LpNorm.L1, LpNorm.L2, new LpNorm(3), LpNorm.SUP}) {
            PerturbationBound bound = structure.perturbation(theta, norm);
            double tightest = 0;
            for (int trial = 0; trial < 100; trial++) {
                double[] deltas = random.doubles(10, 0, 0.1).toArray();
                double[] moved = theta.clone();
                for (int i = 0; i < 10; i++) {
                    moved[i] += trial == 0 || random.nextBoolean() ? deltas[i] : -deltas[i];
                }
                double[] after = structure.realize(moved).on(grid);
                for (int i = 0; i < after.length; i++) {
                    after[i] -= before[i];
                }
                double ratio = norm.of(after) / bound.of(deltas);
                // A dyadic grid of 1024 points integrates products of the first 8 compositions up to 4^-10 relative.
                assertTrue(ratio <= 1 + 1e-5, "seed " + seed + " " + norm + ": " + ratio);
                tightest = Math.max(tightest, ratio);
            }
            if (norm.equals(LpNorm.L2)) {
                assertEquals(1, tightest, 1e-3, "orthogonal: the bound is attained");
            }
            assertTrue(bound.of(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1})
                    <= family.parametrization(Cube.INTERVAL, 8).lipschitz(norm));
        }
    }

    @Test
    void isEncodableInItsCoefficientsAndInstalled() {
        assertEquals(
                EncodabilityVerdict.Kind.ENCODABLE,
                family.encodability(Cube.INTERVAL, LpNorm.L2).verdict().kind());
        assertSame(SawtoothFamily.class, Families.named("relu.sawtooth").getClass());
        assertEquals(
                2,
                Families.installed().representatives(1).stream()
                        .filter(f -> f.id().startsWith("relu."))
                        .count());
        assertEquals(10, family.largestBudget(Grid.of(1025)));
    }
}
