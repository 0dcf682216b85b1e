package org.epsilonet.families.relu.greedy;

import java.util.Arrays;

/**
 * Inner products of a function on a grid with all neurons of a lattice, a direction at a time, in \(O(N+Q)\): with \(u =
 * Q(w\cdot x - \min)\) the neuron of offset \(q\) is \(\sigma(u-q)/Q\), and \(\sum_{u>q} r_u(u - q) = \sum_{u>q} r_uu -
 * q\sum_{u>q} r_u\) for all \(q\) at once, from suffix sums over bins of \(u\). All results are in units of \(Q\). Not
 * thread-safe: it keeps its work space.
 */
final class RidgeProducts {
    private final RidgeLattice lattice;
    private final FitGrid data;
    private final double[] lowest;

    /** Where a row of the grid begins, by axis: the number of its point there. */
    private final int[][] rows;

    private final double[] sums;
    private final double[] moments;
    private final double[] squares;

    RidgeProducts(RidgeLattice lattice, FitGrid data) {
        this.lattice = lattice;
        this.data = data;
        this.lowest = new double[lattice.directionCount()];
        Arrays.setAll(lowest, lattice::lowest);
        this.rows = rows(data);
        this.sums = new double[lattice.offsets() + 1];
        this.moments = new double[lattice.offsets() + 1];
        this.squares = new double[lattice.offsets() + 1];
    }

    private static int[][] rows(FitGrid data) {
        int last = data.dimension() - 1;
        int count = data.size() / data.axes()[last].length;
        int[][] rows = new int[last][count];
        int after = 1;
        for (int axis = last - 1; axis >= 0; axis--) {
            int length = data.axes()[axis].length;
            for (int row = 0; row < count; row++) {
                rows[axis][row] = row / after % length;
            }
            after *= length;
        }
        return rows;
    }

    /** A vector times the weights of the grid. */
    double[] weighted(double[] vector) {
        double[] values = new double[vector.length];
        Arrays.setAll(values, i -> vector[i] * data.weights()[i]);
        return values;
    }

    /**
     * \(Q\langle r, \sigma(w\cdot x-\tau_q)\rangle\) for all offsets.
     *
     * @param direction \(w\)
     * @param weighted \(r\), weighted
     * @param products entry \(q\) receives the product
     */
    void of(int direction, double[] weighted, double[] products) {
        sort(direction, weighted, false);
        double sum = 0;
        double moment = 0;
        for (int q = lattice.offsets(); q > 0; q--) {
            sum += sums[q];
            moment += moments[q];
            products[q] = moment - q * sum;
        }
    }

    /**
     * \(Q^2\|\sigma(w\cdot x-\tau_q)\|^2\) less given parts, for all offsets.
     *
     * @param direction \(w\)
     * @param masses the squares of the weights of the grid
     * @param parts entry \(q\) is what to subtract; receives the difference, or 0 where it is rounding only: no point
     *     is clearly on the active side
     */
    void squaredNormsLess(int direction, double[] masses, double[] parts) {
        sort(direction, masses, true);
        double sum = 0;
        double moment = 0;
        double square = 0;
        for (int q = lattice.offsets(); q > 0; q--) {
            sum += sums[q];
            moment += moments[q];
            square += squares[q];
            double left = square - 2 * q * moment + (double) q * q * sum - parts[q];
            parts[q] = left > 1e-10 * square ? left : 0;
        }
    }

    /** Sorts values into bins of \(u\): their sums, first and, if asked for, second moments. */
    private void sort(int direction, double[] values, boolean withSquares) {
        Arrays.fill(sums, 0);
        Arrays.fill(moments, 0);
        if (withSquares) {
            Arrays.fill(squares, 0);
        }
        double[] columns = columns();
        double step = columnWeight(direction) * lattice.offsets();
        int highest = lattice.offsets();
        int at = 0;
        for (int row = 0; at < values.length; row++) {
            double base = rowStart(direction, row);
            for (double column : columns) {
                double u = base + step * column;
                int bin = Math.max(0, Math.min(highest, (int) u));
                double value = values[at++];
                sums[bin] += value;
                moments[bin] += value * u;
                if (withSquares) {
                    squares[bin] += value * u * u;
                }
            }
        }
    }

    /** \(\sigma(w\cdot x - \tau)\) of a neuron on the grid, weighted. */
    double[] neuron(long neuron) {
        int direction = lattice.directionOf(neuron);
        double[] columns = columns();
        double step = columnWeight(direction);
        double[] values = new double[data.size()];
        for (int row = 0; row < values.length / columns.length; row++) {
            double base = (rowStart(direction, row) - lattice.offsetOf(neuron)) / lattice.offsets();
            for (int c = 0; c < columns.length; c++) {
                int i = row * columns.length + c;
                values[i] = data.weights()[i] * Math.max(0, base + step * columns[c]);
            }
        }
        return values;
    }

    private double[] columns() {
        return data.axes()[data.dimension() - 1];
    }

    private double columnWeight(int direction) {
        return lattice.weight(direction, data.dimension() - 1);
    }

    /** \(u\) where a row of the grid begins. */
    private double rowStart(int direction, int row) {
        double base = -lowest[direction];
        for (int axis = rows.length - 1; axis >= 0; axis--) {
            base += lattice.weight(direction, axis) * data.axes()[axis][rows[axis][row]];
        }
        return base * lattice.offsets();
    }
}
