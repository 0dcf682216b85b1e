package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.SymbolTape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that every family of this module obeys, on samples and on formulas. */
class FamilyContractTest {
    private static final List<LpNorm> NORMS = ContractTargets.NORMS;
    private static final Formula ROUGH = ContractTargets.ROUGH;

    static Stream<ParametrizedFamily> families() {
        return ContractTargets.families();
    }

    private static Samples noisy(int n, long seed) {
        return ContractTargets.noisy(n, seed);
    }

    private static List<Target> targets(ApproximationFamily family) {
        return ContractTargets.of(family);
    }

    @Test
    void allFamiliesAreInstalled() {
        assertEquals(26, families().count());
        families().forEach(f -> assertEquals(f.id(), Families.named(f.id()).id()));
        assertTrue(Families.installed().representatives(1).size() >= 3);
        assertTrue(Families.installed().representatives(2).size() >= 2);
        assertTrue(Families.installed().representatives(3).size() >= 2);
    }

    /** Budget, radius and structure are kept; what is written is read back, exactly as much of it, to the same function. */
    @ParameterizedTest
    @MethodSource("families")
    void structuresRoundTrip(ParametrizedFamily family) throws Exception {
        for (Target target : targets(family)) {
            for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
                for (int budget : target instanceof Formula ? new int[] {1, 9} : new int[] {1, 2, 5, 16, 33}) {
                    String what = family.id() + ", " + target + ", " + norm + ", M = " + budget;
                    Approximation a = family.approximate(target, budget, norm);
                    assertEquals(Approximation.Outcome.REACHED, a.outcome(), what);
                    Parametrization parametrization = family.parametrization(target.domain(), budget);
                    double[] theta = a.approximant().parameters();
                    assertTrue(theta.length <= parametrization.size(), what);
                    for (double t : theta) {
                        assertTrue(Math.abs(t) <= parametrization.radius(), what);
                    }
                    SymbolTape tape = SymbolTape.of(a.approximant().structure()::write);
                    SymbolTape.Reader reader = tape.reader();
                    Structure read = parametrization.read(reader);
                    assertTrue(reader.atEnd(), what);
                    Grid grid = ContractTargets.lookout(target.dimension());
                    assertArrayEquals(
                            a.approximant().on(grid), read.realize(theta).on(grid), 0, what);
                }
            }
        }
    }

    /** One point, increasing points and grids agree, and all budgets at once agree with one at a time. */
    @ParameterizedTest
    @MethodSource("families")
    void evaluationsAgree(ParametrizedFamily family) {
        for (Target target : targets(family)) {
            Approximation a = family.approximate(target, 12, LpNorm.L2);
            Approximation shared = family.approximations(target, LpNorm.L2).apply(12);
            assertArrayEquals(a.approximant().parameters(), shared.approximant().parameters(), 0);
            Approximant g = a.approximant();
            if (target.dimension() == 1) {
                double[] x = new double[300];
                for (int i = 0; i < x.length; i++) {
                    x[i] = (i + 0.5) / x.length;
                }
                double[] increasing = g.atIncreasing(x);
                assertArrayEquals(g.on(Grid.of(x.length)), increasing, 0);
                for (int i = 0; i < x.length; i++) {
                    assertEquals(increasing[i], g.at(x[i]));
                }
                assertTrue(Double.isFinite(g.at(0)) && Double.isFinite(g.at(1)));
            } else {
                Grid grid = ContractTargets.lookout(target.dimension());
                double[] values = g.on(grid);
                GridPoints.forEach(grid, (i, x) -> assertEquals(values[i], g.at(x)));
            }
            assertTrue(g.toString().contains("parameters=" + g.parameters().length));
        }
    }

    /** Polynomials of the family's degree are reproduced, up to the ends of the interval. */
    @ParameterizedTest
    @MethodSource("families")
    void polynomialsAreReproduced(ParametrizedFamily family) {
        int degree =
                family.id().endsWith("hp") ? 4 : family.id().charAt(family.id().length() - 1) - '0';
        Formula polynomial = Formula.of("polynomial", x -> {
            double sum = 0;
            for (int j = 0; j <= degree; j++) {
                sum = sum * (x - 0.3) + 0.5 - 0.2 * j;
            }
            return sum;
        });
        List<Target> targets = new ArrayList<>(List.of(polynomial));
        for (int n : new int[] {1, 2, 3, 7, 16, 40, 101}) {
            targets.add(polynomial.sampledOn(n));
        }
        for (Target target : targets) {
            for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
                for (int budget : new int[] {degree + 1, 2 * degree + 5}) {
                    if (norm.isSup() && family.id().contains("uniform.degree1") && target instanceof Formula) {
                        continue; // interpolates, tested by E17
                    }
                    Approximant g = family.approximate(target, budget, norm).approximant();
                    for (double x : new double[] {0, 0x1p-40, 0.5 / 101, 0.37, 0.5, 1 - 0x1p-40, 1}) {
                        // On fewer samples than coefficients the polynomial between them is not determined.
                        if (target instanceof Formula || ((Samples) target).size() > 20 * (degree + 1)) {
                            assertEquals(polynomial.at(x), g.at(x), 1e-8, family.id() + target + norm + x);
                        }
                    }
                    assertEquals(
                            0,
                            family.approximate(target, budget, norm).distance().value(),
                            1e-11);
                }
            }
        }
    }

    /** Any number of samples, any budget; data come back exactly where the family can hold them. */
    @ParameterizedTest
    @MethodSource("families")
    void everyNumberOfSamples(ParametrizedFamily family) {
        for (int n = 1; n <= 40; n++) {
            Samples samples = noisy(n, n);
            for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
                double before = Double.POSITIVE_INFINITY;
                for (int budget : new int[] {1, 2, 4, 8, 16, 32, 64}) {
                    Approximation a = family.approximate(samples, budget, norm);
                    double error = a.distance().value();
                    assertEquals(Approximation.Outcome.REACHED, a.outcome());
                    // Uniform cells are not nested, and near-best is best up to a constant.
                    assertTrue(error <= 2.5 * before + 1e-12, family.id() + " N=" + n + " M=" + budget + norm);
                    before = Math.min(before, error);
                }
                if (!family.id().matches(".*(uniform|smooth|monotone).*")
                        || family.id().endsWith("0")) {
                    assertEquals(0, before, 1e-13, family.id() + " N=" + n);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void constantsAreExact(ParametrizedFamily family) {
        for (int n : new int[] {1, 3, 300}) {
            double[] values = new double[n];
            for (double constant : new double[] {0, 0.7}) {
                Arrays.fill(values, constant);
                for (LpNorm norm : NORMS) {
                    Approximation a = family.approximate(Samples.of("constant", values), 8, norm);
                    assertEquals(0, a.distance().value(), constant * 1e-14, family.id());
                    for (double theta : a.approximant().parameters()) {
                        assertTrue(constant != 0 || theta == 0);
                    }
                }
            }
        }
    }

    /** Powers of two change no bit. */
    @ParameterizedTest
    @MethodSource("families")
    void scalingByPowersOfTwo(ParametrizedFamily family) {
        Samples samples = noisy(150, 5);
        Samples scaled = samples.withValues(
                Arrays.stream(samples.values()).map(v -> v / 8).toArray());
        for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
            double[] theta = family.approximate(samples, 11, norm).approximant().parameters();
            double[] eighth = family.approximate(scaled, 11, norm).approximant().parameters();
            assertArrayEquals(Arrays.stream(theta).map(v -> v / 8).toArray(), eighth, 0, family.id());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void wrongArgumentsAreRefused(ParametrizedFamily family) {
        Samples cube = Samples.of("cube", Grid.of(2, 2, 2, 2), new double[16]);
        assertThrows(IllegalArgumentException.class, () -> family.approximate(cube, 3, LpNorm.L2));
        assertThrows(IllegalArgumentException.class, () -> family.approximate(ROUGH, 0, LpNorm.L2));
        assertThrows(IllegalArgumentException.class, () -> family.parametrization(Cube.INTERVAL, 0));
        Structure structure =
                family.approximate(ROUGH, 7, LpNorm.L2).approximant().structure();
        assertThrows(IllegalArgumentException.class, () -> structure.realize(new double[structure.size() + 1]));
    }

    /** A function beyond the radius is not reached, and the element returned is still one of the family. */
    @ParameterizedTest
    @MethodSource("families")
    void hugeFunctionsAreNotReached(ParametrizedFamily family) {
        double[] huge = new double[64];
        Arrays.fill(huge, 1e30);
        Approximation a = family.approximate(Samples.of("huge", huge), 4, LpNorm.L2);
        assertEquals(Approximation.Outcome.NOT_REACHED, a.outcome());
        double radius = family.parametrization(Grid.of(64), 4).radius();
        assertTrue(Arrays.stream(a.approximant().parameters()).allMatch(t -> Math.abs(t) <= radius));
    }
}
