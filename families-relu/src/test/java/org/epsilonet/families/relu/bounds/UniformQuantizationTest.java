package org.epsilonet.families.relu.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.model.Architecture;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.api.model.RoundingScheme;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniformQuantizationTest {
    private static Architecture square(double radius, int depth) {
        int[] sizes = new int[depth + 1];
        Arrays.fill(sizes, 4);
        return Architecture.of(radius, sizes);
    }

    /** W = 4, D = 1, error 1e-3, rounding towards zero; the table has two decimals. */
    @ParameterizedTest
    @CsvSource({
        "2, 8, 23.97, 25.32",
        "2, 16, 32.97, 34.44",
        "2, 32, 49.97, 51.50",
        "2, 64, 82.97, 84.52",
        "1, 32, 17.97, 22.03",
        "1, 64, 18.97, 24.00"
    })
    void tabulatedBits(double radius, int depth, double necessary, double sufficient) {
        UniformQuantization bits = new UniformQuantization(square(radius, depth), 1, Exponent.INFINITY);
        // Two decimals, and 0.003 for the distance of the last level from the largest weight, which the table neglects.
        assertEquals(necessary, bits.necessaryBits(1e-3, RoundingScheme.TOWARDS_ZERO), 1e-2);
        assertEquals(sufficient, bits.sufficientBits(1e-3, RoundingScheme.TOWARDS_ZERO), 5.1e-3);
        // Half the reach: one bit less.
        assertEquals(necessary - 1, bits.necessaryBits(1e-3, RoundingScheme.NEAREST), 1e-2);
    }

    /** Bits grow by log2 r a layer for r > 1, and like a logarithm for r = 1. */
    @Test
    void slopesInTheDepth() {
        for (double radius : new double[] {1.5, 2}) {
            double slope = (sufficient(radius, 64) - sufficient(radius, 32)) / 32;
            // The factor L adds log2(2)/32 = .03 a layer.
            assertEquals(Math.log(radius) / Math.log(2) + 0.031, slope, 0.01);
        }
        assertEquals(2, sufficient(1, 64) - sufficient(1, 32), 0.05);
        assertEquals(0, sufficient(0.5, 64) - sufficient(0.5, 32), 0.01);
    }

    private static double sufficient(double radius, int depth) {
        return new UniformQuantization(square(radius, depth), 1, Exponent.INFINITY)
                .sufficientBits(1e-3, RoundingScheme.TOWARDS_ZERO);
    }

    /** No network of the architecture loses more than promised, whatever the scheme; rounding up to half comes close. */
    @Test
    void roundingNeverCostsMoreThanTheBound() {
        Random random = new Random(11);
        double worst = 0;
        for (int trial = 0; trial < 4000; trial++) {
            int[] sizes = new int[2 + random.nextInt(4)];
            Arrays.setAll(sizes, l -> 1 + random.nextInt(6));
            double radius = 0.5 + 1.5 * random.nextDouble();
            Architecture architecture = Architecture.of(radius, sizes);
            RoundingScheme scheme = RoundingScheme.values()[trial % 3];
            double step = radius * Math.pow(2, -2 - random.nextInt(8));
            ReluNetwork network = inTheBall(random, sizes, radius, trial % 2 == 0, step);
            ReluNetwork rounded = RandomNetworks.mapped(network, w -> scheme.round(w / step) * step);
            double[] corner = new double[sizes[0]];
            Arrays.fill(corner, 1);
            double[] a = network.at(corner);
            double[] b = rounded.at(corner);
            double error = 0;
            for (int i = 0; i < a.length; i++) {
                error = Math.max(error, Math.abs(a[i] - b[i]));
            }
            double bound = new UniformQuantization(architecture, 1, Exponent.INFINITY).error(step, scheme);
            assertTrue(error <= bound, "trial " + trial + ": " + error + " > " + bound);
            worst = Math.max(worst, error / bound);
        }
        assertTrue(worst > 0.5, "far from sharp: " + worst);
    }

    /** All-equal rows just below half a step, or random rows, with row sums at most the radius. */
    private static ReluNetwork inTheBall(Random random, int[] sizes, double radius, boolean equal, double step) {
        AffineMap[] maps = new AffineMap[sizes.length - 1];
        for (int l = 0; l < maps.length; l++) {
            double[] weights = new double[sizes[l] * sizes[l + 1]];
            double[] biases = new double[sizes[l + 1]];
            for (int i = 0; i < biases.length; i++) {
                biases[i] = equal ? belowHalf(radius, step) : radius * (2 * random.nextDouble() - 1);
                for (int j = 0; j < sizes[l]; j++) {
                    double share = radius / sizes[l];
                    weights[i * sizes[l] + j] = equal ? belowHalf(share, step) : share * (2 * random.nextDouble() - 1);
                }
            }
            maps[l] = AffineMap.of(weights, sizes[l], biases);
        }
        return ReluNetwork.of(maps);
    }

    private static double belowHalf(double largest, double step) {
        double below = (Math.floor(largest / step - 0.5) + 0.4999) * step;
        return below > 0 ? below : 0;
    }

    /** Never more than what suffices; counterexamples to a bound without the distance of the last level. */
    @Test
    void necessaryBitsAreAtMostSufficientBits() {
        Random random = new Random(17);
        for (int trial = 0; trial < 20_000; trial++) {
            int[] sizes = new int[2 + random.nextInt(4)];
            Arrays.setAll(sizes, l -> 1 + random.nextInt(4));
            double radius = Math.pow(2, random.nextInt(8) - 4);
            double largestInput = Math.pow(2, random.nextInt(12) - 2);
            double value = Math.pow(radius, sizes.length - 1) * largestInput;
            double epsilon = value * Math.pow(random.nextDouble(), 3);
            UniformQuantization bits =
                    new UniformQuantization(Architecture.of(radius, sizes), largestInput, Exponent.INFINITY);
            for (RoundingScheme scheme : RoundingScheme.values()) {
                assertTrue(
                        bits.necessaryBits(epsilon, scheme) <= bits.sufficientBits(epsilon, scheme),
                        () -> Arrays.toString(sizes) + " r = " + radius + " D = " + largestInput + " " + epsilon
                                + scheme);
            }
        }
        UniformQuantization line = new UniformQuantization(Architecture.of(1, 1, 1), 1000, Exponent.INFINITY);
        assertTrue(line.necessaryBits(550, RoundingScheme.TOWARDS_ZERO) <= Math.log(3) / Math.log(2));
    }

    @Test
    void theStepKeepsTheError() {
        for (RoundingScheme scheme : RoundingScheme.values()) {
            for (double radius : new double[] {0.5, 1, 3}) {
                for (double epsilon : new double[] {1e-9, 1e-3, 0.5, 100}) {
                    UniformQuantization bits = new UniformQuantization(square(radius, 5), 1, Exponent.INFINITY);
                    double step = bits.step(epsilon, scheme);
                    assertTrue(step > 0 && bits.error(step, scheme) <= epsilon, scheme + " " + radius);
                    assertTrue(bits.error(step * (1 + 1e-9), scheme) >= epsilon * (1 - 1e-9), scheme + " " + radius);
                    assertTrue(bits.necessaryBits(epsilon, scheme) <= bits.sufficientBits(epsilon, scheme) + 1e-9);
                }
            }
        }
    }

    /** Lower bounds on covering numbers are below upper bounds, and both fall with the radius of the balls. */
    @Test
    void coveringNumbersAreOrdered() {
        for (Exponent q : Exponent.values()) {
            for (Architecture architecture : List.of(square(1, 3), square(2, 5), Architecture.of(1, 1, 41, 1))) {
                CoveringBounds bounds = new CoveringBounds(architecture, InputBox.SYMMETRIC, q);
                double before = Double.POSITIVE_INFINITY;
                for (double epsilon = 1e-6; epsilon < 10; epsilon *= 3) {
                    double upper = bounds.upper(epsilon);
                    assertTrue(bounds.lower(epsilon) <= upper, architecture + " at " + epsilon);
                    assertTrue(upper <= before);
                    assertTrue(bounds.upperSparse(epsilon, 3) <= 3 * 60 + 3 * upper / architecture.parameters());
                    before = upper;
                }
            }
        }
        CoveringBounds hats = new CoveringBounds(Architecture.of(1, 1, 41, 1), InputBox.SYMMETRIC, Exponent.INFINITY);
        // 20 hats of height 1/(4*20*20) are twice 1/3400 apart; the outputs give log2(3 * 3400) = 13.3.
        assertEquals(20, hats.bumps(1 / 3400.0));
        assertTrue(hats.lower(1 / 3400.0) > 19.9);
    }
}
