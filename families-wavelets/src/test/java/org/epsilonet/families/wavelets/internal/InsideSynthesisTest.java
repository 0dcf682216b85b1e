package org.epsilonet.families.wavelets.internal;

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
        assertTrue(inside.coarsest() <= 12, system.id() + " from scale " + inside.coarsest());
        Random random = new Random(SEED);
        for (int trial = 0; trial < 50; trial++) {
            int coarse = DeepCascade.FINEST - trial % (DeepCascade.FINEST - inside.coarsest() + 1);
            long cells = InsideSynthesis.place(0.45 + 0.1 * random.nextDouble());
            double place = cells * 0x1p-53;
            double[] x = random.doubles(inside.width(), -1, 1).toArray();
            double[] fine = x;
            for (int j = coarse; j < DeepCascade.FINEST; j++) {
                long begin = inside.begin(j + 1, cells);
                assertTrue(inside.contains(j + 1, begin));
                assertEquals(inside.begin(j, cells), inside.coarser(begin));
                double[] y = new double[inside.width()];
                cascade.level(j).fromLow().addProducts(begin, y.length, fine, inside.coarser(begin), y);
                fine = y;
            }
            double[] near = new double[system.interpolationPoints()];
            long first = Interpolation.weights(place, 1L << DeepCascade.FINEST, near);
            double expected = 0;
            for (int i = 0; i < near.length; i++) {
                expected += near[i] * fine[(int) (first - inside.begin(DeepCascade.FINEST, cells)) + i];
            }
            double[] weights = inside.weights(coarse, cells);
            double found = 0;
            for (int i = 0; i < x.length; i++) {
                found += weights[i] * x[i];
            }
            // Fifty products of matrices whose norms are about 1/sqrt 2 on smooth windows, each rounded.
            double size = LpNorm.SUP.of(fine);
            assertEquals(expected, found, 1e-12 * size, system.id() + " from scale " + coarse);
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
