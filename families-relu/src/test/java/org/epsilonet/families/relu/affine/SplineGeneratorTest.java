package org.epsilonet.families.relu.affine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplineGeneratorTest {
    /** \(\frac1{K!}\sum_i(-1)^i\binom{K+1}i(x-i)_+^K\), a formula that the generator does not use. */
    private static double truncatedPowers(int degree, double x) {
        double sum = 0;
        double binomial = 1;
        for (int i = 0; i <= degree + 1; i++) {
            sum += (i % 2 == 0 ? 1 : -1) * binomial * Math.pow(Math.max(0, x - i), degree);
            binomial = binomial * (degree + 1 - i) / (i + 1);
        }
        return sum / (degree == 1 ? 1 : degree == 2 ? 2 : 6);
    }

    @ParameterizedTest
    @CsvSource({"1,3", "2,2", "2,5", "2,12", "3,2", "3,5", "3,12"})
    void theEmulationIsWithinItsCertifiedErrorAndNotFarBelow(int degree, int m) {
        SplineGenerator generator = new SplineGenerator(degree, new Multiplication(m));
        double[] values = new double[degree + 1];
        double worst = 0;
        double sum = 0;
        for (int s = 0; s <= 4099; s++) {
            double t = s / 4099.0;
            generator.values(t, values);
            double total = 0;
            for (int i = 0; i <= degree; i++) {
                worst = Math.max(worst, Math.abs(values[i] - truncatedPowers(degree, t + i)));
                total += Math.abs(values[i]);
                assertTrue(Math.abs(values[i]) <= generator.sup());
            }
            sum = Math.max(sum, total);
        }
        // Truncated powers in doubles are good to 1e-13.
        assertTrue(worst <= generator.error() + 1e-13, "error " + worst + ", certified " + generator.error());
        assertTrue(worst >= 0.05 * generator.error() - 1e-13, "error " + worst + ", certified " + generator.error());
        assertTrue(sum <= generator.sum());
    }

    @ParameterizedTest
    @CsvSource({"1,3", "2,1", "2,4", "2,14", "3,1", "3,4", "3,14"})
    void theNetworkComputesTheSameFunctionAndVanishesOutside(int degree, int m) {
        SplineGenerator generator = new SplineGenerator(degree, new Multiplication(m));
        ReluNetwork network = generator.network();
        assertEquals(degree == 1 ? 2 : 2 + (degree - 1) * (m + 1), network.depth());
        double[] values = new double[degree + 1];
        for (int s = 0; s <= 1000; s++) {
            double t = s / 1000.0;
            generator.values(t, values);
            for (int i = 0; i <= degree; i++) {
                // The forward pass adds and subtracts a few numbers below 4.
                assertEquals(values[i], network.at(t + i)[0], 1e-14);
            }
            assertEquals(0, network.at(-3 * t)[0], 1e-14);
            assertEquals(0, network.at(degree + 1 + 5 * t)[0], 1e-14);
        }
    }

    /** Counted by hand, degree 2: 7 (kinks), 27 and 23 (factors), 29 for each further composition, 10 (output). */
    @ParameterizedTest
    @CsvSource({"1,5,8", "2,5,183", "2,10,328"})
    void sizesAreThoseOfTheConstruction(int degree, int m, long nonzeros) {
        ReluNetwork network = new SplineGenerator(degree, new Multiplication(m)).network();
        assertEquals(nonzeros, network.nonzeros(), network.toString());
        assertTrue(network.largestWeight() <= 8, network.toString());
    }
}
