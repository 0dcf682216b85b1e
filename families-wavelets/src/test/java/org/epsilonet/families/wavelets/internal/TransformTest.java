package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransformTest {
    private static final long SEED = 20261122;

    static List<WaveletSystem> systems() {
        return SystemKinds.systems();
    }

    /** Also Parseval's identity, for orthonormal systems. */
    @ParameterizedTest
    @MethodSource("systems")
    void everyLengthIsReconstructed(WaveletSystem system) {
        Random random = new Random(SEED);
        for (int n = 1; n <= 257; n++) {
            assertReconstructed(system, Grid.of(n), random);
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void everyShapeIsReconstructed(WaveletSystem system) {
        Random random = new Random(SEED);
        for (int[] shape : new int[][] {{1, 1}, {1, 50}, {50, 1}, {3, 200}, {17, 33}, {64, 64}, {101, 40}, {5, 7}}) {
            assertReconstructed(system, Grid.of(shape), random);
        }
    }

    private static void assertReconstructed(WaveletSystem system, Grid grid, Random random) {
        Pyramid pyramid = Pyramid.of(system, grid);
        double[] x = random.doubles(grid.points(), -1, 1).toArray();
        double[] c = pyramid.analyze(x);
        double[] y = pyramid.synthesize(c);
        double energy = 0;
        for (int i = 0; i < x.length; i++) {
            assertEquals(x[i], y[i], 1e-12, system.id() + " on " + grid + " at " + i);
            energy += c[i] * c[i];
        }
        if (system.isOrthonormal()) {
            assertEquals(1, Math.sqrt(energy) / LpNorm.L2.of(x), 1e-12, system.id() + " on " + grid);
        }
    }

    /** The whole matrix is orthogonal to rounding, boundary rows included. */
    @ParameterizedTest
    @MethodSource("systems")
    void atomsAreOrthonormal(WaveletSystem system) {
        for (int n : new int[] {79, 80, 93}) {
            Pyramid pyramid = Pyramid.of(system, Grid.of(n));
            double[][] atoms = new double[n][];
            for (int i = 0; i < n && system.isOrthonormal(); i++) {
                double[] unit = new double[n];
                unit[i] = 1;
                atoms[i] = pyramid.synthesize(unit);
                for (int k = 0; k <= i; k++) {
                    double product = 0;
                    for (int t = 0; t < n; t++) {
                        product += atoms[i][t] * atoms[k][t] / n;
                    }
                    assertEquals(i == k ? 1 : 0, product, 1e-12, system.id() + " n=" + n + " " + i + "," + k);
                }
            }
        }
    }

    /** All details of polynomials below the number of vanishing moments vanish: every level, both ends, any length. */
    @ParameterizedTest
    @MethodSource("systems")
    void detailsOfPolynomialsVanish(WaveletSystem system) {
        for (int n : new int[] {2, 3, 17, 40, 64, 79, 100, 127, 128, 129, 1000, 1023, 1025, 4096}) {
            Pyramid pyramid = Pyramid.of(system, Grid.of(n));
            for (int degree = 0; degree < system.moments(); degree++) {
                double[] x = new double[n];
                for (int i = 0; i < n; i++) {
                    x[i] = Math.pow((2 * i + 1.0) / n - 1, degree);
                }
                double[] c = pyramid.analyze(x);
                for (int i = pyramid.bands().get(0).size(); i < n; i++) {
                    assertEquals(0, c[i], 1e-14, system.id() + " n=" + n + " degree " + degree + " coefficient " + i);
                }
                for (int i = degree + 1;
                        i < Math.min(system.moments(), pyramid.bands().get(0).size());
                        i++) {
                    assertEquals(0, c[i], 1e-14, "coarse polynomial " + i + " has degree " + i);
                }
            }
        }
    }

    /** A degree more does not vanish: the test above can fail. */
    @ParameterizedTest
    @MethodSource("systems")
    void detailsOfTheNextPowerDoNotVanish(WaveletSystem system) {
        int n = 128;
        Pyramid pyramid = Pyramid.of(system, Grid.of(n));
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.pow(i / (double) n, system.moments());
        }
        double[] c = pyramid.analyze(x);
        double largest = 0;
        for (int i = pyramid.bands().get(0).size(); i < n; i++) {
            largest = Math.max(largest, Math.abs(c[i]));
        }
        assertTrue(largest > 1e-11, "largest detail " + largest);
    }

    /** The bounds hold against sums over all atoms one by one, and are not far off. */
    @ParameterizedTest
    @MethodSource("systems")
    void normsOfBandsBoundTheirAtoms(WaveletSystem system) {
        for (int n : new int[] {60, 333}) {
            Pyramid pyramid = Pyramid.of(system, Grid.of(n));
            for (Band band : pyramid.bands()) {
                double[] sums = new double[n];
                double largestAtom = 0;
                for (int i = 0; i < band.size(); i++) {
                    double[] unit = new double[n];
                    unit[band.offset() + i] = 1;
                    double[] atom = pyramid.synthesize(unit);
                    largestAtom = Math.max(largestAtom, LpNorm.L2.of(atom));
                    for (int t = 0; t < n; t++) {
                        sums[t] += Math.abs(atom[t]);
                    }
                }
                double sup = LpNorm.SUP.of(sums);
                String where = system.id() + " n=" + n + " level " + band.level();
                assertTrue(pyramid.sup(band) >= sup, where + ": " + pyramid.sup(band) + " < " + sup);
                assertTrue(pyramid.sup(band) <= 8 * sup, where + ": " + pyramid.sup(band) + " >> " + sup);
                assertTrue(pyramid.two(band) >= largestAtom * (1 - 1e-12), where);
            }
        }
    }
}
