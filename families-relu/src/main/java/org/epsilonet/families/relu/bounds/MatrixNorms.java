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
    /** Frobenius norm as {@code scale * sqrt(squares)}: the squares of small entries would vanish. */
    private double scale;

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
            addSquare(entry);
        }
        largestRow = Math.max(largestRow, sum);
        rows++;
    }

    private void addSquare(double entry) {
        if (scale == Double.POSITIVE_INFINITY) {
            return;
        }
        if (entry > scale) {
            // The quotient of two numbers that overflowed is of no use.
            double ratio = entry == Double.POSITIVE_INFINITY ? 0 : scale / entry;
            squares = 1 + squares * ratio * ratio;
            scale = entry;
        } else if (entry > 0) {
            double ratio = entry / scale;
            squares += ratio * ratio;
        }
    }

    double norm(Exponent q) {
        return switch (q) {
            case ONE -> PerturbationBound.outward(largestColumn(), rows);
            case INFINITY -> PerturbationBound.outward(largestRow, columnSums.length);
            case TWO ->
                Math.min(
                        frobenius(),
                        PerturbationBound.outward(
                                Math.sqrt(largestRow) * Math.sqrt(largestColumn()), rows + columnSums.length + 4));
        };
    }

    private double frobenius() {
        long operations = 4L * rows * columnSums.length + 4;
        return operations < Integer.MAX_VALUE
                ? PerturbationBound.outward(scale * Math.sqrt(squares), (int) operations)
                : Double.POSITIVE_INFINITY;
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
        MatrixNorms norms = new MatrixNorms(1);
        for (double entry : v) {
            norms.add(new double[] {entry});
        }
        return switch (q) {
            case ONE -> PerturbationBound.outward(norms.largestColumn(), v.length);
            case INFINITY -> norms.largestRow;
            case TWO -> norms.norm(Exponent.TWO);
        };
    }
}
