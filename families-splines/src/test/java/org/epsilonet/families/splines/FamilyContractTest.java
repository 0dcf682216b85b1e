package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that every family of this module obeys, on samples and on formulas. */
class FamilyContractTest {
    private static final List<LpNorm> NORMS = List.of(LpNorm.L2, LpNorm.SUP, LpNorm.L1, new LpNorm(4));
    private static final Formula ROUGH =
            Formula.of("rough", x -> 0.4 * Math.sin(9 * x) + (x >= 0.37 ? 0.5 : 0) - 0.3 * Math.sqrt(x), 0, 0.37);
    private static final Formula PLANE =
            Formula.of("plane", 2, x -> (x[0] * x[0] + x[1] < 0.7 ? 0.5 : -0.25) + 0.3 * x[0] * x[1]);

    static Stream<ParametrizedFamily> families() {
        return new SplineFamilies()
                .families().stream().map(f -> (ParametrizedFamily) f).filter(f -> f.supports(Grid.of(17)));
    }

    private static Samples noisy(int n, long seed) {
        Random random = new Random(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) / n;
            values[i] = 0.5 * Math.sin(7 * x) + (x > 0.6 ? 0.4 : 0) + 0.02 * random.nextGaussian();
        }
        return Samples.of("noisy" + n, values);
    }

    private static List<Target> targets(ApproximationFamily family) {
        List<Target> targets = new ArrayList<>(List.of(noisy(1, 1), noisy(2, 2), noisy(17, 3), noisy(200, 4), ROUGH));
        if (family.dimensions().contains(2)) {
            targets.add(PLANE.sampledOn(13, 9));
            targets.add(PLANE.sampledOn(1, 7));
            targets.add(PLANE);
        }
        return targets;
    }

    @Test
    void allFamiliesAreInstalled() {
        assertEquals(20, families().count());
        families().forEach(f -> assertEquals(f.id(), Families.named(f.id()).id()));
        assertTrue(Families.installed().representatives(1).size() >= 3);
        assertEquals(1, Families.installed().representatives(2).size());
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
                    SymbolTape tape = new SymbolTape();
                    a.approximant().structure().write(tape);
                    Structure read = parametrization.read(tape);
                    assertTrue(tape.finished(), what);
                    Grid grid = target.dimension() == 1 ? Grid.of(101) : Grid.of(31, 17);
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
                double[] values = g.on(Grid.of(20, 30));
                for (int i = 0; i < values.length; i++) {
                    assertEquals(values[i], g.at((i / 30 + 0.5) / 20, (i % 30 + 0.5) / 30));
                }
            }
            assertTrue(g.toString().contains("parameters=" + g.parameters().length));
        }
    }

    /** Random and adversarial perturbations (one sign, alternating signs, one coordinate) stay below the bound. */
    @ParameterizedTest
    @MethodSource("families")
    void perturbationBoundsHold(ParametrizedFamily family) {
        Random random = new Random(20261122);
        for (Target target : targets(family)) {
            Approximant g = family.approximate(target, 9, LpNorm.L2).approximant();
            double[] theta = g.parameters();
            for (LpNorm norm : target instanceof Formula ? List.of(LpNorm.L2, LpNorm.SUP) : NORMS) {
                PerturbationBound bound = g.structure().perturbation(theta, norm);
                assertEquals(0, bound.of(new double[theta.length]));
                for (int trial = 0; trial < 12; trial += target instanceof Formula ? 4 : 1) {
                    double[] deltas = new double[theta.length];
                    double[] changed = new double[theta.length];
                    for (int i = 0; i < deltas.length; i++) {
                        double size =
                                trial < 4 ? random.nextDouble() : trial < 8 ? 1 : i == trial % deltas.length ? 1 : 0;
                        deltas[i] = 1e-2 * size * g.structure().scale(i, norm);
                        changed[i] =
                                (trial == 4 || (trial == 5 && i % 2 == 0) || random.nextBoolean() ? 1 : -1) * deltas[i];
                    }
                    // All families are linear in their parameters.
                    double actual = size(g.structure().realize(changed), target, norm);
                    // The certificate is for exact arithmetic; evaluation and the finite reference grid add rounding.
                    assertTrue(
                            actual <= bound.of(deltas) * (1 + 1e-9),
                            family.id() + ", " + target + ", " + norm + ", trial " + trial + ": " + actual + " > "
                                    + bound.of(deltas));
                }
            }
        }
    }

    /** The norm over the samples; on the cube by Gauss-Kronrod panels (d = 1), exact for these polynomials. */
    private static double size(Approximant g, Target target, LpNorm norm) {
        if (target instanceof Samples samples) {
            return norm.of(g.on(samples.grid()));
        }
        if (target.dimension() == 1) {
            return Distances.between(Formula.of("0", x -> 0), g, norm).value();
        }
        // A grid that is fine compared with the cells: the mean over it is off by their boundaries.
        double[] values = g.on(Grid.of(256, 256));
        return norm.of(values) * (norm.isSup() ? 1 : 0.98);
    }

    /** The bound for equal deltas is attained in the supremum norm, and its Lipschitz constant is the claimed one. */
    @ParameterizedTest
    @MethodSource("families")
    void lipschitzConstantsHold(ParametrizedFamily family) {
        for (Target target : targets(family)) {
            Approximation a = family.approximate(target, 9, LpNorm.L2);
            double[] ones = new double[a.approximant().parameters().length];
            Arrays.fill(ones, 1);
            for (LpNorm norm : NORMS) {
                double bound =
                        a.approximant().structure().perturbation(ones, norm).of(ones);
                double lipschitz = family.parametrization(target.domain(), 9).lipschitz(norm);
                assertTrue(bound <= lipschitz * (1 + 1e-9), family.id() + " " + target + " " + norm + ": " + bound);
            }
        }
    }

    /** Polynomials of the family's degree are reproduced, up to the ends of the interval. */
    @ParameterizedTest
    @MethodSource("families")
    void polynomialsAreReproduced(ParametrizedFamily family) {
        int degree = family.id().charAt(family.id().length() - 1) - '0';
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
                if (!family.id().contains("uniform") || family.id().endsWith("0")) {
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
    void encodableInEveryNorm(ParametrizedFamily family) {
        for (LpNorm norm : NORMS) {
            assertEquals(
                    EncodabilityVerdict.Kind.ENCODABLE,
                    family.encodability(Cube.INTERVAL, norm).verdict().kind());
        }
    }

    /** The claimed growths: bits of structure and radius at M and 16 M. */
    @ParameterizedTest
    @MethodSource("families")
    void growthsAreAsClaimed(ParametrizedFamily family) {
        Domain domain = Cube.INTERVAL;
        Parametrization small = family.parametrization(domain, 512);
        Parametrization large = family.parametrization(domain, 8192);
        assertTrue(large.log2Structures() <= 16 * 2 * small.log2Structures());
        assertTrue(large.log2Structures() <= 8192 * 53);
        assertTrue(large.size() <= 17 * small.size());
        assertTrue(Math.log(large.radius() / small.radius()) / Math.log(16) <= 2.01);
        assertEquals(small.lipschitz(LpNorm.SUP), large.lipschitz(LpNorm.SUP));
    }

    /** A budget beyond the largest is the largest, and costs nothing. */
    @ParameterizedTest
    @MethodSource("families")
    void budgetsAreCapped(ParametrizedFamily family) {
        for (Domain domain : List.of(Cube.INTERVAL, Grid.of(100))) {
            Parametrization largest = family.parametrization(domain, family.largestBudget(domain));
            Parametrization beyond = family.parametrization(domain, Integer.MAX_VALUE);
            assertEquals(largest.size(), beyond.size());
            assertEquals(largest.radius(), beyond.radius());
        }
    }

    /** Adaptive cells on the cube: a lattice of exactly max(30, ceil(4 log2 M)) levels, and M^-4 within a double. */
    @Test
    void searchDepth() {
        for (int m = 1; m <= 1 << 13; m++) {
            int exact = BigInteger.valueOf(m).pow(4).subtract(BigInteger.ONE).bitLength();
            assertEquals(Math.max(30, exact), FreeKnotPiecewisePolynomials.level(m));
        }
        assertEquals(1 << 13, FreeKnotPiecewisePolynomials.ofDegree(1).largestBudget(Cube.INTERVAL));
        assertEquals(1 << 13, DyadicPiecewisePolynomials.ofDegree(1).largestBudget(Cube.INTERVAL));
    }

    @ParameterizedTest
    @MethodSource("families")
    void wrongArgumentsAreRefused(ParametrizedFamily family) {
        Samples cube = Samples.of("cube", Grid.of(2, 2, 2), new double[8]);
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
