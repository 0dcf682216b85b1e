package org.epsilonet.api.composite;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.function.Grid;

/**
 * The tree of all cells of a grid: halves along every axis that is long enough. Places are whole samples along each axis; so
 * a cell is a grid, of any length.
 */
final class Dissection {
    /** The largest number of cuts on the way to a cell, on the line and in the plane: 64 and 256 cells. */
    private static final int[] DEEPEST = {6, 4};

    /** The least number of samples of a cell along an axis that is cut. */
    private static final int SHORTEST = 16;

    private final Grid grid;
    private final int[] steps;
    private final int deepest;
    private final Cell root;

    Dissection(Grid grid) {
        this.grid = grid;
        this.steps = grid.shape();
        this.deepest = DEEPEST[grid.dimension() - 1];
        this.root = new Cell(0, new int[steps.length], steps.clone());
    }

    Grid grid() {
        return grid;
    }

    int dimension() {
        return steps.length;
    }

    /** How many samples there are along an axis. */
    int steps(int axis) {
        return steps[axis];
    }

    int deepest() {
        return deepest;
    }

    Cell root() {
        return root;
    }

    /** The halves of a cell in row-major order; none if it is as small as they get. */
    List<Cell> children(Cell cell) {
        if (cell.level() == deepest) {
            return List.of();
        }
        List<Cell> parts = List.of(new Cell(cell.level() + 1, cell.from(), cell.to()));
        for (int axis = 0; axis < steps.length; axis++) {
            if (cell.width(axis) >= 2 * SHORTEST) {
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

    /** Whether a point lies in a cell, a half-open box but for the last ones; equal quotients round equally. */
    boolean holds(Cell cell, double[] x) {
        for (int axis = 0; axis < x.length; axis++) {
            if (cell.from()[axis] > 0 && x[axis] < begin(cell, axis) || !isBeforeEnd(cell, axis, x[axis])) {
                return false;
            }
        }
        return true;
    }

    boolean isBeforeEnd(Cell cell, int axis, double x) {
        return cell.to()[axis] == steps[axis] || x < (double) cell.to()[axis] / steps[axis];
    }

    /** Where a cell begins along an axis. */
    double begin(Cell cell, int axis) {
        return (double) cell.from()[axis] / steps[axis];
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
