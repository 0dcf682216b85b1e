package org.epsilonet.api.function;

import java.util.Arrays;

/**
 * The cell centres \(x_i = (i + \tfrac12)/N\) of a grid on the unit cube, in each coordinate, row-major (the last
 * coordinate varies fastest). Its measure gives every point the same mass.
 */
public final class Grid implements Domain {
    private final int[] shape;
    private final int points;

    private Grid(int[] shape, int points) {
        this.shape = shape;
        this.points = points;
    }

    /**
     * The grid with the given number of points per coordinate.
     *
     * @param shape points per coordinate, each {@code >= 1}; their product at most 2^31 - 9
     * @return the grid
     * @throws IllegalArgumentException if the shape is empty, has an entry below 1, or its product is too large
     */
    public static Grid of(int... shape) {
        long product = 1;
        for (int n : shape) {
            if (n < 1) {
                throw new IllegalArgumentException("a grid needs at least one point per coordinate, was " + n);
            }
            product *= n;
            if (product > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("the grid " + Arrays.toString(shape) + " has more than 2^31 points");
            }
        }
        if (shape.length == 0) {
            throw new IllegalArgumentException("a grid needs at least one coordinate");
        }
        return new Grid(shape.clone(), (int) product);
    }

    @Override
    public int dimension() {
        return shape.length;
    }

    /** Points per coordinate, a fresh array. */
    public int[] shape() {
        return shape.clone();
    }

    /** Points along coordinate {@code axis}. */
    public int length(int axis) {
        return shape[axis];
    }

    /** The number \(N\) of points in all. */
    public int points() {
        return points;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid grid && Arrays.equals(shape, grid.shape);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return "Grid" + Arrays.toString(shape);
    }
}
