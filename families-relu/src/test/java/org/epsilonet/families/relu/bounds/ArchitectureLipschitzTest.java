package org.epsilonet.families.relu.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.Architecture;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The exact constant: tabulated values, closed forms, and a pair of networks that reaches it. */
class ArchitectureLipschitzTest {
    private static final Architecture SHORT = Architecture.of(1, 3, 5, 5, 5, 1);
    private static final Architecture DEEP = Architecture.of(2, 1, 2, 2, 2, 2, 2, 2, 2, 1);
    private static final Architecture WIDE = Architecture.of(1, 4, 16, 16, 16, 16, 16, 1);

    /** Values worked out independently of the code, given to three decimals. */
    @ParameterizedTest
    @CsvSource({"INFINITY, 52, 5251, 414", "TWO, 57.318, 5185.459, 505", "ONE, 82, 5251, 894"})
    void tabulatedValues(Exponent q, double ofShort, double ofDeep, double ofWide) {
        double halfADigit = 5e-4;
        assertEquals(ofShort, new ArchitectureLipschitz(SHORT, 1, q).upper(), halfADigit);
        assertEquals(ofDeep, new ArchitectureLipschitz(DEEP, 1, q).upper(), halfADigit);
        assertEquals(ofWide, new ArchitectureLipschitz(WIDE, 2, q).upper(), halfADigit);
    }

    /** To first order in delta the pair of equal weights is as far apart as any: the rest is of order delta. */
    @ParameterizedTest
    @EnumSource(Exponent.class)
    void theWorstPairReachesTheConstant(Exponent q) {
        for (Architecture architecture : List.of(SHORT, DEEP, WIDE, Architecture.of(0.5, 2, 7, 3))) {
            for (double largestInput : new double[] {0.5, 1, 2}) {
                ArchitectureLipschitz constants = new ArchitectureLipschitz(architecture, largestInput, q);
                double delta = 1e-7;
                List<ReluNetwork> pair = constants.worstPair(delta);
                double[] corner = new double[architecture.size(0)];
                Arrays.fill(corner, largestInput);
                double distance = distance(pair.get(0).at(corner), pair.get(1).at(corner), q);
                double ratio = distance / delta / constants.upper();
                assertTrue(ratio > 1 - 1e-5 && ratio < 1 + 1e-6, architecture + ", q = " + q + ": " + ratio);
            }
        }
    }

    private static double distance(double[] a, double[] b, Exponent q) {
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            double d = Math.abs(a[i] - b[i]);
            largest = Math.max(largest, d);
            sum += q == Exponent.TWO ? d * d : d;
        }
        return q == Exponent.INFINITY ? largest : q == Exponent.TWO ? Math.sqrt(sum) : sum;
    }

    /** For q = ∞, r = 1 and inner widths W: W (L D + L (L-1) / 2) + L. */
    @Test
    void closedFormForRadiusOne() {
        for (int depth = 1; depth <= 12; depth++) {
            int[] sizes = new int[depth + 1];
            Arrays.fill(sizes, 6);
            double expected = 6 * (depth * 2 + depth * (depth - 1) / 2.0) + depth;
            assertEquals(
                    expected,
                    new ArchitectureLipschitz(Architecture.of(1, sizes), 2, Exponent.INFINITY).upper(),
                    expected * 1e-12);
        }
    }

    /** W [L r^(L-1) D + (L r^L - r (r^L - 1)/(r - 1))/(r - 1)] + (r^L - 1)/(r - 1), for q = ∞ and equal widths. */
    @ParameterizedTest
    @CsvSource({"0.5", "1.5", "2", "3"})
    void closedFormForOtherRadii(double r) {
        int width = 5;
        int depth = 7;
        int[] sizes = new int[depth + 1];
        Arrays.fill(sizes, width);
        double power = Math.pow(r, depth);
        double expected =
                width * (depth * Math.pow(r, depth - 1) * 1.5 + (depth * power - r * (power - 1) / (r - 1)) / (r - 1))
                        + (power - 1) / (r - 1);
        // The closed form cancels where r is near 1.
        assertEquals(
                expected,
                new ArchitectureLipschitz(Architecture.of(r, sizes), 1.5, Exponent.INFINITY).upper(),
                expected * 1e-10);
    }

    @Test
    void publishedFormsEncloseTheConstant() {
        Random random = new Random(3);
        for (int trial = 0; trial < 2000; trial++) {
            int[] sizes = new int[2 + random.nextInt(7)];
            Arrays.setAll(sizes, l -> 1 + random.nextInt(9));
            Architecture architecture = Architecture.of(1 + 2 * random.nextDouble(), sizes);
            double largestInput = 0.25 + 2 * random.nextDouble();
            for (Exponent q : Exponent.values()) {
                ArchitectureLipschitz constants = new ArchitectureLipschitz(architecture, largestInput, q);
                assertTrue(constants.lower() <= constants.upper());
                assertTrue(constants.upper() <= constants.corollary() * (1 + 1e-12), architecture + " " + q);
                assertTrue(constants.corollary() <= constants.publishedUpper() * (1 + 1e-12), architecture + " " + q);
                assertTrue(constants.publishedLower() <= constants.upper(), architecture + " " + q);
                assertTrue(constants.withoutBiases() <= constants.upper(), architecture + " " + q);
            }
        }
    }

    /** The lower bound in L^p is below what the worst pair reaches on average over the box, and below K_q. */
    @ParameterizedTest
    @EnumSource(Exponent.class)
    void lowerBoundInMeanIsReached(Exponent q) {
        double delta = 1e-6;
        for (InputBox box : List.of(InputBox.SYMMETRIC, new InputBox(0, 1), new InputBox(-0.5, 2))) {
            ArchitectureLipschitz constants = new ArchitectureLipschitz(SHORT, box.radius(), q);
            List<ReluNetwork> pair = constants.worstPair(delta);
            Random random = new Random(5);
            for (double p : new double[] {1, 2, 4}) {
                double mean = 0;
                int samples = 20_000;
                for (int i = 0; i < samples; i++) {
                    double[] x = random.doubles(3, box.low(), box.high()).toArray();
                    mean += Math.pow(distance(pair.get(0).at(x), pair.get(1).at(x), q) / delta, p) / samples;
                }
                double reached = Math.pow(mean, 1 / p);
                // 20,000 samples know the mean to about a percent.
                assertTrue(constants.lower(box, new LpNorm(p)) <= reached * 1.02, box + " p = " + p);
                assertTrue(constants.lower(box, new LpNorm(p)) > 0.2 * reached, box + " p = " + p);
                assertTrue(reached <= constants.upper() * (1 + 1e-5));
            }
        }
    }

    @Test
    void overflowIsInfinite() {
        int[] sizes = new int[2001];
        Arrays.fill(sizes, 2);
        assertEquals(
                Double.POSITIVE_INFINITY,
                new ArchitectureLipschitz(Architecture.of(2, sizes), 1, Exponent.TWO).upper());
    }
}
