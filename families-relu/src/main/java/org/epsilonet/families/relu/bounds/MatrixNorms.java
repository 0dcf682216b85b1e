package org.epsilonet.families.relu.bounds;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.families.relu.AffineMap;

/**
 * Operator norms of a nonnegative matrix given row by row, rounded up: exact for \(q = 1\) and \(\infty\), and for
 * \(q = 2\) the smaller of the Frobenius norm and \(\sqrt{\|A\|_1\|A\|_\infty}\); where signs matter, {@link SpectralNorm}
 * is sharper.
 */
final class MatrixNorms {
    private final double[] columnSums;
    private double largestRow;
    private double squares;
    private int rows;

    MatrixNorms(int columns) {
        this.columnSums = new double[columns];
    }

    /** The norms of the weights of a layer. */
    static MatrixNorms of(AffineMap map) {
        MatrixNorms norms = new MatrixNorms(map.columns());
        double[] row = new double[map.columns()];
        for (int i = 0; i < map.rows(); i++) {
            map.copyRow(i, row);
            norms.add(row);
        }
        return norms;
    }

    /** The weights of a layer, unpacked. */
    static double[][] rows(AffineMap map) {
        double[][] rows = new double[map.rows()][map.columns()];
        for (int i = 0; i < rows.length; i++) {
            map.copyRow(i, rows[i]);
        }
        return rows;
    }

    /** Adds a row; signs do not matter. */
    void add(double[] row) {
        double sum = 0;
        for (int j = 0; j < columnSums.length; j++) {
            double entry = Math.abs(row[j]);
            sum += entry;
            columnSums[j] += entry;
            squares += ComponentwiseBound.product(entry, entry);
        }
        largestRow = Math.max(largestRow, sum);
        rows++;
    }

    double norm(Exponent q) {
        return switch (q) {
            case ONE -> PerturbationBound.outward(largestColumn(), rows);
            case INFINITY -> PerturbationBound.outward(largestRow, columnSums.length);
            case TWO ->
                Math.min(
                        PerturbationBound.outward(Math.sqrt(squares), rows * columnSums.length + 2),
                        PerturbationBound.outward(
                                Math.sqrt(largestRow) * Math.sqrt(largestColumn()), rows + columnSums.length + 4));
        };
    }

    private double largestColumn() {
        double largest = 0;
        for (double sum : columnSums) {
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** \(\|v\|_q\), rounded up. */
    static double ofVector(double[] v, Exponent q) {
        double result = 0;
        for (double entry : v) {
            double magnitude = Math.abs(entry);
            result = switch (q) {
                case ONE -> result + magnitude;
                case INFINITY -> Math.max(result, magnitude);
                case TWO -> result + ComponentwiseBound.product(magnitude, magnitude);
            };
        }
        return PerturbationBound.outward(q == Exponent.TWO ? Math.sqrt(result) : result, v.length + 2);
    }
}
