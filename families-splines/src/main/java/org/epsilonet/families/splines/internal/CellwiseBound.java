package org.epsilonet.families.splines.internal;

import java.util.HashMap;
import java.util.Map;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.function.LpNorm;

/**
 * Perturbation of the coefficients in orthonormal bases on disjoint cells. On a cell \(\|\sum_j\delta_jp_j\|_2 =
 * (\sum_j\delta_j^2)^{1/2}\), exactly, and \(\|\cdot\|_\infty \le \sum_j\delta_j\|p_j\|_\infty\), attained at a corner on
 * the continuum; in between \(\|g\|_p \le \|g\|_2\) for \(p \le 2\) and \(\|g\|_p \le \|g\|_2^{2/p}\|g\|_\infty^{1-2/p}\)
 * for \(p \ge 2\). Over cells, \(p\)-th powers add with the measures of the cells.
 */
final class CellwiseBound implements PerturbationBound {
    private final PiecewiseStructure structure;
    private final Cells cells;
    private final LpNorm norm;
    private final double[][] largest;

    CellwiseBound(PiecewiseStructure structure, LpNorm norm) {
        this.structure = structure;
        this.cells = structure.cells();
        this.norm = norm;
        this.largest = norm.p() > 2 ? largestValues() : new double[0][];
    }

    /** For every cell the largest values of its polynomials; equal cells share them. */
    private double[][] largestValues() {
        double[][] values = new double[cells.count()][];
        Map<Long, double[]> known = new HashMap<>();
        int dimension = cells.lattice().dimension();
        double[][] along = new double[dimension][];
        for (int c = 0; c < values.length; c++) {
            for (int axis = 0; axis < dimension; axis++) {
                along[axis] = ofAxis(c, axis, known);
            }
            TotalDegree basis = structure.basis(c);
            values[c] = new double[basis.count()];
            basis.products(along, values[c]);
        }
        return values;
    }

    private double[] ofAxis(int c, int axis, Map<Long, double[]> known) {
        long points = cells.lattice().points(cells.to(c, axis) - cells.from(c, axis));
        return known.computeIfAbsent(
                points, n -> CellPolynomials.of(structure.degree(), n).largest(n));
    }

    @Override
    public double of(double[] deltas) {
        double scale = 0;
        for (double delta : deltas) {
            scale = Math.max(scale, delta);
        }
        if (scale == 0 || scale == Double.POSITIVE_INFINITY) {
            return scale;
        }
        double total = 0;
        for (int c = 0; c < cells.count(); c++) {
            double ofCell = onCell(c, deltas, scale);
            total = norm.isSup() ? Math.max(total, ofCell) : total + cells.measure(c) * norm.power(ofCell);
        }
        // Roundings of the sums, of pow, of the polynomials' values and of the measures.
        return PerturbationBound.outward(scale * norm.root(total), cells.count() + 64);
    }

    private double onCell(int c, double[] deltas, double scale) {
        double squares = 0;
        double sum = 0;
        int offset = structure.offset(c);
        for (int i = offset; i < structure.offset(c + 1); i++) {
            double delta = deltas[i] / scale;
            squares += delta * delta;
            sum += norm.p() > 2 ? delta * largest[c][i - offset] : 0;
        }
        if (norm.isSup()) {
            return sum;
        }
        double inMean = Math.sqrt(squares);
        return norm.p() <= 2 ? inMean : Math.pow(inMean, 2 / norm.p()) * Math.pow(sum, 1 - 2 / norm.p());
    }
}
