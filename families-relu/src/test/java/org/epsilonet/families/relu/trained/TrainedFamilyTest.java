package org.epsilonet.families.relu.trained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.api.Test;

class TrainedFamilyTest {
    private final TrainedFamily family = new TrainedFamily();

    @Test
    void errorsFallByTraining() {
        Samples wave =
                Formula.of("wave", x -> 0.6 * Math.sin(7 * x) + 0.3 * x * x).sampledOn(256);
        IntFunction<Approximation> results = family.approximations(wave, LpNorm.L2);
        double constant = results.apply(1).distance().value();
        Approximation large = results.apply(256);
        assertEquals(Outcome.REACHED, large.outcome());
        assertTrue(
                large.distance().value() < 0.05 * constant,
                large.distance().value() + " with 256 parameters, " + constant + " with one");
        assertTrue(large.approximant().structure().size() <= 256);
        Samples ridge =
                Formula.of("ridge", 2, x -> Math.sin(2 * x[0] + 3 * x[1])).sampledOn(16, 16);
        assertTrue(family.approximate(ridge, 64, LpNorm.L2).distance().value() < 0.1);
    }

    @Test
    void whereTrainingFindsNothingItIsSaid() {
        double[] alternating = new double[400];
        for (int i = 0; i < alternating.length; i++) {
            alternating[i] = i % 2 == 0 ? 1 : -1;
        }
        Approximation none = family.approximate(Samples.of("alternating", alternating), 5, LpNorm.SUP);
        assertEquals(Outcome.NOT_REACHED, none.outcome());
        assertEquals(1, none.distance().value(), 1e-12);
        Approximation huge = family.approximate(Samples.of("huge", 1e6, 1e6, 1e6), 4, LpNorm.L2);
        assertEquals(Outcome.NOT_REACHED, huge.outcome(), "the bias leaves the radius");
    }

    /** The numbers of parameters are those of the forward pass of an ordinary network. */
    @Test
    void sparseEvaluationIsThatOfTheNetwork() {
        SparseShape shape = new SparseShape(2, 18);
        int w = shape.width();
        assertEquals(6, w);
        Random random = new Random(1);
        for (int trial = 0; trial < 50; trial++) {
            int limit = 1 + random.nextInt(40);
            long[] support = random.longs(limit, 0, shape.positions())
                    .sorted()
                    .distinct()
                    .toArray();
            double[] theta = random.doubles(support.length, -2, 2).toArray();
            double[][] entries = {new double[2 * w], new double[w], new double[w * w], new double[w], new double[w], {0}
            };
            for (int i = 0; i < support.length; i++) {
                long at = support[i];
                int block = 0;
                while (at >= entries[block].length) {
                    at -= entries[block++].length;
                }
                entries[block][(int) at] = theta[i];
                assertEquals(
                        support[i],
                        shape.position(shape.layer(support[i]), shape.row(support[i]), shape.column(support[i])));
            }
            ReluNetwork network = ReluNetwork.of(
                    AffineMap.of(entries[0], 2, entries[1]),
                    AffineMap.of(entries[2], w, entries[3]),
                    AffineMap.of(entries[4], w, entries[5]));
            double[] points = random.doubles(2 * 150).toArray();
            double[] expected = network.atAll(points);
            double[] values = ((SparseApproximant) new SparseStructure(shape, support).realize(theta)).atAll(points);
            for (int i = 0; i < values.length; i++) {
                // Sums of up to 40 terms of size up to 100 in another order.
                assertEquals(expected[i], values[i], 1e-12, "trial " + trial);
            }
        }
    }

