package org.epsilonet.families.splines.internal;

import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * Near-best approximation of a target by polynomials of total degree at most \(k\) on single cells: the orthogonal
 * projection for \(p < \infty\); for the supremum norm the best polynomial on the samples or on Chebyshev points (d =
 * 1), or the projection moved by the midrange of its residual (d = 2, 3). Not thread-safe.
 */
public interface LocalFit {
    /**
     * A nearly best polynomial on a cell.
     *
     * @param from lower corner, in steps of the lattice
     * @param to upper corner
     * @param coefficients receives the coefficients in the orthonormal basis of the cell
     * @param offset where
     */
    void fit(long[] from, long[] to, double[] coefficients, int offset);

    /**
     * A polynomial that need not be quite as good, but is cheap, and what the cell then contributes to the error:
     * \(\int_{cell}|f-q|^2\) in the measure of the domain for \(p < \infty\), \(\max|f-q|\) for the supremum norm.
     * Arguments as for {@link #fit}.
     */
    double error(long[] from, long[] to, double[] coefficients);

    /** The local fits of a target on a lattice. */
    static LocalFit of(Target target, Lattice lattice, int degree, LpNorm norm) {
        return of(target, lattice, degree, norm, new ProjectionMemory());
    }

    /** The same, where others remember for formulas of one variable what was projected before. */
    static LocalFit of(Target target, Lattice lattice, int degree, LpNorm norm, ProjectionMemory memory) {
        if (target instanceof Samples samples) {
            return new SampleFit(samples, degree, norm.isSup());
        }
        Formula formula = (Formula) target;
        return formula.dimension() == 1
                ? new FormulaFit(formula, lattice, degree, norm.isSup(), memory)
                : new CubeFormulaFit(formula, lattice, degree, norm.isSup());
    }
}
