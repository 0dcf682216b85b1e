package org.epsilonet.api.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;

/**
 * The tree of all cells of a domain: halves along every axis that is long enough. Places are whole steps along each axis,
 * samples on a grid; so a cell of a grid is a grid, of any length.
 */
final class Dissection {
    /** The largest number of cuts on the way to a cell, on the line and in the plane: 64 and 256 cells. */
    private static final int[] DEEPEST = {6, 4};

    /** The least number of samples of a cell along an axis that is cut. */
    private static final int SHORTEST = 16;

    private final Domain domain;
    private final int[] steps;
    private final int shortest;
    private final int deepest;

    private Dissection(Domain domain, int[] steps, int shortest, int deepest) {
        this.domain = domain;
        this.steps = steps;
        this.shortest = shortest;
        this.deepest = deepest;
    }

    static Dissection of(Domain domain) {
        int deepest = DEEPEST[domain.dimension() - 1];
        if (domain instanceof Grid grid) {
            return new Dissection(domain, grid.shape(), SHORTEST, deepest);
        }
        int[] steps = new int[domain.dimension()];
        Arrays.fill(steps, 1 << deepest);
        return new Dissection(domain, steps, 1, deepest);
    }

    Domain domain() {
        return domain;
    }

    int dimension() {
        return steps.length;
    }

    /** How many steps the domain has along an axis. */
    int steps(int axis) {
        return steps[axis];
    }

    int deepest() {
        return deepest;
    }

    Cell root() {
        return new Cell(0, new int[steps.length], steps.clone());
    }

    /** The halves of a cell in row-major order; none if it is as small as they get. */
    List<Cell> children(Cell cell) {
        if (cell.level() == deepest) {
            return List.of();
        }
        List<Cell> parts = List.of(new Cell(cell.level() + 1, cell.from(), cell.to()));
        for (int axis = 0; axis < steps.length; axis++) {
            if (cell.width(axis) >= 2 * shortest) {
                parts = halved(parts, axis);
            }
        }
        return parts.size() == 1 ? List.of() : parts;
    }

    private static List<Cell> halved(List<Cell> cells, int axis) {
        List<Cell> halves = new ArrayList<>();
        for (Cell cell : cells) {
            int[] end = cell.to().clone();
            int[] begin = cell.from().clone();
            int middle = begin[axis] + cell.width(axis) / 2;
            end[axis] = middle;
            begin[axis] = middle;
            halves.add(new Cell(cell.level(), cell.from(), end));
            halves.add(new Cell(cell.level(), begin, cell.to()));
        }
        return halves;
    }

    /** The share of the cell in the measure of the domain. */
    double share(Cell cell) {
        double share = 1;
        for (int axis = 0; axis < steps.length; axis++) {
            share *= (double) cell.width(axis) / steps[axis];
        }
        return share;
    }

    /** The cell as a domain of its own. */
    Domain domain(Cell cell) {
        return domain instanceof Grid ? Grid.of(cell.widths()) : new Cube(steps.length);
    }

    /** Where a point of the domain is in a cell, in [0, 1]. */
    double[] local(Cell cell, double[] x) {
        double[] t = new double[x.length];
        for (int axis = 0; axis < x.length; axis++) {
            t[axis] = local(cell, axis, x[axis]);
        }
        return t;
    }

    double local(Cell cell, int axis, double x) {
        return Math.min(1, Math.max(0, (x * steps[axis] - cell.from()[axis]) / cell.width(axis)));
    }

    /** Where a point of a cell is in the domain. */
    double global(Cell cell, int axis, double t) {
        return (cell.from()[axis] + t * cell.width(axis)) / steps[axis];
    }

    /** The first of \(n\) cell centres along an axis that does not lie before a place. */
    int firstCentre(int axis, int place, int n) {
        long twice = 2L * place * n;
        return (int) ((twice + steps[axis] - 1) / (2L * steps[axis]));
    }

    /** Whether the cell ends between centres of a grid of \(n\), so that those in it are the centres of its own grid. */
    boolean isAligned(Cell cell, int axis, int n) {
        return (long) cell.from()[axis] * n % steps[axis] == 0 && (long) cell.to()[axis] * n % steps[axis] == 0;
    }
}
