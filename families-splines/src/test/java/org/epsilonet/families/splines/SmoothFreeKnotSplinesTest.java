package org.epsilonet.families.splines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Smooth splines with free knots: their order, their knots, and their breaks. */
class SmoothFreeKnotSplinesTest {
    private static double error(int degree, Formula f, int budget, LpNorm norm) {
        Approximation a = SmoothFreeKnotSplines.ofDegree(degree).approximate(f, budget, norm);
        assertEquals(Approximation.Outcome.REACHED, a.outcome());
        assertTrue(a.approximant().parameters().length <= budget);
        return a.distance().value();
    }

    private static double slope(int degree, Formula f, LpNorm norm, int from, int to) {
        double first = error(degree, f, from + degree, norm);
        double last = error(degree, f, to + degree, norm);
        return Math.log(last / first) / Math.log((double) to / from);
    }

    /**
     * x^0.3 in L2 and x^1.5 in the supremum norm: the order of the polynomials, where uniform knots give 0.8 and 1.5 (D2).
     * (In the supremum norm the lattice of 2^-30 stops x^0.3 at 2^-9.)
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void singularitiesReachTheOrder(int degree) {
        Formula root = Formula.of("x^0.3", x -> Math.pow(x, 0.3), 0);
        Formula power = Formula.of("x^1.5", x -> Math.pow(x, 1.5), 0);
        int to = degree == 3 ? 96 : 128;
        // The first intervals are a logarithm wide: slopes come up from below.
        assertEquals(-(degree + 1), slope(degree, root, LpNorm.L2, 32, to), 0.4);
        assertEquals(-(degree + 1), slope(degree, power, LpNorm.SUP, 32, to), 0.4);
    }

    /** A smooth function with a boundary layer: never worse than equal knots, and much better here. */
    @Test
    void layersGetTheKnots() {
        Formula layer = Formula.of("layer", x -> Math.atan(100 * (x - 0.4)));
        double uniform = UniformSplines.ofDegree(3)
                .approximate(layer, 40, LpNorm.L2)
                .distance()
                .value();
        assertTrue(error(3, layer, 40, LpNorm.L2) < uniform / 30);
    }

    /** A jump takes k + 1 knots, a kink k, whatever else is there; a smooth function none twice. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void knotsAreRepeatedWhereTheFunctionBreaks(int degree) {
        Formula pieces =
                Formula.of("pieces", x -> Math.sin(3 * x) + (x >= 0.3 ? 1 : 0) + 2 * Math.abs(x - 0.75), 0.3, 0.75);
        Formula smooth = Formula.of("smooth", x -> Math.sin(3 * x));
        int budget = 40;
        double error = error(degree, pieces, budget, LpNorm.L2);
        double ofSmooth = error(degree, smooth, budget, LpNorm.L2);
        // Both breaks are off the lattice of 2^-30, which costs 2^-15 in L2; at most 7 of 40 knots are spent on them.
        assertTrue(error <= 4 * ofSmooth + 0x1p-15, degree + ": " + error + " against " + ofSmooth);
        Approximant g = SmoothFreeKnotSplines.ofDegree(degree)
                .approximate(smooth, budget, LpNorm.L2)
                .approximant();
        assertEquals(budget, g.parameters().length);
        assertEquals(budget - degree - 1, g.breakpoints().length);
    }

    /**
     * Random signs at sixteen scales side by side, steps of width and height \(2^{-c}\): bounded variation, which free knots
     * approximate with rate 1, smooth ones too.
     */
    private static Formula staircase(long seed) {
        int scales = 16;
        double[][] steps = new double[scales][];
        Random random = new Random(seed);
        for (int c = 0; c < scales; c++) {
            double height = Math.scalb(1.0, -c);
            steps[c] = random.ints(1 << c, 0, 2)
                    .mapToDouble(b -> b == 0 ? -height : height)
                    .toArray();
        }
        return Formula.of("staircase", x -> {
            double t = Math.min(x, Math.nextDown(1.0)) * scales;
            double[] ofScale = steps[(int) t];
            return ofScale[(int) ((t - (int) t) * ofScale.length)];
        });
    }

