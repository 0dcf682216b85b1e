package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PerturbationTest {
    private static final long SEED = 99;
    private static final List<LpNorm> NORMS = List.of(LpNorm.L1, LpNorm.L2, new LpNorm(4), LpNorm.SUP);

    static List<WaveletSystem> systems() {
        return SystemKinds.systems();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void boundsAreNeverViolated(WaveletSystem system) {
        Random random = new Random(SEED);
        for (Grid grid : List.of(Grid.of(300), Grid.of(1), Grid.of(20, 31))) {
            Dictionary dictionary = Dictionary.of(system, grid, 40, Selection.BEST);
            for (int trial = 0; trial < 4; trial++) {
                int n = dictionary.transform().size();
                // Every second trial among the coarse atoms, whose sums are larger.
                int[] atoms = random.ints(0, trial % 2 == 0 ? n : Math.min(n, 64))
                        .limit(trial == 0 ? 1 : 40)
                        .sorted()
                        .distinct()
                        .toArray();
                Structure structure = new WaveletStructure(dictionary, atoms);
                double[] theta = random.doubles(atoms.length, -1, 1).toArray();
                double[] other = theta.clone();
                double[] deltas = new double[atoms.length];
                for (int i = 0; i < atoms.length; i++) {
                    double change = Math.scalb(random.nextDouble() - 0.5, -random.nextInt(8));
                    other[i] = theta[i] + change;
                    deltas[i] = Math.abs(other[i] - theta[i]);
                }
                double[] a = structure.realize(theta).on(grid);
                double[] b = structure.realize(other).on(grid);
                for (int i = 0; i < a.length; i++) {
                    a[i] -= b[i];
                }
                for (LpNorm norm : NORMS) {
                    double bound = structure.perturbation(theta, norm).of(deltas);
                    double actual = norm.of(a);
                    // 1e-13: the two realizations are rounded, the bound is about exact ones.
                    assertTrue(
                            actual <= bound + 1e-13,
                            system.id() + " " + grid + " " + norm + " " + actual + " > " + bound + ", seed " + SEED);
                    double largest = LpNorm.SUP.of(deltas);
                    assertTrue(dictionary.lipschitz(norm) * largest * (1 + 1e-9) >= bound, "Lip of " + norm);
                }
            }
        }
    }

    /** For an orthonormal system in L2 on data the bound is attained, up to its outward rounding. */
    @Test
    void orthonormalBoundIsSharp() {
        WaveletSystem system = OrthonormalSystem.daubechies(4);
        Dictionary dictionary = Dictionary.of(system, Grid.of(200), 200, Selection.FIRST);
        Structure all = dictionary.first();
        double[] deltas = new Random(SEED).doubles(200).toArray();
        assertEquals(
                LpNorm.L2.of(all.realize(deltas).on(Grid.of(200))),
                all.perturbation(deltas, LpNorm.L2).of(deltas),
                1e-10);
    }

    /** Signs that add up at one sample come within a factor of 8 of the supremum bound: not vacuous. */
    @Test
    void supremumBoundIsNearlyAttained() {
        for (WaveletSystem system : SystemKinds.systems()) {
            Dictionary dictionary = Dictionary.of(system, Grid.of(256), 256, Selection.FIRST);
            Structure all = dictionary.first();
            double[] deltas = new double[256];
            for (int i = 0; i < 256; i++) {
                deltas[i] = all.scale(i, LpNorm.SUP);
            }
            double[] sums = new double[256];
            for (int i = 0; i < 256; i++) {
                double[] unit = new double[256];
                unit[i] = deltas[i];
                double[] atom = all.realize(unit).on(Grid.of(256));
                for (int t = 0; t < 256; t++) {
                    sums[t] += Math.abs(atom[t]);
                }
            }
            double bound = all.perturbation(deltas, LpNorm.SUP).of(deltas);
            double attained = LpNorm.SUP.of(sums);
            assertTrue(attained <= bound && bound <= 8 * attained, system.id() + ": " + attained + ", " + bound);
        }
    }

    @Test
    void interpolationNormsAreThoseOfTheLagrangePolynomials() {
        assertEquals(1, new Interpolation(1).sup(Grid.of(9)), 1e-9);
        assertEquals(1, new Interpolation(1).two(Grid.of(9)), 1e-9);
        assertEquals(2, new Interpolation(2).sup(Grid.of(9)), 1e-9);
        assertEquals(6, new Interpolation(4).sup(Grid.of(50)), 1e-9);
        assertEquals(36, new Interpolation(4).sup(Grid.of(50, 50)), 1e-9);
        // Piecewise linear with linear ends: the row of the second sample is 2/3 + 1/6 + its share of the end pieces.
        assertTrue(new Interpolation(2).two(Grid.of(50)) < 1.5);
        assertTrue(new Interpolation(4).two(Grid.of(50)) < 2.5);
    }
}
