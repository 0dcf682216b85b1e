package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many scales at a time are the scales one by one, and no value depends on the points before. */
class InsideSynthesisTest {
    private static final long SEED = 20261129;

    static List<WaveletSystem> systems() {
        return SystemKinds.systems();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void productsAreTheScalesOneByOne(WaveletSystem system) {
        DeepCascade cascade = system.deep();
        InsideSynthesis inside = cascade.inside();
        if (inside.width() == 1) {
            assertEquals(DeepCascade.FINEST, inside.coarsest());
            return;
        }
        assertTrue(inside.coarsest() <= 12, system.id() + " from scale " + inside.coarsest());
        Random random = new Random(SEED);
        for (int trial = 0; trial < 50; trial++) {
            int scales = trial % (DeepCascade.FINEST - inside.coarsest() + 1);
            long[] starts = new long[DeepCascade.FINEST + 1];
            starts[DeepCascade.FINEST] = (long) ((0.2 + 0.6 * random.nextDouble()) * 0x1p50);
            long parities = 0;
            int coarse = DeepCascade.FINEST - scales;
            for (int j = DeepCascade.FINEST; j > coarse; j--) {
                assertTrue(inside.contains(j, starts[j]));
                parities |= (starts[j] & 1) << DeepCascade.FINEST - j;
                starts[j - 1] = inside.coarser(starts[j]);
            }
            double[] x = random.doubles(inside.width(), -1, 1).toArray();
            double[] expected = x;
            for (int j = coarse; j < DeepCascade.FINEST; j++) {
                double[] y = new double[inside.width()];
                cascade.level(j).fromLow().addProducts(starts[j + 1], y.length, expected, starts[j], y);
                expected = y;
            }
            double[] found = new double[x.length];
            inside.synthesize(x, scales, parities, found, new double[x.length]);
            // Fifty products of matrices whose norms are about 1/sqrt 2 on smooth windows, each rounded.
            double size = LpNorm.SUP.of(expected);
            assertArrayEquals(expected, found, 1e-12 * size, system.id() + ", " + scales + " scales");
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void valuesDoNotDependOnTheOrderOfPoints(WaveletSystem system) {
        Formula rough = Formula.of("rough", x -> x < 1 / 3.0 ? Math.sqrt(x) : 2 - x, 1 / 3.0);
        DeepDictionary dictionary = new DeepDictionary(system.deep(), 40, 60, Selection.BEST);
        Terms terms = DeepCoefficients.of(system.deep(), rough, LpNorm.L2, 60);
        DeepStructure structure = dictionary.chosen(terms);
        double[] parameters = new Random(SEED).doubles(structure.size(), -1, 1).toArray();
        Random random = new Random(SEED);
        double[] points = random.doubles(400).toArray();
        for (int i = 0; i < 100; i++) {
            points[i] = 1 / 3.0 + (random.nextDouble() - 0.5) * Math.scalb(1.0, -random.nextInt(45));
        }
        double[] sorted = points.clone();
        Arrays.sort(sorted);
        DeepSynthesis inOrder = new DeepSynthesis(structure, parameters);
        double[] values = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            values[i] = inOrder.at(sorted[i]);
        }
        DeepSynthesis anyOrder = new DeepSynthesis(structure, parameters);
        for (double x : points) {
            assertEquals(values[Arrays.binarySearch(sorted, x)], anyOrder.at(x), system.id() + " at " + x);
        }
    }
}
