package org.epsilonet.families.relu.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {
    private static final int[] SIZES = {3, 7, 6, 4};

    /** Central differences of the mean loss, along every parameter. */
    @ParameterizedTest
    @EnumSource(Loss.class)
    void gradientIsThatOfTheMeanLoss(Loss loss) {
        for (long seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            int n = 9;
            Parameters parameters = Parameters.of(Initialization.spread(seed, -1, 1, SIZES));
            BackPropagation pass = new BackPropagation(parameters, loss, n);
            for (int i = 0; i < 3 * n; i++) {
                pass.inputs()[i] = 2 * random.nextDouble() - 1;
            }
            double[] wanted = probabilities(random, n);
            pass.run(wanted, n);
            double[] gradient = pass.gradient().clone();
            double[] theta = parameters.theta();
            double h = 1e-6;
            for (int i = 0; i < theta.length; i++) {
                double kept = theta[i];
                theta[i] = kept + h;
                double above = pass.run(wanted, n) / n;
                theta[i] = kept - h;
                double below = pass.run(wanted, n) / n;
                theta[i] = kept;
                // Rounding 1e-16/h, curvature h^2; no kink lies within h for these seeds.
                assertEquals((above - below) / (2 * h), gradient[i], 1e-8, loss + ", seed " + seed + ", entry " + i);
            }
            assertTrue(Arrays.stream(gradient).filter(g -> g != 0).count() > theta.length / 2, "most take part");
        }
    }

    private static double[] probabilities(Random random, int n) {
        double[] wanted = new double[4 * n];
        for (int p = 0; p < n; p++) {
            double sum = 0;
            for (int j = 0; j < 4; j++) {
                wanted[4 * p + j] = random.nextDouble();
                sum += wanted[4 * p + j];
            }
            for (int j = 0; j < 4; j++) {
                wanted[4 * p + j] /= sum;
            }
        }
        return wanted;
    }

    @Test
    void forwardPassIsThatOfTheNetwork() {
        ReluNetwork network = Initialization.spread(3, -1, 1, SIZES);
        double[] x = new Random(4).doubles(3 * 11, -1, 1).toArray();
        Examples itself = Examples.of(3, x, 4, network.atAll(x));
        assertEquals(0, itself.meanSquare(network), 0);
        BackPropagation pass = new BackPropagation(Parameters.of(network), Loss.SQUARE, 11);
        System.arraycopy(x, 0, pass.inputs(), 0, x.length);
        // Sums of at most 7 terms of size 1 in another order, squared.
        assertEquals(0, pass.run(itself.values(), 11), 1e-27);
    }

    @Test
    void matrixProductsAreThoseOfTheDefinition() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            int rows = 1 + random.nextInt(9);
            int terms = 1 + random.nextInt(9);
            int columns = 1 + random.nextInt(9);
            boolean turned = random.nextBoolean();
            double[] a = random.ints(rows * terms, -2, 3).asDoubleStream().toArray();
            double[] b =
                    random.ints(3 + terms * columns, -9, 9).asDoubleStream().toArray();
            double[] c = new double[2 + rows * columns];
            double[] expected = new double[c.length];
            for (int m = 0; m < rows; m++) {
                for (int n = 0; n < columns; n++) {
                    for (int k = 0; k < terms; k++) {
                        expected[2 + m * columns + n] +=
                                a[turned ? m + k * rows : m * terms + k] * b[3 + k * columns + n];
                    }
                }
            }
            MatrixProduct.add(a, turned ? 1 : terms, turned ? rows : 1, b, 3, c, 2, rows, terms, columns);
            assertArrayEquals(expected, c, 0, "whole numbers: exact; trial " + trial);
        }
    }

    /** The bits of a trained weight, as found once: the same on every machine. */
    @Test
    void trainingIsAFunctionOfItsInputs() throws InterruptedException {
        Examples examples = SyntheticDigits.of(60, 7);
        Trainer trainer = Trainer.of(Loss.CROSS_ENTROPY, 2).withBatch(16).withSeed(3);
        ReluNetwork start = Initialization.he(2, 784, 12, 11, 10);
        List<ReluNetwork> found = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread thread = new Thread(() -> {
                ReluNetwork network = trainer.train(start, examples);
                synchronized (found) {
                    found.add(network);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(3, found.size());
        for (ReluNetwork network : found) {
            assertArrayEquals(
                    Parameters.of(found.get(0)).theta(), Parameters.of(network).theta(), 0);
        }
        assertEquals(PINNED, Double.toHexString(found.get(0).maps().get(1).weight(3, 5)));
    }

    private static final String PINNED = "-0x1.94253862556ep-2";

    @Test
    void functionOfTwoVariablesIsLearned() {
        Examples bump = Examples.of(
                2,
                new Random(1).doubles(2 * 1500, -1, 1).toArray(),
                x -> 1 / (1 + 8 * (x[0] * x[0] + x[1] * x[1])) + 0.5 * Math.abs(x[0] + 0.5 * x[1] - 0.1));
        List<Double> losses = new ArrayList<>();
        ReluNetwork network = Trainer.of(Loss.SQUARE, 25)
                .withRate(LearningRate.cosine(3e-3))
                .withProgress((epoch, loss) -> losses.add(loss))
                .train(Initialization.spread(1, -1, 1, 2, 64, 64, 64, 1), bump.range(0, 1000));
        double error = Math.sqrt(bump.range(1000, 1500).meanSquare(network));
        assertTrue(error < 0.02, "root mean square error on points not seen: " + error);
        assertEquals(25, losses.size());
        assertTrue(losses.get(24) < 0.05 * losses.get(0), losses::toString);
    }

    @Test
    void digitsAreClassified() {
        Examples digits = SyntheticDigits.of(3500, 1);
        Examples test = digits.range(3000, 3500);
        ReluNetwork network = Trainer.of(Loss.CROSS_ENTROPY, 3)
                .withBatch(50)
                .withRate(LearningRate.cosine(2e-3))
                .train(Initialization.he(1, 784, 256, 256, 10), digits.range(0, 3000));
        assertTrue(test.accuracy(network) > 0.95, "accuracy on images not seen: " + test.accuracy(network));
        ReluNetwork sparse = Pruning.keepShare(network, 0.2);
        assertEquals((long) (0.2 * network.nonzeros()), sparse.nonzeros());
        ReluNetwork tuned =
                Trainer.of(Loss.CROSS_ENTROPY, 1).withBatch(50).keepingZeros().train(sparse, digits.range(0, 2000));
        assertTrue(tuned.nonzeros() <= sparse.nonzeros());
        assertTrue(
                test.accuracy(tuned) > 0.95,
                "with a fifth of the weights: " + test.accuracy(tuned) + ", before tuning " + test.accuracy(sparse));
    }

    @Test
    void normsStayWithinTheRadius() {
        Examples steep = Examples.of(1, new Random(2).doubles(200).toArray(), x -> 100 * x[0]);
        ReluNetwork network = Trainer.of(Loss.SQUARE, 20)
                .withRate(LearningRate.steps(0.1))
                .withRadius(1.5)
                .train(Initialization.spread(1, 0, 1, 1, 8, 8, 1), steep);
        double largest = 0;
        for (AffineMap map : network.maps()) {
            double[] row = new double[map.columns()];
            for (int i = 0; i < map.rows(); i++) {
                map.copyRow(i, row);
                double sum = Arrays.stream(row).map(Math::abs).sum();
                largest = Math.max(largest, Math.max(sum, Math.abs(map.bias(i))));
            }
        }
        assertTrue(largest <= 1.5, "largest row sum " + largest);
        assertEquals(1.5, largest, 1e-6, "the limit is felt");
    }

    @Test
    void pruningKeepsTheLargest() {
        ReluNetwork network = ReluNetwork.of(
                AffineMap.of(new double[] {3, -1, 2, 2}, 2, new double[] {0.5, 0}),
                AffineMap.of(new double[] {-2, 4}, 2, new double[] {2}));
        ReluNetwork pruned = Pruning.keep(network, 4);
        assertArrayEquals(
                new double[] {3, 0, 2, 2, 0, 0, 0, 4, 0}, Parameters.of(pruned).theta(), 0);
        assertEquals(0, Pruning.keep(network, 0).nonzeros());
        assertEquals(8, Pruning.keep(network, 100).nonzeros());
        assertEquals(4, Pruning.keepShare(network, 0.5).nonzeros());
        assertThrows(IllegalArgumentException.class, () -> Pruning.keep(network, -1));
        assertThrows(IllegalArgumentException.class, () -> Pruning.keepShare(network, 1.5));
    }

    @Test
    void stepSizesFall() {
        for (LearningRate rate : List.of(LearningRate.cosine(0.5), LearningRate.steps(0.5))) {
            double before = 0.5;
            for (int i = 0; i < 100; i++) {
                double now = rate.at(i / 100.0);
                assertTrue(now <= before && now > 0, "at " + i);
                before = now;
            }
            assertEquals(0.5, rate.at(0), 1e-15);
            assertTrue(before < 0.006);
        }
    }

    @Test
    void whatCannotBeTrainedIsRefused() {
        Trainer trainer = Trainer.of(Loss.SQUARE, 1);
        Examples examples = Examples.of(1, new double[] {0, 1}, 1, new double[] {1, 2});
        assertThrows(IllegalArgumentException.class, () -> trainer.train(Initialization.he(1, 2, 3, 1), examples));
        assertThrows(IllegalArgumentException.class, () -> Trainer.of(Loss.SQUARE, 0));
        assertThrows(IllegalArgumentException.class, () -> trainer.withBatch(0));
        assertThrows(IllegalArgumentException.class, () -> trainer.withRadius(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Initialization.he(1, 3));
        assertThrows(IllegalArgumentException.class, () -> Initialization.he(1, 3, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Initialization.he(1, 1 << 20, 1 << 20, 1));
        assertThrows(IllegalArgumentException.class, () -> Initialization.spread(1, 1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Examples.of(2, new double[3], 1, new double[1]));
        assertThrows(IllegalArgumentException.class, () -> Examples.of(1, new double[] {Double.NaN}, 1, new double[1]));
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer.withRate(progress -> 1e308).train(Initialization.he(1, 1, 3, 1), examples));
    }
}
