package org.epsilonet.families.relu.affine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.families.relu.AffineExpansion;
import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeepSplineTest {
    private static final Formula SMOOTH = Formula.of("exp", Math::exp);
    private static final Formula SMOOTH_2D = Formula.of("sine", 2, x -> Math.sin(3 * x[0] + 2 * x[1] * x[1]));
    private static final Formula JUMP = Formula.of("jump", x -> x < 1 / 3.0 ? x : Math.sin(3 * x), 1 / 3.0);

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "1,3", "2,1", "2,2", "2,3"})
    void theNetworkComputesTheApproximantAndHasTheSizesReported(int dimension, int degree) {
        Formula target = dimension == 1 ? SMOOTH : SMOOTH_2D;
        ExpansionApproximant approximant = (ExpansionApproximant)
                AffineFamily.splines(degree).approximate(target, 40, LpNorm.L2).approximant();
        AffineExpansion expansion = approximant.expansion();
        ReluNetwork network = approximant.network();
        assertEquals(network.nonzeros(), expansion.nonzeros());
        assertEquals(network.depth(), expansion.depth());
        assertEquals(network.largestWeight(), expansion.largestWeight());
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            double[] x = random.doubles(dimension).toArray();
            // Ramps of size 2^j, coefficients up to about 10, and 2^-53.
            assertEquals(approximant.at(x), network.at(x)[0], 1e-11);
        }
    }

    @Test
    void theEmulatedExpansionIsCloserThanCertified() {
        double[] theta = new SplittableRandom(5).doubles(30, -1, 1).toArray();
        for (int degree = 2; degree <= 3; degree++) {
            AtomLattice coarse = lattice(degree, 3);
            AtomLattice exact = lattice(degree, Multiplication.MOST);
            long[] atoms = new SplittableRandom(6)
                    .longs(0, 200)
                    .distinct()
                    .limit(30)
                    .sorted()
                    .toArray();
            ExpansionApproximant emulated = new ExpansionStructure(coarse, atoms).realize(theta);
            ExpansionApproximant expansion = new ExpansionStructure(exact, atoms).realize(theta);
            double worst = 0;
            for (int i = 0; i <= 5000; i++) {
                worst = Math.max(worst, Math.abs(emulated.at(i / 5000.0) - expansion.at(i / 5000.0)));
            }
            double certified = emulated.expansion().error();
            assertTrue(worst <= certified && worst > 0.002 * certified, worst + " is certified as " + certified);
        }
    }

    private static AtomLattice lattice(int degree, int compositions) {
        AtomLattice usual = AtomLattice.of(new SplineSystem(degree), new Cube(1), 64);
        Multiplication product = new Multiplication(compositions);
        return new AtomLattice(
                new SplineSystem(degree).levels(new int[] {20}, product), product, usual.shape(), usual.budget());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "1,3", "2,1", "2,2"})
    void smoothFunctionsAreApproximatedAtTheOrderOfTheSplines(int dimension, int degree) {
        AffineFamily family = AffineFamily.splines(degree);
        var approximations = family.approximations(dimension == 1 ? SMOOTH : SMOOTH_2D, LpNorm.L2);
        int low = dimension == 1 ? 32 : 128;
        int high = dimension == 1 ? 512 : 2048;
        double slope = Math.log(approximations.apply(high).distance().value()
                        / approximations.apply(low).distance().value())
                / Math.log((double) high / low);
        // At first the (2^j + K)^d splines of a scale are more than 2^(jd), so the slope begins steeper.
        double order = (degree + 1.0) / dimension;
        assertTrue(slope < 0.1 - order && slope > -0.45 - order, "slope " + slope);
    }

    /** Jumps cost a few atoms per scale: piecewise smooth functions are as easy as smooth ones. */
    @Test
    void jumpsDoNotSlowDown() {
        var approximations = AffineFamily.splines(1).approximations(JUMP, LpNorm.L2);
        double slope = Math.log(approximations.apply(2048).distance().value()
                        / approximations.apply(128).distance().value())
                / Math.log(16);
        assertTrue(slope < -1.9, "slope " + slope);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void asManyAtomsAsSamplesMatchAllData(int degree) {
        SplittableRandom random = new SplittableRandom(11);
        for (int[] shape : new int[][] {{1}, {2}, {37}, {64}, {5, 9}, {1, 7}, {16, 3}}) {
            Grid grid = Grid.of(shape);
            Samples noise = Samples.of(
                    "noise", grid, random.doubles(grid.points(), -1, 1).toArray());
            Approximation all = AffineFamily.splines(degree).approximate(noise, grid.points(), LpNorm.SUP);
            assertTrue(all.distance().value() < 1e-15, all.distance().toString());
        }
    }

    /** Values at single points, on grids and at increasing points are the same bits. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void allWaysOfEvaluationAgreeBitForBit(int degree) {
        AffineFamily family = AffineFamily.splines(degree);
        var line = family.approximate(JUMP, 100, LpNorm.L2).approximant();
        double[] onLine = line.on(Grid.of(999));
        var plane = family.approximate(SMOOTH_2D, 100, LpNorm.L2).approximant();
        double[] onPlane = plane.on(Grid.of(31, 23));
        double[] singly = new double[onLine.length];
        for (int i = 0; i < singly.length; i++) {
            singly[i] = line.at((i + 0.5) / singly.length);
        }
        assertArrayEquals(onLine, singly);
        for (int i = 0; i < onPlane.length; i++) {
            assertEquals(onPlane[i], plane.at((i / 23 + 0.5) / 31, (i % 23 + 0.5) / 23));
        }
    }
}
