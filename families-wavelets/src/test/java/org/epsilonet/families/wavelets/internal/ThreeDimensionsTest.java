package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThreeDimensionsTest {
    private static final List<Grid> GRIDS =
            List.of(Grid.of(8, 8, 8), Grid.of(5, 9, 17), Grid.of(1, 16, 3), Grid.of(33, 1, 7), Grid.of(2, 2, 30));

    static Stream<WaveletSystem> systems() {
        return Stream.of(new HaarSystem(), OrthonormalSystem.daubechies(4), WaveletSystem.named("cdf97"));
    }

    private static Stream<GridTransform> transforms(WaveletSystem system) {
        return GRIDS.stream().flatMap(grid -> Stream.of(Pyramid.of(system, grid), TensorTransform.of(system, grid)));
    }

    /** A few hundred operations on numbers of order 1; orthonormal transforms keep the energy. */
    @ParameterizedTest
    @MethodSource("systems")
    void transformsAreInverted(WaveletSystem system) {
        Random random = new Random(31);
        transforms(system).forEach(transform -> assertInverted(transform, random));
    }

    static void assertInverted(GridTransform transform, Random random) {
        double[] x = random.doubles(transform.size(), -1, 1).toArray();

        double[] c = transform.analyze(x);

        assertArrayEquals(x, transform.synthesize(c), 1e-12, transform.grid().toString());
        if (transform.system().isOrthonormal()) {
            double energy = 0;
            for (double value : c) {
                energy += value * value;
            }
            assertEquals(LpNorm.L2.of(x), Math.sqrt(energy), 1e-13);
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void bandsCoverEveryPlaceOnce(WaveletSystem system) {
        transforms(system).forEach(transform -> {
            int[] visits = new int[transform.size()];
            int[] next = {0};
            for (Band band : transform.bands()) {
                assertEquals(next[0], band.offset());
                band.forEachRow(transform.grid().shape(), (at, coefficient) -> {
                    assertEquals(next[0], coefficient);
                    for (int i = 0; i < band.row(); i++) {
                        visits[at + i]++;
                        next[0]++;
                    }
                });
            }
            assertEquals(transform.size(), next[0]);
            for (int visit : visits) {
                assertEquals(1, visit);
            }
        });
    }

    /** The coefficients of f(x) g(y) h(z) are the products of those of f, g and h. */
    @ParameterizedTest
    @MethodSource("systems")
    void tensorProductsOfVectorsHaveProductsAsCoefficients(WaveletSystem system) {
        Random random = new Random(32);
        for (Grid grid : GRIDS) {
            double[][] along = new double[3][];
            double[][] coefficients = new double[3][];
            for (int axis = 0; axis < 3; axis++) {
                along[axis] = random.doubles(grid.length(axis), -1, 1).toArray();
                coefficients[axis] =
                        Pyramid.of(system, Grid.of(grid.length(axis))).analyze(along[axis]);
            }
            double[] expected = product(coefficients);
            TensorTransform transform = TensorTransform.of(system, grid);

            double[] actual = transform.analyze(product(along));

            for (Band band : transform.bands()) {
                band.forEachRow(grid.shape(), (at, coefficient) -> {
                    for (int i = 0; i < band.row(); i++) {
                        assertEquals(expected[at + i], actual[coefficient + i], 1e-13, grid.toString());
                    }
                });
            }
        }
    }

    private static double[] product(double[][] along) {
        double[] product = new double[along[0].length * along[1].length * along[2].length];
        int n = 0;
        for (double x : along[0]) {
            for (double y : along[1]) {
                for (double z : along[2]) {
                    product[n++] = x * y * z;
                }
            }
        }
        return product;
    }

    @ParameterizedTest
    @MethodSource("systems")
    void childrenAndParentsAgree(WaveletSystem system) {
        for (Grid grid : GRIDS) {
            PyramidTrees trees = new PyramidTrees(Pyramid.of(system, grid));
            List<Long> reached = new ArrayList<>();
            trees.forEachRoot(reached::add);
            assertEquals(trees.roots(), reached.size());
            for (long atom = 0; atom < trees.atoms(); atom++) {
                long parent = atom;
                List<Long> children = new ArrayList<>();
                trees.forEachChild(atom, children::add);
                assertTrue(children.size() <= trees.mostChildren(), children.size() + " children on " + grid);
                assertTrue(children.stream().allMatch(child -> trees.parent(child) == parent), grid.toString());
                reached.addAll(children);
            }
            assertEquals(trees.atoms(), new TreeSet<>(reached).size());
            assertEquals(trees.atoms(), reached.size());
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void chosenAtomsAreReadAsWritten(WaveletSystem system) throws CorruptCodeException {
        Random random = new Random(33);
        for (Grid grid : GRIDS) {
            Pyramid pyramid = Pyramid.of(system, grid);
            int[] chosen =
                    random.ints(20, 0, pyramid.size()).sorted().distinct().toArray();
            SignificanceTreeTest.Recorder recorder = new SignificanceTreeTest.Recorder();

            pyramid.write(chosen, recorder);

            assertArrayEquals(chosen, pyramid.read(chosen.length, recorder));
            assertTrue(recorder.symbols.isEmpty());
        }
    }

    /**
     * Piecewise constants on cubes of side \(2^{-j}\) miss \(x+y+z\) by \(\sqrt{3/12}\,2^{-j}\): speed 1/3, exactly. Samples
     * are means over cells of side 1/32, whose own share is taken off.
     */
    @Test
    void firstHaarWaveletsHaveSpeedOneThirdOnASlope() {
        Formula slope = Formula.of("slope", 3, x -> x[0] + x[1] + x[2]);
        WaveletFamily family = new WaveletFamily(new HaarSystem(), Selection.FIRST);
        for (int j = 0; j <= 4; j++) {
            double expected = 0.5 * Math.sqrt(Math.pow(4, -j) - Math.pow(4, -5));

            double error = family.approximate(slope.sampledOn(32, 32, 32), 1 << 3 * j, LpNorm.L2)
                    .distance()
                    .value();

            assertEquals(expected, error, 1e-13);
        }
    }

    /** On the cube itself the error is that of the function, by quadrature to a few digits. */
    @Test
    void formulasOnTheCubeAreApproximatedAndMeasured() {
        Formula slope = Formula.of("slope", 3, x -> x[0] + x[1] + x[2]);
        WaveletFamily family = new WaveletFamily(new HaarSystem(), Selection.FIRST);

        assertEquals(0.5, family.approximate(slope, 1, LpNorm.L2).distance().value(), 5e-3);
        assertEquals(0.25, family.approximate(slope, 8, LpNorm.L2).distance().value(), 5e-3);
        assertEquals(0.125, family.approximate(slope, 64, LpNorm.L2).distance().value(), 5e-3);
    }
}
