package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {
    /** Powers up to 3 of numbers below 1 in five dozen operations. */
    private static final double ROUNDING = 1e-12;

    private static double cubic(double... x) {
        double product = 1;
        for (double t : x) {
            product *= 1 - 2 * t + 3 * t * t - 4 * t * t * t;
        }
        return product;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void gridsArePoints(int dimension) {
        Grid grid = Grid.of(Arrays.copyOf(new int[] {5, 3, 9}, dimension));
        Grid other = Grid.of(Arrays.copyOf(new int[] {7, 11, 4}, dimension));
        double[] samples = new Random(5).doubles(grid.points(), -1, 1).toArray();
        for (int points = 1; points <= 4; points++) {
            Interpolation interpolation = new Interpolation(points);
            double[] values = new double[other.points()];
            GridPoints.forEach(other, (i, x) -> values[i] = interpolation.value(grid, samples, x));
            assertArrayEquals(values, interpolation.on(grid, samples, other), 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void fourPointsKeepCubics(int dimension) {
        Grid grid = Grid.of(Arrays.copyOf(new int[] {4, 6, 5}, dimension));
        double[] samples = new double[grid.points()];
        GridPoints.forEach(grid, (i, x) -> samples[i] = cubic(x));
        Grid other = Grid.of(Arrays.copyOf(new int[] {9, 4, 6}, dimension));
        double[] values = new Interpolation(4).on(grid, samples, other);
        GridPoints.forEach(other, (i, x) -> assertEquals(cubic(x), values[i], ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void pointsInARowArePoints(int points) {
        Grid grid = Grid.of(10);
        double[] samples = new Random(6).doubles(10, -1, 1).toArray();
        double[] x = new Random(7).doubles(100).sorted().toArray();
        double[] values = new Interpolation(points).at(samples, x);
        for (int i = 0; i < x.length; i++) {
            assertEquals(new Interpolation(points).value(grid, samples, x[i]), values[i]);
        }
    }
}