    @Test
    void supportsAreCounted() {
        for (int d : new int[] {1, 2}) {
            for (int m : new int[] {1, 2, 7, 30, 300, 1024, 1025, 2000}) {
                SparseShape shape = new SparseShape(d, m);
                BigInteger sum = BigInteger.ONE;
                BigInteger binomial = BigInteger.ONE;
                for (int j = 1; j <= m; j++) {
                    binomial = binomial.multiply(BigInteger.valueOf(shape.positions() - j + 1))
                            .divide(BigInteger.valueOf(j));
                    sum = sum.add(binomial);
                }
                int shift = Math.max(0, sum.bitLength() - 60);
                double exact = Math.log(sum.shiftRight(shift).doubleValue()) / Math.log(2) + shift;
                double claimed = shape.log2Supports();
                assertTrue(claimed >= exact - 1e-12, d + ", " + m + ": " + claimed + " < " + exact);
                // Stirling's series from 64 on is as good as that.
                assertEquals(exact, claimed, 1e-8, d + ", " + m);
            }
        }
        assertTrue(new SparseShape(1, 1 << 20).log2Supports() < 2.1 * (1 << 20));
    }

    /** Every support of at most two of thirteen parameters has a number of its own. */
    @Test
    void supportsAreNumbered() {
        SparseShape shape = new SparseShape(1, 2);
        assertEquals(13, shape.positions());
        StructureNumbering numbering =
                family.parametrization(Cube.INTERVAL, 2).numbering().orElseThrow();
        Set<BigInteger> ranks = new HashSet<>();
        for (int mask = 0; mask < 1 << 13; mask++) {
            if (Integer.bitCount(mask) <= 2) {
                int chosen = mask;
                long[] support = LongStream.range(0, 13)
                        .filter(i -> (chosen >> i & 1) == 1)
                        .toArray();
                BigInteger rank = numbering.rank(new SparseStructure(shape, support));
                assertTrue(ranks.add(rank), "two supports have the rank " + rank);
                assertArrayEquals(support, ((SparseStructure) numbering.unrank(rank)).support());
            }
        }
        assertEquals(1 + 13 + 78, ranks.size());
        assertEquals(BigInteger.valueOf(1 + 13 + 78), numbering.count());
        SparseStructure larger = new SparseStructure(new SparseShape(1, 3), new long[] {0});
        assertThrows(IllegalArgumentException.class, () -> numbering.rank(larger));
    }

    /** With full rows of equal weights the constant is attained: the pair of the exact Lipschitz constant. */
    @Test
    void lipschitzConstantIsAttainedByFullSupports() {
        SparseShape shape = new SparseShape(1, 40);
        double r = shape.radius();
        int w = shape.width();
        long[] support = new long[(int) shape.positions()];
        double[] theta = new double[support.length];
        double[] moved = new double[support.length];
        double delta = 1e-7;
        for (int i = 0; i < support.length; i++) {
            support[i] = i;
            boolean bias = shape.column(i) == SparseShape.BIAS;
            theta[i] = bias ? r : r / shape.size(shape.layer(i) - 1);
            moved[i] = theta[i] - delta;
        }
        SparseStructure structure = new SparseStructure(shape, support);
        double slope =
                (structure.realize(theta).at(1) - structure.realize(moved).at(1)) / delta;
        // Sums of size r^3 = 2e6 rounded, divided by delta; and first order in delta.
        assertEquals(1, slope / shape.lipschitz(), 1e-5);
        assertTrue(slope / shape.lipschitz() <= 1 + 1e-7, "width " + w);
        double[] deltas = new double[support.length];
        java.util.Arrays.fill(deltas, delta);
        PerturbationBound bound = structure.perturbation(moved, LpNorm.SUP);
        assertEquals(1, bound.of(deltas) / (delta * shape.lipschitz()), 1e-5);
    }

    @Test
    void isEncodableAndInstalledButNotARepresentative() {
        EncodabilityVerdict verdict =
                family.encodability(Cube.INTERVAL, LpNorm.L2).verdict();
        assertEquals(EncodabilityVerdict.Kind.ENCODABLE, verdict.kind());
        assertSame(TrainedFamily.class, Families.named("relu.trained").getClass());
        for (int d = 1; d <= 2; d++) {
            assertTrue(Families.installed().representatives(d).stream().noneMatch(f -> f.id().equals("relu.trained")));
        }
    }
}
