package org.epsilonet.families.splines.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsotonicRegressionTest {
    /** \(x_j = \max_{i\le j}\min_{k\ge j}\) of the mean from i to k: the closed form of the solution. */
    @Test
    void poolingGivesTheMaxMinFormula() {
        Random random = new Random(3);
        for (int n = 1; n <= 20; n++) {
            double[] y = random.doubles(n, -1, 1).toArray();
            double[] w = random.doubles(n, 0.1, 1).toArray();
            double[] expected = new double[n];
            for (int j = 0; j < n; j++) {
                expected[j] = Double.NEGATIVE_INFINITY;
                for (int i = 0; i <= j; i++) {
                    double least = Double.POSITIVE_INFINITY;
                    for (int k = j; k < n; k++) {
                        least = Math.min(least, mean(y, w, i, k));
                    }
                    expected[j] = Math.max(expected[j], least);
                }
            }
            // Twenty numbers of size 1, summed in another order.
            assertArrayEquals(expected, IsotonicRegression.leastSquares(y, w), 1e-14);
        }
    }

    private static double mean(double[] y, double[] w, int from, int to) {
        double sum = 0;
        double mass = 0;
        for (int i = from; i <= to; i++) {
            sum += w[i] * y[i];
            mass += w[i];
        }
        return sum / mass;
    }

    /** No nondecreasing sequence is nearer than half of the largest fall; minimax is as near. */
    @Test
    void minimaxIsHalfOfTheLargestFall() {
        Random random = new Random(4);
        for (int n = 1; n <= 30; n++) {
            double[] y = random.doubles(n, -1, 1).toArray();
            double[] x = IsotonicRegression.minimax(y);
            double fall = 0;
            double distance = 0;
            for (int j = 0; j < n; j++) {
                distance = Math.max(distance, Math.abs(x[j] - y[j]));
                for (int i = 0; i < j; i++) {
                    fall = Math.max(fall, y[i] - y[j]);
                }
            }
            assertEquals(0.5 * fall, distance, 1e-15);
            assertArrayEquals(x, IsotonicRegression.runningMaximum(x), 0, "nondecreasing");
        }
    }

    @Test
    void sequencesInOrderStay() {
        double[] y = {-1, -1, 0.1, 0.1, 0.3, 7};
        double[] w = {1, 2, 3, 1, 2, 5};
        assertArrayEquals(y, IsotonicRegression.leastSquares(y, w), 0);
        assertArrayEquals(y, IsotonicRegression.runningMaximum(y), 0);
        assertArrayEquals(y, IsotonicRegression.minimax(y), 0);
    }

    /**
     * The conditions of Karush, Kuhn and Tucker, which hold at the best nondecreasing coefficients only: tails of the
     * gradient are nonnegative, and zero where a coefficient exceeds the one before it.
     */
    @ParameterizedTest
    @CsvSource({"1, 40, 0", "2, 40, 0", "1, 33, 200", "2, 33, 200", "2, 5, 9"})
    void fitsAreBest(int degree, int intervals, int samples) {
        SplineSpace space = new SplineSpace(degree, intervals);
        Domain domain = samples == 0 ? Cube.INTERVAL : Grid.of(samples);
        Random random = new Random(intervals);
        double[] c = new double[space.dimension()];
        for (int j = 0; j < c.length; j++) {
            c[j] = (double) j / c.length + 0.3 * random.nextGaussian();
        }
        double[] x = MonotoneFit.rising(space, domain, c, LpNorm.L2);
        double[] gradient = gradient(space, samples == 0 ? 20_000 : samples, x, c);
        double tail = 0;
        for (int j = x.length - 1; j >= 0; j--) {
            tail += gradient[j];
            // The iteration stops at (1 - lambda)^64; on the interval 500 midpoints a piece are off by 1e-6.
            double tolerance = (degree == 1 ? 1e-9 : 1e-5) + (samples == 0 ? 1e-6 : 0);
            assertEquals(0, Math.min(0, tail), tolerance, "tail from " + j);
            if (j == 0 || x[j] - x[j - 1] > 1e-3) {
                assertEquals(0, tail, tolerance, "tail from the free coefficient " + j);
            }
        }
        assertArrayEquals(
                MonotoneStructure.negated(x),
                MonotoneFit.falling(space, domain, MonotoneStructure.negated(c), LpNorm.L2),
                0);
    }

    /** The inner products of all B-splines with \(\sum_j(x_j-c_j)B_j\) by midpoints. */
    private static double[] gradient(SplineSpace space, int n, double[] x, double[] c) {
        double[] gradient = new double[x.length];
        double[] values = new double[space.degree() + 1];
        for (int i = 0; i < n; i++) {
            double t = (i + 0.5) / n;
            int interval = space.locate(t);
            space.basis(interval, t, values);
            double sum = 0;
            for (int m = 0; m < values.length; m++) {
                sum += values[m] * (x[interval + m] - c[interval + m]);
            }
            for (int m = 0; m < values.length; m++) {
                gradient[interval + m] += values[m] * sum / n;
            }
        }
        return gradient;
    }
}
