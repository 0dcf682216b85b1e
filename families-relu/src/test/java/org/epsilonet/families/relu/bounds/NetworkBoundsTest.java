package org.epsilonet.families.relu.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.Certificate;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.NetworkModel;
import org.epsilonet.families.relu.PiecewiseLinear;
import org.epsilonet.families.relu.ReluConstructions;
import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.api.Test;

/** Bounds for given networks against values that are known otherwise. */
class NetworkBoundsTest {
    private static final ReluLipschitzAnalysis ANALYSIS = new ReluLipschitzAnalysis();

    /** A singular value known in closed form: the Hilbert-like product of two vectors, and orthogonal rows. */
    @Test
    void spectralNormsAreAboveAndClose() {
        Random random = new Random(2);
        for (int trial = 0; trial < 300; trial++) {
            int rows = 2 + random.nextInt(20);
            int columns = 2 + random.nextInt(30);
            double scale = Math.pow(2, random.nextInt(200) - 100);
            double[] u = random.doubles(rows, -1, 1).toArray();
            double[] v = random.doubles(columns, -1, 1).toArray();
            double[][] matrix = new double[rows][columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    matrix[i][j] = u[i] * v[j] * scale;
                }
            }
            double exact = scale * Math.sqrt(dot(u, u) * dot(v, v));
            double bound = SpectralNorm.upper(matrix);
            assertTrue(bound >= exact * (1 - 1e-14) && bound <= exact * 1.01, bound + " for " + exact);
        }
    }

    /** Rotations times diagonal matrices: the largest diagonal entry. The Frobenius norm is far above. */
    @Test
    void spectralNormsOfManyEqualSingularValues() {
        int n = 64;
        double[][] hadamard = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                hadamard[i][j] = (Integer.bitCount(i & j) & 1) == 0 ? 0.125 : -0.125;
            }
        }
        double bound = SpectralNorm.upper(hadamard);
        assertTrue(bound >= 1 && bound < 1.02, "was " + bound);
        assertTrue(SpectralNorm.upper(new double[3][4]) == 0);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Where no weight grows or changes sign two passes are the difference of the path norms. */
    @Test
    void twoPassesAreTheDifferenceOfPathNorms() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            ReluNetwork network = normal(random, 3, 6, 5, 2);
            ReluNetwork truncated =
                    RandomNetworks.mapped(network, w -> (w < 0 ? Math.ceil(w * 4) : Math.floor(w * 4)) / 4);
            assertTrue(PathMetric.shrinks(network, truncated));
            double[] twoPasses = PathMetric.twoPasses(network, truncated, 1);
            double[] threePasses = PathMetric.threePasses(network, truncated, 1);
            double[] before = PathMetric.norm(network, 1);
            double[] after = PathMetric.norm(truncated, 1);
            for (int i = 0; i < 2; i++) {
                assertEquals(before[i] - after[i], twoPasses[i], 1e-12 * before[i], "seed " + seed);
                assertEquals(twoPasses[i], threePasses[i], 1e-12 * before[i], "seed " + seed);
            }
        }
    }

    /** Without the condition on signs the path metric would be wrong: σ(x) is not -σ(-x). */
    @Test
    void changedSignsGoThroughZero() {
        ReluNetwork plus = ReluNetwork.of(
                AffineMap.of(new double[][] {{1}}, new double[1]), AffineMap.of(new double[][] {{1}}, new double[1]));
        ReluNetwork minus = ReluNetwork.of(
                AffineMap.of(new double[][] {{-1}}, new double[1]), AffineMap.of(new double[][] {{-1}}, new double[1]));
        // Both have the product of weights 1; their distance at x = 1 is 1.
        assertTrue(PathMetric.threePasses(plus, minus, 1)[0] >= 1);
    }

    /** Path bounds do not notice rescaling; entrywise ones do; the function does not either. */
    @Test
    void balancingChangesTheWeightsAlone() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ReluNetwork network = normal(random, 4, 8, 8, 3);
            ReluNetwork skewed = scaled(network, random);
            ReluNetwork balanced = Balancing.of(skewed);
            double[] x = random.doubles(4, -1, 1).toArray();
            assertTrue(Arrays.equals(skewed.at(x), balanced.at(x)), "powers of two are exact, seed " + seed);
            double[] a = PathMetric.norm(skewed, 1);
            double[] b = PathMetric.norm(balanced, 1);
            for (int i = 0; i < a.length; i++) {
                assertEquals(a[i], b[i], 1e-12 * a[i]);
            }
            double delta = 1e-3;
            double before = best(skewed, delta);
            double after = best(balanced, delta);
            // Less sensitive, with smaller weights: fewer bits for the same error.
            assertTrue(
                    after * balanced.largestWeight() < 0.25 * before * skewed.largestWeight(),
                    "seed " + seed + ": " + before + " to " + after);
            assertSame(balanced, Balancing.of(balanced));
        }
    }

    private static double best(ReluNetwork network, double delta) {
        return ANALYSIS.perturbation(NetworkModel.of(network), delta, InputBox.SYMMETRIC, LpNorm.SUP).stream()
                .mapToDouble(Certificate::bound)
                .min()
                .orElseThrow();
    }

    /** Every hidden neuron of the first layer multiplied by a power of two up to 2^12, or divided. */
    private static ReluNetwork scaled(ReluNetwork network, Random random) {
        AffineMap first = network.maps().get(0);
        AffineMap second = network.maps().get(1);
        double[][] before = MatrixNorms.rows(first);
        double[][] behind = MatrixNorms.rows(second);
        double[] biases = new double[first.rows()];
        double[] secondBiases = new double[second.rows()];
        for (int i = 0; i < second.rows(); i++) {
            secondBiases[i] = second.bias(i);
        }
        for (int i = 0; i < first.rows(); i++) {
            int by = i == 0 ? 12 : random.nextInt(25) - 12;
            biases[i] = Math.scalb(first.bias(i), by);
            for (int j = 0; j < before[i].length; j++) {
                before[i][j] = Math.scalb(before[i][j], by);
            }
            for (double[] row : behind) {
                row[i] = Math.scalb(row[i], -by);
            }
        }
        return ReluNetwork.of(
                AffineMap.of(before, biases),
                AffineMap.of(behind, secondBiases),
                network.maps().get(2));
    }

    private static ReluNetwork normal(Random random, int... sizes) {
        AffineMap[] maps = new AffineMap[sizes.length - 1];
        for (int l = 0; l < maps.length; l++) {
            double scale = Math.sqrt(2.0 / sizes[l]);
            double[] weights = new double[sizes[l] * sizes[l + 1]];
            double[] biases = new double[sizes[l + 1]];
            Arrays.setAll(weights, i -> scale * random.nextGaussian());
            Arrays.setAll(biases, i -> 0.1 * random.nextGaussian());
            maps[l] = AffineMap.of(weights, sizes[l], biases);
        }
        return ReluNetwork.of(maps);
    }

    /** The largest slope of a network of one input is that of its piecewise linear form. */
    @Test
    void slopesAreExactForOneInput() {
        for (long seed = 0; seed < 100; seed++) {
            ReluNetwork network = normal(new Random(seed), 1, 5, 4, 1);
            PiecewiseLinear pieces = network.piecewiseLinear(-1, 1);
            double largest = 0;
            for (int i = 0; i < pieces.pieces(); i++) {
                double length = pieces.knots()[i + 1] - pieces.knots()[i];
                // Shorter pieces lose digits in the difference of values.
                if (length > 1e-6) {
                    double rise = pieces.values()[i + 1] - pieces.values()[i];
                    largest = Math.max(largest, Math.abs(rise / length));
                }
            }
            double bound = new InputLipschitz(network, InputBox.SYMMETRIC, Exponent.INFINITY).slopes();
            assertTrue(bound >= largest * (1 - 1e-8), "seed " + seed);
            assertEquals(largest, bound, largest * 1e-6, "seed " + seed);
        }
        // The sawtooth of m compositions has the slope 2^m, where products of norms say 8^m. At its kinks many neurons
        // change at once, so that more patterns are tried than there are.
        ReluNetwork sawtooth = ReluConstructions.sawtooth(6);
        double bound = new InputLipschitz(sawtooth, new InputBox(0, 1), Exponent.ONE).slopes();
        assertTrue(bound >= 64 && bound < 1000, "was " + bound);
    }

    /** Evaluation in floats stays within the running bound, which is no more than a few hundred times too large. */
    @Test
    void floatEvaluationStaysWithinItsBound() {
        double tightest = 0;
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            ReluNetwork network = RandomNetworks.mapped(normal(random, 3, 12, 9, 2), w -> (float) w);
            double bound = ANALYSIS.evaluationError(NetworkModel.of(network), InputBox.SYMMETRIC);
            float[] x = new float[3];
            double[] same = new double[3];
            for (int j = 0; j < 3; j++) {
                x[j] = 2 * random.nextFloat() - 1;
                same[j] = x[j];
            }
            float[] rough = network.atAll(x);
            double[] fine = network.at(same);
            for (int i = 0; i < fine.length; i++) {
                double error = Math.abs(rough[i] - fine[i]);
                // The double evaluation is off by 2^-29 of the bound.
                assertTrue(error <= bound * (1 + 1e-6), "seed " + seed);
                tightest = Math.max(tightest, error / bound);
            }
        }
        assertTrue(tightest > 1e-3, "ratio " + tightest);
    }
}
