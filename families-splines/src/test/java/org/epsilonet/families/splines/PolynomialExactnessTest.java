package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.SymbolTape;
import org.epsilonet.families.splines.wedgelet.Wedgelets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Polynomials of the total degree of a family are reproduced in every dimension, up to the boundary, whatever the shape of
 * the grid; and so are the family's own elements.
 */
class PolynomialExactnessTest {
    /** Coefficients of the bases are of order one to a hundred, and a value is a sum of at most 216 of them. */
    private static final double ROUNDING = 1e-9;

    static Stream<ParametrizedFamily> families() {
        return ContractTargets.families().filter(f -> f.dimensions().contains(2));
    }

    private static int degree(ParametrizedFamily family) {
        return family.id().endsWith("hp") ? 4 : family.id().charAt(family.id().length() - 1) - '0';
    }

    private static Formula polynomial(int dimension, int degree) {
        double[] slopes = {0.7, -0.4, 0.3};
        return Formula.of("polynomial", dimension, x -> {
            double t = 0.1;
            for (int a = 0; a < x.length; a++) {
                t += slopes[a] * x[a];
            }
            return Math.pow(t, degree) - (degree > 1 ? 0.3 * x[0] * x[dimension - 1] : 0) + 0.25;
        });
    }

    private static List<Target> targets(int dimension, int degree) {
        Formula polynomial = polynomial(dimension, degree);
        List<Target> targets = new ArrayList<>();
        targets.add(polynomial);
        int[][] shapes = dimension == 2
                ? new int[][] {{1, 40}, {40, 1}, {2, 3}, {23, 31}, {40, 9}, {64, 64}}
                : new int[][] {{1, 1, 30}, {2, 3, 4}, {11, 13, 12}};
        for (int[] shape : shapes) {
            targets.add(polynomial.sampledOn(shape));
        }
        return targets;
    }

    @ParameterizedTest
    @MethodSource("families")
    void polynomialsOfSeveralVariables(ParametrizedFamily family) {
        int degree = degree(family);
        for (int dimension = 2; dimension <= 3; dimension++) {
            if (!family.dimensions().contains(dimension)) {
                continue;
            }
            int whole = (int) Math.pow(degree + 1, dimension);
            for (Target target : targets(dimension, degree)) {
                // A formula costs a million evaluations each time.
                if (target instanceof Formula && (degree > 3 || dimension + degree > 4)) {
                    continue;
                }
                boolean slow = target instanceof Formula;
                for (LpNorm norm : slow ? List.of(LpNorm.L2) : List.of(LpNorm.L2, LpNorm.SUP)) {
                    for (int budget : slow ? new int[] {2 * whole} : new int[] {whole, 2 * whole, 5 * whole + 7}) {
                        String what = family.id() + ", " + target + ", " + norm + ", M = " + budget;
                        Approximation a = family.approximate(target, budget, norm);
                        assertEquals(0, a.distance().value(), ROUNDING, what);
                        if (target instanceof Formula formula) {
                            atTheBoundary(formula, a.approximant(), what);
                        }
                    }
                }
            }
        }
    }

    static Stream<ParametrizedFamily> allFamilies() {
        return ContractTargets.families();
    }

    /** Polynomials of the stated order, on samples of any number and as formulas, both ends included. */
    @ParameterizedTest
    @MethodSource("allFamilies")
    void polynomialsOfOneVariable(ParametrizedFamily family) {
        int degree = family.polynomialOrder(Grid.of(300)) - 1;
        assertTrue(degree >= 0, family.id());
        Formula polynomial = Formula.of("polynomial", x -> 0.25 + Math.pow(0.9 - 1.7 * x, degree));
        List<Target> targets = new ArrayList<>(List.of(polynomial));
        for (int n : new int[] {1, 2, 7, 61, 300}) {
            targets.add(polynomial.sampledOn(n));
        }
        for (Target target : targets) {
            for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
                String what = family.id() + ", " + target + ", " + norm;
                int budget = target instanceof Samples samples ? Math.max(degree + 1, samples.size() / 6) : 40;
                Approximation a = family.approximate(target, budget, norm);
                assertEquals(0, a.distance().value(), ROUNDING, what);
                if (target instanceof Formula) {
                    for (double x : new double[] {0, 1e-3, 0.5, 0.999, 1}) {
                        assertEquals(polynomial.at(x), a.approximant().at(x), ROUNDING, what + " at " + x);
                    }
                }
            }
        }
    }

    /** Linear functions of two variables, and constants. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void wedgeletsReproduceTheirDegree(int degree) {
        Formula polynomial = polynomial(2, degree);
        for (Target target : targets(2, degree)) {
            for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
                Approximation a = Wedgelets.ofDegree(degree).approximate(target, 4, norm);
                String what = target + ", " + norm;
                assertEquals(0, a.distance().value(), ROUNDING, what);
                if (target instanceof Formula) {
                    atTheBoundary(polynomial, a.approximant(), what);
                }
            }
        }
    }

    private static void atTheBoundary(Formula polynomial, Approximant g, String what) {
        GridPoints.forEach(dimensionGrid(g.dimension()), (i, centre) -> {
            double[] x = centre.clone();
            for (int a = 0; a < x.length; a++) {
                x[a] = x[a] < 0.2 ? 0 : x[a] > 0.8 ? 1 : x[a];
            }
            assertEquals(polynomial.at(x), g.at(x), ROUNDING, what);
        });
    }

    private static Grid dimensionGrid(int dimension) {
        return dimension == 2 ? Grid.of(5, 5) : Grid.of(5, 5, 5);
    }

    /** An element of the family, sampled or as a formula, is found again; and constants have equal coefficients. */
    @ParameterizedTest
    @MethodSource("families")
    void linearFamiliesReproduceTheirElements(ParametrizedFamily family) throws Exception {
        if (!family.id().matches("splines\\.(uniform|piecewise).*")) {
            return;
        }
        Random random = new Random(20261128);
        for (Grid grid : List.of(Grid.of(150), Grid.of(30, 44), Grid.of(1, 60), Grid.of(13, 12, 14))) {
            int budget = grid.points() / (grid.dimension() == 3 ? 10 : 5);
            Structure structure = family.parametrization(grid, budget).read(new SymbolTape().reader());
            double[] theta = random.doubles(structure.size(), -0.5, 0.5).toArray();
            Samples samples = Samples.of("own", grid, structure.realize(theta).on(grid));
            Approximation a = family.approximate(samples, budget, LpNorm.L2);
            assertEquals(0, a.distance().value(), ROUNDING, family.id() + " on " + grid);
            for (int i = 0; i < theta.length; i++) {
                assertEquals(theta[i], a.approximant().parameters()[i], 1e-6, family.id() + " on " + grid);
            }
            if (family.id().contains("uniform")) {
                double[] ones = new double[structure.size()];
                Arrays.fill(ones, 1);
                for (double value : structure.realize(ones).on(grid)) {
                    assertEquals(1, value, 1e-14, "partition of unity");
                }
            }
        }
    }
}