    /** However many jumps there are, the rate is that of pieces without any smoothness. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void jumpsWithoutEndHaveRateOne(int degree) {
        for (long seed : new long[] {1, 2}) {
            assertEquals(-1, slope(degree, staircase(seed), LpNorm.L2, 128, 1024), 0.15, degree + ", seed " + seed);
        }
    }

    /** Smoothness costs at most a factor \(k+1\) in the number of knots, whatever the function. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void neverWorseThanFewerPiecesWithoutSmoothness(int degree) {
        Formula root = Formula.of("x^0.3", x -> Math.pow(x, 0.3), 0);
        Formula waves = Formula.of("waves", x -> Math.sin(40 * x * x) + (x < 0.625 ? 0 : 1), 0.625);
        ApproximationFamily broken = FreeKnotPiecewisePolynomials.ofDegree(degree);
        for (Formula f : List.of(staircase(3), root, waves)) {
            for (int pieces : new int[] {2, 7, 32}) {
                double ofBroken =
                        broken.approximate(f, pieces, LpNorm.L2).distance().value();
                double ofSmooth = error(degree, f, (degree + 1) * pieces, LpNorm.L2);
                assertTrue(ofSmooth <= 1.01 * ofBroken + 1e-12, f + " " + pieces + ": " + ofSmooth + " > " + ofBroken);
            }
        }
    }

    /** Single samples may be pieces, if these need not meet. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void spikesAreFound(int degree) {
        double[] spikes = new double[20_000];
        for (int i = 1; i <= 10; i++) {
            spikes[1_777 * i] = i;
        }
        Approximation a = SmoothFreeKnotSplines.ofDegree(degree)
                .approximate(Samples.of("spikes", spikes), 21 * (degree + 1), LpNorm.L2);
        // Ten spikes and eleven pieces of zero between them.
        assertEquals(0, a.distance().value(), 1e-12);
    }

    /** A jump on the lattice is exact, in the supremum norm too, if the budget has room for it. */
    @Test
    void jumpsOfPolynomialsAreExact() {
        Formula jump = Formula.of("jump", x -> x < 0.5 ? x * x : 1 - x, 0.5);
        for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
            assertEquals(0, error(2, jump, 6, norm), 1e-12);
            assertEquals(0, error(3, jump, 8, norm), 1e-12);
        }
    }

    /** The piecewise linear function through few points of many samples is found again. */
    @Test
    void polygonsAreFound() {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) {
            double x = (i + 0.5) / 1000;
            values[i] = x < 0.25 ? x : x < 0.6 ? 0.5 - x : x - 0.7;
        }
        Approximation a = SmoothFreeKnotSplines.ofDegree(1).approximate(Samples.of("polygon", values), 4, LpNorm.L2);
        assertEquals(0, a.distance().value(), 1e-12);
        assertArrayEquals(new double[] {0.25, 0.6}, a.approximant().breakpoints(), 1e-15);
    }

    /** Rough data, any length and budget: coefficients stay moderate and errors decrease. */
    @Test
    void roughSamples() {
        for (int degree = 1; degree <= 3; degree++) {
            ApproximationFamily family = SmoothFreeKnotSplines.ofDegree(degree);
            for (int n : new int[] {1, 2, 3, 7, 16, 65, 300}) {
                Samples noise =
                        Samples.of("noise", new Random(n).doubles(n, -1, 1).toArray());
                double best = Double.POSITIVE_INFINITY;
                for (int budget = 1; budget <= family.largestBudget(noise.domain()); budget *= 4) {
                    Approximation a = family.approximate(noise, budget, LpNorm.L2);
                    assertEquals(Approximation.Outcome.REACHED, a.outcome());
                    assertTrue(a.distance().value() <= 1.2 * best + 1e-12, degree + " " + n + " " + budget);
                    best = Math.min(best, a.distance().value());
                    for (double c : a.approximant().parameters()) {
                        assertTrue(Math.abs(c) < 100, "N = " + n + ", M = " + budget + ": " + c);
                    }
                }
            }
        }
    }
}
