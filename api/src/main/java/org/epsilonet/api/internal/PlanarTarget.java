package org.epsilonet.api.internal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;

/**
 * A target on the unit square as {@link PlanarQuadrature} sees it: values at the midpoints of a grid and, along its lines,
 * the jumps between two of them. None of it depends on the approximant. Immutable.
 */
final class PlanarTarget {
    /** Changes between neighbours below this share of the range are left to the midpoint rule. */
    private static final double SMALLEST_JUMP = 0.01;

    private final int side;
    private final double[] values;
    private final double range;
    private final double largest;
    private final Jumps[] jumps;

    /** The jumps along all lines that hold one coordinate fixed, in row-major order of the points behind them. */
    static final class Jumps {
        private int[] at = new int[64];
        private double[] place = new double[64];
        private int count;

        private void add(int point, double where) {
            if (count == at.length) {
                at = Arrays.copyOf(at, 2 * count);
                place = Arrays.copyOf(place, 2 * count);
            }
            at[count] = point;
            place[count++] = where;
        }

        int count() {
            return count;
        }

        /** Jump k is between this point of the grid, in row-major order, and the one before on the line. */
        int at(int k) {
            return at[k];
        }

        /** The coordinate of jump k along its line. */
        double place(int k) {
            return place[k];
        }
    }

    /**
     * Samples and searches.
     *
     * @param f a formula in two variables
     * @param side points per side
     */
    PlanarTarget(Formula f, int side) {
        this.side = side;
        Grid grid = Grid.of(side, side);
        this.values = new double[grid.points()];
        GridPoints.forEach(grid, (i, point) -> values[i] = TargetValues.number(f, point));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        this.range = high - low;
        this.largest = Math.max(Math.abs(low), Math.abs(high));
        this.jumps = isBounded() ? new Jumps[] {jumps(f, 0), jumps(f, 1)} : new Jumps[0];
    }

    /** Whether all values are finite; else there are no jumps. */
    boolean isBounded() {
        return largest < Double.POSITIVE_INFINITY;
    }

    /** Largest minus smallest value. */
    double range() {
        return range;
    }

    /** The change between neighbours from which on it may be a jump. */
    double threshold() {
        return SMALLEST_JUMP * range;
    }

    /** The values at the points of the grid, in row-major order; not to be changed. */
    double[] values() {
        return values;
    }

    /** The jumps along the lines that hold this coordinate fixed. */
    Jumps jumps(int fixed) {
        return jumps[fixed];
    }

    private Jumps jumps(Formula f, int fixed) {
        Jumps found = new Jumps();
        double[] x = new double[2];
        DoubleUnaryOperator along = t -> {
            x[1 - fixed] = t;
            return f.at(x);
        };
        int step = fixed == 0 ? 1 : side;
        for (int i = step; i < values.length; i++) {
            int line = fixed == 0 ? i / side : i % side;
            int j = fixed == 0 ? i % side : i / side;
            if (j > 0 && Math.abs(values[i] - values[i - step]) > threshold()) {
                x[fixed] = (line + 0.5) / side;
                double from = (j - 0.5) / side;
                double to = (j + 0.5) / side;
                double place = JumpSearch.between(along, from, values[i - step], to, values[i], JumpSearch.FINE);
                if (place > from) {
                    found.add(i, place);
                }
            }
        }
        return found;
    }
}
