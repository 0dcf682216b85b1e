package org.epsilonet.examples.fourier;

import org.epsilonet.api.function.Grid;

/** Line transforms along every coordinate of a row-major grid, one after the other: \(O(N \log N)\) for \(N\) points. */
final class GridTransform {
    private GridTransform() {}

    /** The coefficients of all atoms of a grid, row-major. */
    static double[] analyze(Basis basis, double[] values, Grid grid) {
        double[] coefficients = values.clone();
        for (int axis = grid.dimension() - 1; axis >= 0; axis--) {
            LineTransform transform = basis.line(grid.length(axis));
            alongLines(coefficients, grid, axis, transform, true);
        }
        return coefficients;
    }

    /** The sum of atoms at the cell centres of any grid: what the atoms look like there, then the inverse transform. */
    static double[] synthesize(Atoms atoms, double[] coefficients, Grid grid) {
        int d = grid.dimension();
        LineTransform[] transforms = new LineTransform[d];
        for (int axis = 0; axis < d; axis++) {
            transforms[axis] = atoms.dictionary().basis().line(grid.length(axis));
        }
        double[] values = new double[grid.points()];
        for (int i = 0; i < coefficients.length; i++) {
            int place = 0;
            double c = coefficients[i];
            for (int axis = 0; axis < d; axis++) {
                int index = atoms.index(i, axis);
                place = place * grid.length(axis) + transforms[axis].folded(index);
                c *= atoms.foldingFactor(i, axis, transforms[axis]);
            }
            values[place] += c;
        }
        for (int axis = 0; axis < d; axis++) {
            alongLines(values, grid, axis, transforms[axis], false);
        }
        return values;
    }

    private static void alongLines(double[] values, Grid grid, int axis, LineTransform transform, boolean forward) {
        int n = grid.length(axis);
        int stride = 1;
        for (int k = axis + 1; k < grid.dimension(); k++) {
            stride *= grid.length(k);
        }
        double[] line = new double[n];
        for (int block = 0; block < values.length; block += n * stride) {
            for (int start = block; start < block + stride; start++) {
                boolean isZero = true;
                for (int i = 0; i < n; i++) {
                    line[i] = values[start + i * stride];
                    isZero &= line[i] == 0;
                }
                // Few atoms touch few lines.
                if (isZero) {
                    continue;
                }
                if (forward) {
                    transform.analyze(line);
                } else {
                    transform.synthesize(line);
                }
                for (int i = 0; i < n; i++) {
                    values[start + i * stride] = line[i];
                }
            }
        }
    }
}
