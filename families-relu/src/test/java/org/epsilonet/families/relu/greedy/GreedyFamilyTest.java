package org.epsilonet.families.relu.greedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreedyFamilyTest {
    private final GreedyFamily family = new GreedyFamily();

    private static Formula smooth(int dimension) {
        return Formula.of("sine", dimension, x -> Math.sin(3 * x[0] + 2 * x[1] * x[1]));
    }

    @ParameterizedTest
    @CsvSource({"2,40", "3,20"})
    void theNetworkComputesTheApproximantWithOneHiddenLayer(int dimension, int budget) {
        RidgeApproximant approximant = (RidgeApproximant)
                family.approximate(smooth(dimension), budget, LpNorm.L2).approximant();
        ReluNetwork network = approximant.network();
        assertEquals(2, network.depth());
        assertTrue(network.width() <= budget + dimension);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100; i++) {
            double[] x = random.doubles(dimension).toArray();
            // A sum of some forty terms below ten.
            assertEquals(network.at(x)[0], approximant.at(x), 1e-12);
        }
    }

    /** The first neuron is found: a ridge of the lattice is reproduced by it and the linear part. */
    @Test
    void aRidgeOfTheLatticeNeedsOneNeuron() {
        RidgeLattice lattice = RidgeLattice.of(new Cube(2), 1);
        for (long neuron : new long[] {5000, 12345, 20001}) {
            double[] parameters = {0.25, -1, 0.5, 2};
            RidgeApproximant ridge = new RidgeStructure(lattice, new long[] {neuron}).realize(parameters);
            Formula target = Formula.of("ridge", 2, ridge::at);
            // The neurons of the lattice are told apart by the fit grid, up to rounding.
            assertTrue(family.approximate(target, 1, LpNorm.L2).distance().value() < 1e-12);
        }
    }

    /** Every direction appears once, of norm 1, and no two are opposite. */
    @ParameterizedTest
    @CsvSource({"2", "3"})
    void directionsHaveNormOneAndDiffer(int dimension) {
        RidgeLattice lattice = RidgeLattice.of(new Cube(dimension), 64);
        int p = lattice.resolution();
        assertEquals(dimension == 2 ? 2 * p : 2 * p * p + 1, lattice.directionCount());
        Set<List<Integer>> seen = new HashSet<>();
        for (int i = 0; i < lattice.directionCount(); i++) {
            List<Integer> v = new ArrayList<>();
            List<Integer> opposite = new ArrayList<>();
            int norm = 0;
            for (int axis = 0; axis < dimension; axis++) {
                int entry = (int) Math.rint(lattice.weight(i, axis) * p);
                v.add(entry);
                opposite.add(-entry);
                norm += Math.abs(entry);
            }
            assertEquals(p, norm);
            assertTrue(seen.add(v) && !seen.contains(opposite));
        }
    }

    @Test
    void largeGridsAreFittedByBlocks() {
        var samples = smooth(2).sampledOn(700, 301);
        double error = family.approximate(samples, 60, LpNorm.L2).distance().value();
        double onTheSquare =
                family.approximate(smooth(2), 60, LpNorm.L2).distance().value();
        // Blocks and the fit grid of a formula are equally fine; samples and square differ by little.
        assertEquals(onTheSquare, error, 0.3 * onTheSquare);
        assertEquals(
                700 * 301,
                family.approximate(samples, 5, LpNorm.L2).approximant().on(Grid.of(700, 301)).length);
    }

    /**
     * Asymptotically smooth functions gain at least the rate of the variation ball, 1/2 + 3/(2d) = 1.25 for d = 2. From 8
     * to 64 neurons the slope is still -1.09, and this holds only that: more than first order.
     */
    @Test
    void smoothFunctionsGainMoreThanFirstOrder() {
        var approximations = family.approximations(smooth(2), LpNorm.L2);
        double slope = Math.log(approximations.apply(64).distance().value()
                        / approximations.apply(8).distance().value())
                / Math.log(8);
        assertTrue(slope < -1.05, "slope " + slope);
    }

    @Test
    void isEncodableAndCitesTheLinearWidth() {
        assertEquals(
                EncodabilityVerdict.Kind.ENCODABLE,
                family.encodability(new Cube(2), LpNorm.L2).verdict().kind());
        assertEquals(
                0.75,
                family.theoreticalSpeed(new Smoothness.Barron(2), LpNorm.L2)
                        .orElseThrow()
                        .speed());
    }
}
