package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureEnumeration;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonotoneSplinesTest {
    private static final Formula FALLING = Formula.of("exp(-3x)", x -> Math.exp(-3 * x));
    private static final Formula SINE = Formula.of("sine", x -> Math.sin(2 * Math.PI * x));

    /** Order k + 1 on a smooth monotone function, in both norms. */
    @ParameterizedTest
    @CsvSource({"1, l2", "1, sup", "2, l2", "2, sup"})
    void smoothMonotoneFunctionsHaveTheFullOrder(int degree, String norm) {
        LpNorm p = norm.equals("sup") ? LpNorm.SUP : LpNorm.L2;
        double coarse = distance(degree, FALLING, 32 + degree, p);
        double fine = distance(degree, FALLING, 128 + degree, p);
        assertEquals(degree + 1, Math.log(coarse / fine) / Math.log(4), 0.1);
    }

    /** As fast as without shape: on a function that rises throughout the best spline is monotone itself. */
    @Test
    void nothingIsLostWhereTheBestSplineIsMonotone() {
        for (int degree = 1; degree <= 2; degree++) {
            Approximation free = UniformSplines.ofDegree(degree).approximate(FALLING, 20, LpNorm.L2);
            Approximation monotone = MonotoneSplines.ofDegree(degree).approximate(FALLING, 20, LpNorm.L2);
            assertArrayEquals(
                    free.approximant().parameters(), monotone.approximant().parameters(), 1e-12);
        }
    }

    /** A jump costs half an order in the root mean square, as for every linear family. */
    @Test
    void jumpsCostAsMuchAsWithoutShape() {
        Formula jump = Formula.of("jump", x -> x < 1 / Math.sqrt(5) ? 0 : 1, 1 / Math.sqrt(5));
        for (int m = 16; m <= 256; m *= 4) {
            double free = UniformSplines.ofDegree(1)
                    .approximate(jump, m + 1, LpNorm.L2)
                    .distance()
                    .value();
            double monotone = distance(1, jump, m + 1, LpNorm.L2);
            // A monotone interpolant of the jump is at most 3^(-1/2) m^(-1/2) away.
            assertTrue(monotone >= free * (1 - 1e-9) && monotone <= 1 / Math.sqrt(3.0 * m), m + ": " + monotone);
        }
    }

    /** A rise by 1 in a falling function, or a fall by 2 in a rising one, costs half of it, whatever the budget. */
    @Test
    void otherFunctionsStayAway() {
        for (int m = 8; m <= 512; m *= 8) {
            double sup = distance(1, SINE, m, LpNorm.SUP);
            assertTrue(sup >= 0.5 - 1e-6 && sup <= 0.5 + 5.0 / (m * m), m + ": " + sup);
        }
    }

    /** Whatever a decoder is given: the function is monotone, and moves by no more than the bound. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyParametersRealizeMonotoneFunctions(int degree) {
        Random random = new Random(degree);
        Grid grid = Grid.of(500);
        for (Structure structure : StructureEnumeration.of(
                        MonotoneSplines.ofDegree(degree).parametrization(grid, 30))
                .structures()) {
            double[] theta = random.doubles(30, -1, 1).toArray();
            double[] values = structure.realize(theta).on(grid);
            assertEquals(30, structure.size());
            int direction = values[499] > values[0] ? 1 : -1;
            for (int i = 1; i < values.length; i++) {
                // Values of size 1 are rounded.
                assertTrue(direction * (values[i] - values[i - 1]) >= -1e-15, "at " + i);
            }
            for (LpNorm norm : new LpNorm[] {LpNorm.L1, LpNorm.L2, LpNorm.SUP}) {
                PerturbationBound bound = structure.perturbation(theta, norm);
                for (int trial = 0; trial < 50; trial++) {
                    double[] deltas = random.doubles(30, 0, 0.1).toArray();
                    double[] moved = theta.clone();
                    for (int i = 0; i < 30; i++) {
                        moved[i] += random.nextBoolean() ? deltas[i] : -deltas[i];
                    }
                    double[] change = structure.realize(moved).on(grid);
                    for (int i = 0; i < change.length; i++) {
                        change[i] -= values[i];
                    }
                    assertTrue(norm.of(change) <= bound.of(deltas) + 1e-15);
                }
            }
        }
    }

    /** Rounding to a common step keeps the order, so the rounded numbers are the coefficients. */
    @Test
    void roundedElementsStayInOrder() {
        Approximant approximant =
                MonotoneSplines.ofDegree(2).approximate(FALLING, 64, LpNorm.L2).approximant();
        double[] rounded = approximant.parameters();
        for (int i = 0; i < rounded.length; i++) {
            assertEquals(1, approximant.structure().scale(i, LpNorm.L2), 0);
            rounded[i] = Math.rint(rounded[i] * 32) / 32;
        }
        Structure free = UniformSplines.ofDegree(2)
                .approximate(FALLING, 64, LpNorm.L2)
                .approximant()
                .structure();
        Grid grid = Grid.of(777);
        assertArrayEquals(
                free.realize(rounded).on(grid),
                approximant.structure().realize(rounded).on(grid),
                0);
    }

    @Test
    void noisyRampsAreFittedInLinearTime() {
        int n = 1 << 16;
        Random random = new Random(5);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = (double) i / n + 0.1 * random.nextGaussian();
        }
        Samples noisy = Samples.of("noisy ramp", values);
        Approximation result = MonotoneSplines.ofDegree(2).approximate(noisy, n, LpNorm.L2);
        assertEquals(Outcome.REACHED, result.outcome());
        // What remains is the noise; order averages it out better the more samples there are.
        assertEquals(0.1, result.distance().value(), 1e-3);
        double[] fitted = result.approximant().on(noisy.grid());
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += Math.pow(fitted[i] - (double) i / n, 2);
        }
        assertTrue(Math.sqrt(squares / n) < 0.01, "" + Math.sqrt(squares / n));
    }

    @Test
    void claimsAreModest() {
        MonotoneSplines family = MonotoneSplines.ofDegree(1);
        assertEquals(
                EncodabilityVerdict.Kind.ENCODABLE,
                family.encodability(Cube.INTERVAL, LpNorm.SUP).verdict().kind());
        assertThrows(IllegalArgumentException.class, () -> MonotoneSplines.ofDegree(3));
        assertThrows(IllegalArgumentException.class, () -> family.parametrization(new Cube(2), 4));
    }

    private static double distance(int degree, Formula f, int m, LpNorm norm) {
        Approximation result = MonotoneSplines.ofDegree(degree).approximate(f, m, norm);
        assertEquals(Outcome.REACHED, result.outcome());
        return result.distance().value();
    }
}
