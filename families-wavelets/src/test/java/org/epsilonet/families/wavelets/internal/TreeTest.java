package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.junit.jupiter.api.Test;

/** Trees of atoms: best for their size, counted, and written in O(M) bits. */
class TreeTest {
    private static final long SEED = 31;

    /** Against all subtrees of random forests with 14 nodes. */
    @Test
    void thresholdsOfPrioritiesAreBestTrees() {
        Random random = new Random(SEED);
        int n = 14;
        for (int trial = 0; trial < 60; trial++) {
            int[] parents = new int[n];
            double[] weighted = new double[n];
            for (int i = 0; i < n; i++) {
                parents[i] = i == 0 ? -1 : random.nextInt(-1, i);
                weighted[i] = random.nextInt(4) == 0 ? 1 + random.nextDouble() : 0.3 * random.nextDouble();
            }
            double[] best = bestEnergies(weighted, parents);
            double[] priorities = TreePriorities.of(weighted, parents);
            for (int i = 0; i < n; i++) {
                double threshold = priorities[i];
                int[] tree = IntStream.range(0, n)
                        .filter(k -> priorities[k] >= threshold)
                        .toArray();
                double energy = Arrays.stream(tree)
                        .mapToDouble(k -> weighted[k] * weighted[k])
                        .sum();
                assertEquals(best[tree.length], energy, 1e-12, "seed " + SEED + ", trial " + trial);
                assertTrue(parents[i] < 0 || priorities[parents[i]] >= priorities[i]);
            }
        }
    }

    /** The largest energy of a subtree for every number of nodes. */
    private static double[] bestEnergies(double[] weighted, int[] parents) {
        double[] best = new double[weighted.length + 1];
        for (int set = 0; set < 1 << weighted.length; set++) {
            boolean isTree = true;
            double energy = 0;
            for (int i = 0; i < weighted.length; i++) {
                if ((set >> i & 1) != 0) {
                    isTree &= parents[i] < 0 || (set >> parents[i] & 1) != 0;
                    energy += weighted[i] * weighted[i];
                }
            }
            int size = Integer.bitCount(set);
            best[size] = isTree ? Math.max(best[size], energy) : best[size];
        }
        return best;
    }

    /** Against the sum of Raney's numbers in integers; for three nodes of two binary trees 1 + 2 + 5 + 14. */
    @Test
    void subtreesAreCounted() {
        assertEquals(BigInteger.valueOf(22), subtrees(3, 2, 2));
        Heap heap = new Heap(0, 40);
        assertEquals(2, heap.roots());
        PyramidTrees square = new PyramidTrees(Pyramid.of(new HaarSystem(), Grid.of(64, 64)));
        assertEquals(4, square.mostChildren());
        for (int most : new int[] {1, 3, 100, 1000}) {
            for (Forest forest : new Forest[] {heap, square}) {
                double trees = log2(subtrees(most, forest.roots(), forest.mostChildren()));
                double exact = Math.min(trees, new Subsets(forest.atoms(), most).log2Count());
                double found = forest.log2Subtrees(most);
                // An upper bound, by the part in 10^9 that is added for the rounding of logarithms.
                assertTrue(found >= exact && found <= exact * (1 + 2e-9) + 2e-9, most + ": " + found + ", " + exact);
            }
        }
    }

    private static BigInteger subtrees(int most, long roots, int children) {
        BigInteger sum = BigInteger.ZERO;
        for (long m = 0; m <= most; m++) {
            BigInteger places = BigInteger.valueOf(children * m + roots);
            BigInteger binomial = BigInteger.ONE;
            for (long k = 0; k < m; k++) {
                binomial = binomial.multiply(places.subtract(BigInteger.valueOf(k)))
                        .divide(BigInteger.valueOf(k + 1));
            }
            sum = sum.add(binomial.multiply(BigInteger.valueOf(roots)).divide(places));
        }
        return sum;
    }

    private static double log2(BigInteger x) {
        int shift = Math.max(0, x.bitLength() - 100);
        return shift + Math.log(x.shiftRight(shift).doubleValue()) / Math.log(2);
    }

    @Test
    void treesAreWrittenAndReadBack() throws CorruptCodeException {
        Random random = new Random(SEED);
        for (WaveletSystem system : new WaveletSystem[] {new HaarSystem(), OrthonormalSystem.daubechies(2)}) {
            for (Grid grid : new Grid[] {Grid.of(1), Grid.of(7), Grid.of(200), Grid.of(17, 30), Grid.of(3, 100)}) {
                double[] noise = random.doubles(grid.points(), -1, 1).toArray();
                Samples data = Samples.of("noise", grid, noise);
                int most = Math.max(1, grid.points() / 3);
                WaveletFamily family = new WaveletFamily(system, Selection.TREE);
                WaveletStructure tree = (WaveletStructure)
                        family.approximate(data, most, LpNorm.L2).approximant().structure();
                assertEquals(most, tree.size());
                SignificanceTreeTest.Recorder recorder = new SignificanceTreeTest.Recorder();
                tree.write(recorder);
                PyramidTrees forest = tree.dictionary().trees();
                assertTrue(recorder.symbols.size() <= forest.roots() + (long) forest.mostChildren() * most);
                WaveletStructure back =
                        (WaveletStructure) family.parametrization(grid, most).read(recorder);
                for (int i = 0; i < most; i++) {
                    assertEquals(tree.atom(i), back.atom(i));
                }
                assertThrows(CorruptCodeException.class, () -> {
                    SignificanceTreeTest.Recorder again = new SignificanceTreeTest.Recorder();
                    tree.write(again);
                    family.parametrization(grid, most).read(again);
                    family.parametrization(grid, 1).read(again);
                });
            }
        }
    }

    /** Dropping a leaf leaves a tree, dropping an inner node does not. */
    @Test
    void onlyLeavesCanBeDropped() {
        Structure tree = new WaveletFamily(new HaarSystem(), Selection.TREE)
                .approximate(Formula.of("jump", x -> x < 1.0 / 3 ? 0 : 1, 1.0 / 3), 10, LpNorm.L2)
                .approximant()
                .structure();
        assertArrayEquals(new long[] {0, 1, 2, 5, 10, 21, 42, 85, 170, 341}, ((DeepStructure) tree).atoms());
        boolean[] zero = new boolean[10];
        zero[9] = true;
        assertEquals(9, tree.without(zero).size());
        zero[9] = false;
        zero[4] = true;
        assertEquals(tree, tree.without(zero));
    }
}
