package org.epsilonet.comparator.adversary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.epsilonet.api.classes.Adversary;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdversariesTest {
    private static final int BUDGET = 16;
    private static final int POINTS = 2000;

    private static Adversary of(Smoothness smoothness) {
        return Adversaries.of(smoothness, BUDGET).orElseThrow();
    }

    private static Formula random(Adversary adversary, SplittableRandom random) {
        double[] at = random.doubles(adversary.parameters()).toArray();
        return (Formula) adversary.element(at);
    }

    /** All pairs of neighbours and random pairs; equality is attained by neighbouring tents, hence the rounding. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1})
    void tentsAreInTheHoelderBall(double alpha) {
        SplittableRandom random = new SplittableRandom(1);
        double largest = 0;
        for (int k = 0; k < 40; k++) {
            Formula f = random(of(new Smoothness.Hoelder(1, alpha)), random);
            assertEquals(0, f.at(0), 1e-15);
            for (int i = 0; i < POINTS; i++) {
                double x = 0.9999 * random.nextDouble();
                double y = Math.min(1, x + 1e-5 + Math.pow(random.nextDouble(), 6));
                double quotient = Math.abs(f.at(x) - f.at(y)) / Math.pow(y - x, alpha);
                // Points may be 1e-5 apart, and values are rounded.
                assertTrue(!(quotient > 1 + 1e-9), f + " at " + x + ", " + y + ": " + quotient);
                largest = Double.isNaN(quotient) ? largest : Math.max(largest, quotient);
            }
        }
        assertTrue(largest > 0.7, "the constant is not wasted: " + largest);
    }

    @Test
    void stepsVaryByOne() {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 40; k++) {
            Formula f = random(of(new Smoothness.BoundedVariation(1)), random);
            double variation = 0;
            double before = f.at(0);
            for (int i = 1; i <= 20_000; i++) {
                double value = f.at(i / 20_000.0);
                variation += Math.abs(value - before);
                assertTrue(Math.abs(value) <= 1);
                before = value;
            }
            assertTrue(variation <= 1 + 1e-12, f + " varies by " + variation);
        }
    }

    @Test
    void staircasesRiseFromZeroToOne() {
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 40; k++) {
            Formula f = random(Adversaries.monotone(BUDGET), random);
            assertEquals(0, f.at(0));
            assertEquals(1, f.at(1), 1e-12);
            for (int i = 1; i <= POINTS; i++) {
                assertTrue(f.at((i - 1.0) / POINTS) <= f.at((double) i / POINTS), f.toString());
            }
        }
    }

    /** Jumps aside: |f| <= 1, |f'| <= 1, f' Lipschitz with constant 1, by differences. */
    @Test
    void brokenWavesArePiecewiseSmooth() {
        SplittableRandom random = new SplittableRandom(4);
        for (int k = 0; k < 40; k++) {
            Formula f = random(of(new Smoothness.PiecewiseSmooth(2, 3)), random);
            assertTrue(f.breakpoints().length <= 3);
            double h = 1e-4;
            for (int i = 1; i < POINTS; i++) {
                double x = (double) i / POINTS;
                if (Arrays.stream(f.breakpoints()).noneMatch(t -> Math.abs(t - x) <= h) && x > h && x < 1 - h) {
                    assertTrue(Math.abs(f.at(x)) <= 1);
                    double second = (f.at(x + h) - 2 * f.at(x) + f.at(x - h)) / (h * h);
                    // Rounding of values near 1 divided by h^2.
                    assertTrue(Math.abs(second) <= 1 + 1e-7, f + " at " + x + ": " + second);
                }
            }
        }
    }

    @Test
    void wavesHaveDerivativesOfNormOne() {
        SplittableRandom random = new SplittableRandom(5);
        Formula f = random(of(new Smoothness.Periodic(new Smoothness.Besov(1, 1, 2, 2))), random);
        double sum = 0;
        int n = 1 << 14;
        for (int i = 0; i < n; i++) {
            double difference = (f.at((i + 1.0) / n) - f.at((double) i / n)) * n;
            sum += difference * difference / n;
        }
        assertEquals(1, sum, 1e-3, f.toString());
    }

    @Test
    void flowersAreInsideOfTheSquare() {
        SplittableRandom random = new SplittableRandom(6);
        for (int k = 0; k < 20; k++) {
            Formula f = random(of(new Smoothness.Cartoon(2, 2)), random);
            assertEquals(1, f.at(0.5, 0.5));
            assertEquals(1, f.at(0.5 + 0.249, 0.5));
            assertEquals(0, f.at(0.001, 0.5));
        }
    }

    @Test
    void whereNothingIsKnownThereIsNone() {
        assertEquals(Optional.empty(), Adversaries.of(new Smoothness.Barron(2), BUDGET));
        assertThrows(
                IllegalArgumentException.class,
                () -> of(new Smoothness.BoundedVariation(1)).element(0.5));
        assertThrows(
                IllegalArgumentException.class,
                () -> Adversaries.monotone(BUDGET).element(0.5, 1.5));
    }

    /** To the corner of a square, with as many evaluations as were asked for. */
    @Test
    void theSearchClimbs() {
        int[] asked = {0};
        Adversary box = new Adversary("points", true, 2, u -> Formula.of("point", x -> u[0] + u[1]));
        AdversarialSearch.Found found = AdversarialSearch.largest(
                box,
                f -> {
                    asked[0]++;
                    return ((Formula) f).at(0.5);
                },
                32,
                7);
        assertEquals(32, asked[0]);
        assertEquals(2, found.error(), 1e-9);
        assertEquals(2, ((Formula) found.element()).at(0.3), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> AdversarialSearch.largest(box, f -> 0, 0, 1));
    }
}
