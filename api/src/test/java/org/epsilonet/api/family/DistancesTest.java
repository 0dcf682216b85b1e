package org.epsilonet.api.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

class DistancesTest {
    private static final MathContext DIGITS = new MathContext(40);
    private static final Approximant ZERO = new StepFunction(new double[] {0});

    @Test
    void normsOfPowersInClosedForm() {
        Formula f = Formula.of("x^3", x -> x * x * x);
        for (double p : new double[] {1, 2, 4.5}) {
            double exact = Math.pow(1 / (3 * p + 1), 1 / p);
            Distance d = Distances.between(f, ZERO, new LpNorm(p));
            // Kronrod panels of length 2^-12 integrate x^13.5 to rounding.
            assertEquals(exact, d.value(), 1e-12);
            assertEquals(Distance.Kind.ESTIMATED, d.kind());
        }
        assertEquals(1, Distances.between(f, ZERO, LpNorm.SUP).value(), 1e-12);
    }

    @Test
    void aJumpOffTheGridIsIntegratedExactly() {
        double t = 1 / Math.PI;
        Formula step = Formula.of("step", x -> x >= t ? 1 : 0, t);
        // The panels end at the named jump, so only rounding remains.
        assertEquals(Math.sqrt(1 - t), Distances.between(step, ZERO, LpNorm.L2).value(), 1e-12);
    }

    @Test
    void aSingularityIsResolvedByGrading() {
        Formula f = Formula.of("x^-0.3", x -> Math.pow(x, -0.3), 0);
        // Integral of x^-0.6 is 2.5; what lies left of the shortest panel, 2^-44, has mass 2^-44*0.4 = 5e-6 of it.
        assertEquals(Math.sqrt(2.5), Distances.between(f, ZERO, LpNorm.L2).value(), 1e-5);
    }

    @Test
    void theApproximantsBreakpointsAreUsed() {
        Formula f = Formula.of("x", x -> x);
        int cells = 7;
        double[] means = new double[cells];
        for (int i = 0; i < cells; i++) {
            means[i] = (i + 0.5) / cells;
        }
        // Piecewise constants: error h/sqrt(12).
        double d = Distances.between(f, new StepFunction(means), LpNorm.L2).value();
        assertEquals(1 / (cells * Math.sqrt(12)), d, 1e-13);
    }

    @Test
    void dataIsMeasuredOnEverySample() {
        Samples data = Samples.of("data", 1, 1, 1, 5);
        Distance d = Distances.between(data, new StepFunction(new double[] {1}), LpNorm.L2);
        // Rounded up, by little more than the accuracy of a norm.
        assertTrue(d.value() >= 2 && d.value() <= 2 * (1 + 2 * LpNorm.ACCURACY), d::toString);
        assertEquals(Distance.Kind.MEASURED, d.kind());
        assertEquals(
                4,
                Distances.between(data, new StepFunction(new double[] {1}), LpNorm.SUP)
                        .value());
    }

    @Test
    void whatIsMeasuredHoldsInExactArithmetic() {
        double[] values = new double[1_000_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? 0.3 : -0.3;
        }
        double rootMeanSquare = Distances.betweenSamples(
                        Samples.of("alternating", values), new double[values.length], LpNorm.L2)
                .value();
        // A naive sum of a million equal squares drifts by 1e-11, below the true value.
        assertTrue(rootMeanSquare >= 0.3 && rootMeanSquare <= 0.3 * (1 + 1e-13), () -> "" + rootMeanSquare);
        Samples tiny = Samples.of("tiny", 1, -1e-17);
        assertTrue(Distances.betweenSamples(tiny, new double[] {0.5, 0.5}, LpNorm.SUP)
                        .value()
                > 0.5);
        assertEquals(
                0.5,
                Distances.betweenSamples(Samples.of("two", 1, 0), new double[] {0.5, 0.5}, LpNorm.SUP)
                        .value());
    }

    @Test
    void largePowersAndHugeFunctionsNeitherVanishNorThrow() {
        Formula f = Formula.of("1e200 x", x -> 1e200 * x);
        assertEquals(1e200 / Math.sqrt(3), Distances.between(f, ZERO, LpNorm.L2).value(), 1e188);
        Formula small = Formula.of("1e-8 x", x -> 1e-8 * x);
        double exact = 1e-8 * Math.pow(1.0 / 101, 0.01);
        assertEquals(exact, Distances.between(small, ZERO, new LpNorm(100)).value(), 1e-20);
        Formula pole = Formula.of("1/x", x -> x < 0.1 ? Double.POSITIVE_INFINITY : 1);
        assertEquals(
                Double.POSITIVE_INFINITY,
                Distances.between(pole, ZERO, LpNorm.L2).value());
        assertEquals(
                Double.POSITIVE_INFINITY,
                Distances.between(pole, ZERO, LpNorm.SUP).value());
    }

    @Test
    void aValueThatIsNotFiniteIsInfinitelyFar() {
        Samples data = Samples.of("data", 1, 1);
        double d = Distances.betweenSamples(data, new double[] {1, Double.NaN}, LpNorm.L2)
                .value();
        assertEquals(Double.POSITIVE_INFINITY, d);
    }

    /** Long data are summed by all processors: within the accuracy promised, and the same bits from one thread. */
    @Test
    void longSumsAreAccurateAndDependOnNoThread() throws Exception {
        Random random = new Random(20261129);
        double[] f = new double[66_001];
        double[] g = new double[f.length];
        for (int i = 0; i < f.length; i++) {
            f[i] = random.nextGaussian() * (i % 1000 == 0 ? 1e6 : 1);
            g[i] = f[i] + random.nextGaussian() * 1e-3;
        }
        for (double scale : new double[] {1, 1e-200}) {
            double[] a = Arrays.stream(f).map(v -> v * scale).toArray();
            double[] b = Arrays.stream(g).map(v -> v * scale).toArray();
            BigDecimal first = BigDecimal.ZERO;
            BigDecimal second = BigDecimal.ZERO;
            for (int i = 0; i < a.length; i++) {
                BigDecimal miss =
                        new BigDecimal(a[i]).subtract(new BigDecimal(b[i])).round(DIGITS);
                first = first.add(miss.abs(), DIGITS);
                second = second.add(miss.multiply(miss, DIGITS), DIGITS);
            }
            BigDecimal n = BigDecimal.valueOf(a.length);
            assertAtLeast(first.divide(n, DIGITS), a, b, LpNorm.L1);
            assertAtLeast(second.divide(n, DIGITS).sqrt(DIGITS), a, b, LpNorm.L2);
        }
    }

    private static void assertAtLeast(BigDecimal exact, double[] a, double[] b, LpNorm norm) throws Exception {
        Samples data = Samples.of("data", a);
        double measured = Distances.betweenSamples(data, b, norm).value();
        double excess =
                new BigDecimal(measured).subtract(exact).divide(exact, DIGITS).doubleValue();
        // Rounded up by the accuracy, and off by at most as much.
        assertTrue(excess >= 0 && excess <= 2.01 * LpNorm.ACCURACY, norm + ": " + excess);
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            double alone = one.submit(
                            () -> Distances.betweenSamples(data, b, norm).value())
                    .get();
            assertEquals(measured, alone, 0);
        } finally {
            one.shutdownNow();
        }
    }
}
