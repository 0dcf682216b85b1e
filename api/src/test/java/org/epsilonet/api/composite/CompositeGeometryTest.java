package org.epsilonet.api.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.junit.jupiter.api.Test;

/** Cells fill their domain, and hulls hold what is best at every price. */
class CompositeGeometryTest {
    /** The function 1. */
    private record One(int dimension) implements Approximant {
        @Override
        public Structure structure() {
            throw new UnsupportedOperationException("nobody asks for it");
        }

        @Override
        public double[] parameters() {
            return new double[0];
        }

        @Override
        public double at(double... x) {
            return 1;
        }
    }

    private static List<Cell> smallest(Dissection dissection, Cell cell) {
        List<Cell> children = dissection.children(cell);
        return children.isEmpty()
                ? List.of(cell)
                : children.stream()
                        .flatMap(child -> smallest(dissection, child).stream())
                        .toList();
    }

    @Test
    void cellsOfGridsAreWholeSamplesAndNotTooFew() {
        Grid[] grids = {
            Grid.of(1), Grid.of(31), Grid.of(32), Grid.of(97), Grid.of(5000), Grid.of(33, 100), Grid.of(8, 64)
        };
        for (Grid grid : grids) {
            Dissection dissection = new Dissection(grid);
            int[] covered = new int[grid.points()];
            List<Cell> cells = smallest(dissection, dissection.root());
            for (Cell cell : cells) {
                for (int axis = 0; axis < grid.dimension(); axis++) {
                    assertTrue(cell.width(axis) >= Math.min(16, grid.length(axis)), cell + " of " + grid);
                }
                double[] one = new double[grid.points()];
                GridWindow.of(grid, dissection, cell).fill(one, new One(grid.dimension()));
                for (int i = 0; i < one.length; i++) {
                    covered[i] += (int) one[i];
                }
            }
            assertTrue(Arrays.stream(covered).allMatch(times -> times == 1), grid.toString());
            // Shares are rounded quotients.
            assertEquals(1, cells.stream().mapToDouble(dissection::share).sum(), 1e-13);
            assertTrue(cells.size() <= (grid.dimension() == 1 ? 64 : 256));
        }
    }

    /** Every cell centre of any grid belongs to the cell of which it is a point. */
    @Test
    void otherGridsFallIntoTheSameCells() {
        for (int samples : new int[] {97, 318, 1024}) {
            Dissection dissection = new Dissection(Grid.of(samples));
            for (int n : new int[] {1, 2, 63, 64, 97, 159, 194, 1001}) {
                int next = 0;
                for (Cell cell : smallest(dissection, dissection.root())) {
                    int begin = dissection.firstCentre(0, cell.from()[0], n);
                    int end = dissection.firstCentre(0, cell.to()[0], n);
                    assertEquals(next, begin);
                    for (int i = begin; i < end; i++) {
                        double[] place = {(i + 0.5) / n};
                        assertTrue(dissection.holds(cell, place), i + " of " + n + " in " + cell);
                    }
                    next = end;
                }
                assertEquals(n, next);
            }
        }
    }

    @Test
    void theHullHoldsTheBestAtEveryPrice() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            List<Candidate> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                all.add(new Candidate(1 + random.nextInt(20), random.nextInt(50), new Choice.Cut(List.of())));
            }
            List<Candidate> hull = Candidate.hull(all);
            for (double price = 0.01; price < 100; price *= 1.3) {
                double lambda = price;
                double best = all.stream()
                        .mapToDouble(c -> c.error() + lambda * c.cost())
                        .min()
                        .orElseThrow();
                double kept = hull.stream()
                        .mapToDouble(c -> c.error() + lambda * c.cost())
                        .min()
                        .orElseThrow();
                assertEquals(best, kept);
            }
            for (int i = 1; i < hull.size(); i++) {
                assertTrue(hull.get(i).cost() > hull.get(i - 1).cost()
                        && hull.get(i).error() < hull.get(i - 1).error());
            }
        }
    }
}
