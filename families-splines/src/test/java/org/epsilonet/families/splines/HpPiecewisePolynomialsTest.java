package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells and degrees chosen together: errors exp(-c sqrt M), and the best selection of a tree. */
class HpPiecewisePolynomialsTest {
    private static final HpPiecewisePolynomials HP = new HpPiecewisePolynomials();

    private static double error(IntFunction<Approximation> approximations, int budget) {
        Approximation a = approximations.apply(budget);
        assertEquals(Approximation.Outcome.REACHED, a.outcome());
        assertTrue(a.approximant().parameters().length <= budget);
        return a.distance().value();
    }

    /**
     * ln E is linear in sqrt M. For x^a in L2 the best cells and degrees have the slope -2 ln(1 + sqrt 2) sqrt(a + 1/2)
     * (DeVore-Scherer 1980), at a ratio of 0.17 of neighbouring cells; with ratio 1/2 about two thirds of that.
     */
    @ParameterizedTest
    @CsvSource({"0.3", "0.7", "-0.2"})
    void powersConvergeExponentially(double exponent) {
        Formula power = Formula.of("x^" + exponent, x -> Math.pow(x, exponent), 0);
        IntFunction<Approximation> approximations = HP.approximations(power, LpNorm.L2);
        double best = 2 * Math.log(1 + Math.sqrt(2)) * Math.sqrt(exponent + 0.5);
        double early = Math.log(error(approximations, 16));
        double middle = Math.log(error(approximations, 49));
        double late = Math.log(error(approximations, 100));
        String slopes = (middle - early) / 3 + " and " + (late - middle) / 3 + ", best " + -best;
        assertTrue((middle - early) / 3 < -0.55 * best && (late - middle) / 3 < -0.55 * best, slopes);
        assertTrue((late - early) / 6 > -1.3 * best, slopes);
    }

    /** Piecewise analytic with a jump off the dyadic points: down to the finest cells, far below what degree 3 reaches. */
    @Test
    void piecewiseAnalyticFunctionsConvergeExponentially() {
        Formula pieces = Formula.of("pieces", x -> x < 1 / 3.0 ? Math.exp(x) : Math.sin(5 * x), 1 / 3.0);
        IntFunction<Approximation> approximations = HP.approximations(pieces, LpNorm.L2);
        double slope = (Math.log(error(approximations, 81)) - Math.log(error(approximations, 25))) / (9 - 5);
        assertTrue(slope < -1, "slope of ln E over sqrt M: " + slope);
        double dyadic = DyadicPiecewisePolynomials.ofDegree(3)
                .approximate(pieces, 100 / 4, LpNorm.L2)
                .distance()
                .value();
        assertTrue(error(approximations, 100) < 0.1 * dyadic);
    }

    /**
     * Takagi's function is on dyadic cells a line and itself, as small as the cell: sixteen times as many parameters leave a
     * sixteenth of the error, or an eighth as cells are counted in powers of two. A constant leaves 1/3.
     */
    @Test
    void roughFunctionsAreNotTakenForPolynomialsOfHighDegree() {
        Formula takagi = Formula.of("takagi", x -> {
            double sum = 0;
            for (int j = 0; j < 30; j++) {
                double t = Math.scalb(x, j);
                sum += Math.scalb(Math.abs(t - Math.rint(t)), -j);
            }
            return sum;
        });
        IntFunction<Approximation> approximations = HP.approximations(takagi, LpNorm.SUP);
        double early = error(approximations, 16);
        assertTrue(early < 1 / 3.0, "error with 16 parameters: " + early);
        double late = error(approximations, 256);
        assertTrue(late < early / 8, "errors with 16 and 256 parameters: " + early + ", " + late);
    }

    /** An analytic function needs one cell, and no more coefficients than a partial sum of its Legendre series. */
    @Test
    void analyticFunctionsNeedOneCell() {
        Approximation a = HP.approximate(Formula.of("exp", Math::exp), 10, LpNorm.L2);
        // The Legendre coefficient of degree 10 of exp(x) on [0, 1] is below 1e-13.
        assertTrue(a.distance().value() < 1e-12, a.toString());
        assertEquals(0, a.approximant().breakpoints().length);
    }

    /** On few samples, against all trees and degrees: the selection is best among those with as many coefficients. */
    @Test
    void selectionsOfFewSamplesAreNearBest() {
        double[] values = {0, 0.1, 0.2, 0.3, 1, 1, 0.9, 0.9};
        Samples samples = Samples.of("few", values);
        for (int budget = 1; budget <= 8; budget++) {
            double best = Math.sqrt(best(values, 0, 8, budget) / 8);
            double lower = budget == 8 ? 0 : Math.sqrt(best(values, 0, 8, budget + 2) / 8);
            double found = HP.approximate(samples, budget, LpNorm.L2).distance().value();
            assertTrue(found >= best - 1e-12, budget + ": " + found + " < " + best);
            // The price per coefficient reaches the convex hull of the best errors only.
            double previous = budget == 1 ? best : Math.sqrt(best(values, 0, 8, budget - 1) / 8);
            assertTrue(found <= previous + 1e-12 && lower <= found + 1e-12, budget + ": " + found + " > " + previous);
        }
    }

    /** The least squared error on [from, to) with at most {@code budget} coefficients, by trying everything. */
    private static double best(double[] v, int from, int to, int budget) {
        int n = to - from;
        double best = Double.POSITIVE_INFINITY;
        for (int p = 0; p < Math.min(n, budget); p++) {
            best = Math.min(best, residual(v, from, to, p));
        }
        int middle = from + n / 2;
        for (int left = 1; n > 1 && left < budget; left++) {
            best = Math.min(best, best(v, from, middle, left) + best(v, middle, to, budget - left));
        }
        return best;
    }

    /** By Gram-Schmidt on the powers. */
    private static double residual(double[] v, int from, int to, int degree) {
        int n = to - from;
        double[] rest = new double[n];
        System.arraycopy(v, from, rest, 0, n);
        double[][] basis = new double[degree + 1][n];
        for (int p = 0; p <= degree; p++) {
            for (int i = 0; i < n; i++) {
                basis[p][i] = Math.pow(i - (n - 1) / 2.0, p);
            }
            for (int q = 0; q < p; q++) {
                reduce(basis[p], basis[q]);
            }
            reduce(rest, basis[p]);
        }
        return product(rest, rest);
    }

    private static void reduce(double[] a, double[] by) {
        double factor = product(a, by) / product(by, by);
        for (int i = 0; i < a.length; i++) {
            a[i] -= factor * by[i];
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** In the plane: a smooth function with a jump along a line off the dyadic points. */
    @Test
    void planeWithAnEdge() {
        Formula edge = Formula.of("edge", 2, x -> Math.sin(3 * x[0]) + (x[0] > 0.37 ? x[1] : 0));
        Samples samples = edge.sampledOn(256, 200);
        IntFunction<Approximation> hp = HP.approximations(samples, LpNorm.L2);
        double dyadic = DyadicPiecewisePolynomials.ofDegree(1)
                .approximate(samples, 600 / 3, LpNorm.L2)
                .distance()
                .value();
        assertTrue(error(hp, 600) <= dyadic, error(hp, 600) + " against " + dyadic);
    }
}
