package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The measured slopes and exact constants of approximation theory, reproduced by the families themselves. */
class TheoryRowsTest {
    private static final Formula SQUARE = Formula.of("x^2", x -> x * x);

    private static double error(ApproximationFamily family, Formula f, int budget, LpNorm norm) {
        Approximation a = family.approximate(f, budget, norm);
        assertEquals(Approximation.Outcome.REACHED, a.outcome(), family.id() + " on " + f);
        return a.distance().value();
    }

    /** Least-squares slope of ln(error) over ln(cells) at dyadic numbers of cells. */
    private static double slope(int from, int to, IntToDoubleFunction error) {
        List<double[]> points = new ArrayList<>();
        for (int m = from; m <= to; m *= 2) {
            points.add(new double[] {Math.log(m), Math.log(error.applyAsDouble(m))});
        }
        double meanX = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double meanY = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double xy = points.stream()
                .mapToDouble(p -> (p[0] - meanX) * (p[1] - meanY))
                .sum();
        double xx = points.stream()
                .mapToDouble(p -> (p[0] - meanX) * (p[0] - meanX))
                .sum();
        return xy / xx;
    }

    private static Formula step(double t) {
        return Formula.of("step", x -> x >= t ? 1 : 0, t);
    }

    /** The worst error over jumps in the middle; the jump that splits a cell in halves is among them. */
    private static double worstStep(ApproximationFamily family, int cells, int budget) {
        double worst = 0;
        for (double t : new double[] {0.3, (cells / 2 + 0.5) / cells, 0.61803}) {
            worst = Math.max(worst, error(family, step(t), budget, LpNorm.L2));
        }
        return worst;
    }

    @ParameterizedTest(name = "E1.{0}")
    @CsvSource({"0, 256", "1, 128", "2, 64", "3, 32"})
    void exponentialByUniformPiecewisePolynomials(int degree, int most) {
        Formula exp = Formula.of("exp", Math::exp);
        ApproximationFamily family = UniformPiecewisePolynomials.ofDegree(degree);
        double slope = slope(4, most, m -> error(family, exp, m * (degree + 1), LpNorm.L2));
        assertEquals(-(degree + 1), slope, 0.02);
    }

    /** E = M^-(k+1) (k+1)!^2 / ((2k+2)! sqrt(2k+3)) with M cells, by the leading coefficient of Legendre polynomials. */
    @ParameterizedTest(name = "E1c, degree {0}")
    @CsvSource({
        "0, .288675134594812882",
        "1, .0745355992499929899",
        "2, .0188982236504613614",
        "3, .00476190476190476190"
    })
    void monomialByUniformPiecewisePolynomials(int degree, double constant) {
        Formula monomial = Formula.of("monomial", x -> Math.pow(x, degree + 1));
        for (int cells : new int[] {1, 3, 8, 21}) {
            double expected = constant * Math.pow(cells, -(degree + 1));
            double actual =
                    error(UniformPiecewisePolynomials.ofDegree(degree), monomial, cells * (degree + 1), LpNorm.L2);
            assertEquals(expected, actual, 1e-9 * expected);
        }
    }

    /** One cell of E1c is a partial sum of the Legendre series; and more terms of it find the rest exactly. */
    @ParameterizedTest
    @CsvSource({"1, .288675134594812882", "3, .0188982236504613614", "4, .00476190476190476190"})
    void monomialByLegendrePolynomials(int terms, double constant) {
        Formula monomial = Formula.of("monomial", x -> Math.pow(x, terms));
        ApproximationFamily family = new SplineFamilies()
                .families().stream()
                        .filter(f -> f.id().equals("splines.legendre"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(constant, error(family, monomial, terms, LpNorm.L2), 1e-9 * constant);
        assertEquals(0, error(family, monomial, 900, LpNorm.L2), 1e-12);
    }

    @Test
    void e2JumpByUniformConstants() {
        ApproximationFamily family = UniformPiecewisePolynomials.ofDegree(0);
        for (int m : new int[] {8, 128, 2048}) {
            assertEquals(0.5 / Math.sqrt(m), worstStep(family, m, m), 1e-6 / Math.sqrt(m));
        }
        assertEquals(-0.5, slope(8, 2048, m -> worstStep(family, m, m)), 0.01);
        ApproximationFamily splines = UniformSplines.ofDegree(0);
        assertEquals(-0.5, slope(8, 2048, m -> worstStep(splines, m, m)), 0.01);
    }

    @Test
    void e2bJumpByUniformLines() {
        ApproximationFamily family = UniformPiecewisePolynomials.ofDegree(1);
        assertEquals(-0.5, slope(8, 2048, m -> worstStep(family, m, 2 * m)), 0.01);
    }

    @Test
    void e5aRootByUniformConstants() {
        Formula root = Formula.of("x^0.3", x -> Math.pow(x, 0.3), 0);
        ApproximationFamily family = UniformPiecewisePolynomials.ofDegree(0);
        for (int m : new int[] {8, 100, 2048}) {
            double expected = 0.5 * Math.pow(m, -0.3);
            assertEquals(expected, error(family, root, m, LpNorm.SUP), 1e-9 * expected);
        }
        assertEquals(-0.3, slope(8, 2048, m -> error(family, root, m, LpNorm.SUP)), 0.001);
    }

    /** Kahane: E = Var(f) / (2M) exactly; the knots found here are exact to about one percent of a piece. */
    @Test
    void e5bRootByFreeKnotConstants() {
        Formula root = Formula.of("x^0.3", x -> Math.pow(x, 0.3), 0);
        ApproximationFamily family = FreeKnotPiecewisePolynomials.ofDegree(0);
        for (int m = 8; m <= 2048; m *= 4) {
            double ratio = error(family, root, m, LpNorm.SUP) * 2 * m;
            assertTrue(ratio >= 1 - 1e-9 && ratio < 1.006, "M = " + m + ": " + ratio);
        }
        double slope = slope(8, 2048, m -> error(family, root, m, LpNorm.SUP));
        assertEquals(-1, slope, 0.001);
    }

    @Test
    void e7aSingularityByUniformConstants() {
        Formula singular = Formula.of("x^-0.3", x -> Math.pow(x, -0.3), 0);
        ApproximationFamily family = UniformPiecewisePolynomials.ofDegree(0);
        assertEquals(-0.2, slope(8, 512, m -> error(family, singular, m, LpNorm.L2)), 0.01);
    }

    @Test
    void e7cSingularityByDyadicConstants() {
        Formula singular = Formula.of("x^-0.3", x -> Math.pow(x, -0.3), 0);
        ApproximationFamily family = DyadicPiecewisePolynomials.ofDegree(0);
        double slope = slope(8, 512, m -> error(family, singular, m, LpNorm.L2));
        assertEquals(-1, slope, 0.06);
    }

    private static double takagi(double x) {
        double sum = 0;
        for (int j = 0; j < 50; j++) {
            double y = Math.scalb(x, j);
            sum += Math.scalb(Math.abs(y - Math.rint(y)), -j);
        }
        return sum;
    }

    /** With M intervals, that is budget M + 1. */
    @Test
    void e12TakagiByLinearInterpolation() {
        Formula takagi = Formula.of("takagi", TheoryRowsTest::takagi);
        ApproximationFamily family = UniformSplines.ofDegree(1);
        assertEquals(-1, slope(8, 2048, m -> error(family, takagi, m + 1, LpNorm.SUP)), 0.001);
        // The largest sampled value lies a little below the supremum 2/3.
        assertEquals(2.0 / 3, 64 * error(family, takagi, 65, LpNorm.SUP), 1e-3);
    }

    @Test
    void e17SquareByLinearInterpolation() {
        ApproximationFamily family = UniformSplines.ofDegree(1);
        for (int m : new int[] {8, 64, 1024}) {
            double expected = 1.0 / (4.0 * m * m);
            assertEquals(expected, error(family, SQUARE, m + 1, LpNorm.SUP), 1e-6 * expected);
        }
        assertEquals(-2, slope(8, 2048, m -> error(family, SQUARE, m + 1, LpNorm.SUP)), 0.001);
    }

    /** Splines of order k+1 have the speed k+1 on smooth functions, in both norms. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void smoothFunctionBySplines(int degree) {
        Formula smooth = Formula.of("sin", x -> Math.sin(5 * x));
        ApproximationFamily family = UniformSplines.ofDegree(degree);
        IntUnaryOperator budget = m -> m + degree;
        for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
            double slope = slope(16, 128, m -> error(family, smooth, budget.applyAsInt(m), norm));
            assertEquals(-(degree + 1), slope, 0.1, norm.toString());
        }
    }

    /** The knot misses the jump by less than a step of the lattice: E is at most 2^-15. */
    @Test
    void freeKnotsFindAJump() {
        for (double t : new double[] {0.3, 0.5, Math.nextUp(0.5), 1 / Math.PI}) {
            double error = error(FreeKnotPiecewisePolynomials.ofDegree(0), step(t), 2, LpNorm.L2);
            assertTrue(error <= 0x1p-15, "t = " + t + ": " + error);
        }
        assertEquals(0, error(FreeKnotPiecewisePolynomials.ofDegree(1), step(0.5), 2, LpNorm.SUP), 1e-12);
    }

    /** x^0.3 in L2: free knots reach the order of the polynomials, D2. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void rootByFreeKnots(int degree) {
        Formula root = Formula.of("x^0.3", x -> Math.pow(x, 0.3), 0);
        ApproximationFamily family = FreeKnotPiecewisePolynomials.ofDegree(degree);
        double slope = slope(16, 128, m -> error(family, root, m, LpNorm.L2));
        assertEquals(-(degree + 1), slope, 0.12);
    }

    /** A disc, by M dyadic cells: -1/2 asymptotically (D12); equal cells would give -1/4. */
    @Test
    void discByDyadicConstants() {
        Formula disc = Formula.of("disc", 2, x -> Math.hypot(x[0] - 0.5, x[1] - 0.5) <= 0.4 ? 1 : 0);
        ApproximationFamily family = DyadicPiecewisePolynomials.ofDegree(0);
        double slope = slope(64, 2048, m -> error(family, disc, m, LpNorm.L2));
        assertEquals(-0.5, slope, 0.08);
    }

    /**
     * The same disc by q x q equal cells. The distance is estimated on a grid whose points are 1/1021 apart, so cells are
     * kept larger than ten of them: up to 64 x 64; beyond, E13b is computed exactly below.
     */
    @ParameterizedTest
    @ValueSource(strings = {"splines.piecewise.degree0", "splines.uniform.degree0"})
    void e13bDiscByUniformConstants(String id) {
        Formula disc = Formula.of("disc", 2, x -> Math.hypot(x[0] - 0.5, x[1] - 0.5) <= 0.4 ? 1 : 0);
        ApproximationFamily family = new SplineFamilies()
                .families().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
        double slope = slope(4, 64, q -> error(family, disc, q * q, LpNorm.L2)) / 2;
        assertEquals(-0.25, slope, 0.03);
    }

    /** Data: 1024 x 1024 samples of the disc by q x q cells, M = 16 to 65536, as in the row. */
    @Test
    void e13bDiscOnSamples() {
        Formula disc = Formula.of("disc", 2, x -> Math.hypot(x[0] - 0.5, x[1] - 0.5) <= 0.4 ? 1 : 0);
        Samples samples = disc.sampledOn(1024, 1024);
        ApproximationFamily family = UniformPiecewisePolynomials.ofDegree(0);
        double slope = slope(
                        4,
                        256,
                        q -> family.approximate(samples, q * q, LpNorm.L2)
                                .distance()
                                .value())
                / 2;
        assertEquals(-0.25, slope, 0.03);
    }

    /** The order (k+1)/d on a smooth function of two and three variables, D1. */
    @ParameterizedTest
    @CsvSource({
        "uniform, 1, 2",
        "uniform, 3, 2",
        "piecewise, 1, 2",
        "piecewise, 2, 2",
        "uniform, 1, 3",
        "piecewise, 1, 3"
    })
    void smoothFunctionsOfSeveralVariables(String kind, int degree, int dimension) {
        Formula smooth = Formula.of("smooth", dimension, x -> Math.sin(3 * x[0] + 2 * x[1]) + x[dimension - 1]);
        ApproximationFamily family =
                kind.equals("uniform") ? UniformSplines.ofDegree(degree) : UniformPiecewisePolynomials.ofDegree(degree);
        int perCell = kind.equals("uniform") ? 1 : dimension == 2 ? (degree + 1) * (degree + 2) / 2 : 4;
        int shift = kind.equals("uniform") ? degree : 0;
        double slope = slope(
                4,
                dimension == 2 ? 32 : 16,
                q -> error(family, smooth, perCell * (int) Math.pow(q + shift, dimension), LpNorm.L2));
        assertEquals(-(degree + 1), slope, 0.15);
    }

    /** E20: values of a linear interpolant rounded to b bits. With log2 M + 1 bits the speed stays, with 8 or 4 it stalls. */
    @Test
    void e20RoundedValues() {
        assertEquals(-1, slope(8, 2048, m -> rounded(m, 32 - Integer.numberOfLeadingZeros(m - 1) + 1)), 0.01);
        for (int b : new int[] {4, 8}) {
            double plateau = Math.scalb(1.0, -b) / 2;
            assertEquals(plateau, rounded(2048, b), 0.1 * plateau, b + " bits");
        }
    }

    private static double rounded(int m, int bits) {
        Formula zigzag = Formula.of("zigzag", x -> Math.abs(m * x - Math.floor(m * x) - 0.5) / m + 0.4 * x);
        Approximant g = UniformSplines.ofDegree(1)
                .approximate(zigzag, m + 1, LpNorm.SUP)
                .approximant();
        double[] values = g.parameters();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(Math.floor(Math.scalb(values[i], bits) + 0.5), -bits);
        }
        return Distances.between(zigzag, g.structure().realize(values), LpNorm.SUP)
                .value();
    }
}
