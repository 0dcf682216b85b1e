package org.epsilonet.families.splines.internal;

import org.epsilonet.api.function.Formula;

/** Local fits to a formula on the interval. */
final class FormulaFit implements LocalFit {
    /** Chebyshev points per degree of freedom in the supremum norm. */
    private static final int OVERSAMPLING = 5;

    private final Formula formula;
    private final Lattice lattice;
    private final boolean sup;
    private final AdaptiveProjection projection;
    private final ProjectionMemory memory;
    private final CellPolynomials legendre;
    private final double[] u;
    private final double[] y;

    FormulaFit(Formula formula, Lattice lattice, int degree, boolean sup, ProjectionMemory memory) {
        this.formula = formula;
        this.lattice = lattice;
        this.sup = sup;
        this.memory = memory;
        this.projection = new AdaptiveProjection(formula, degree, memory);
        this.legendre = CellPolynomials.of(degree, 0);
        int panels = OVERSAMPLING * (degree + 2) - 1;
        this.u = new double[panels + 1];
        this.y = new double[panels + 1];
        for (int i = 0; i <= panels; i++) {
            u[i] = -Math.cos(Math.PI * i / panels);
        }
    }

    @Override
    public void fit(long[] from, long[] to, double[] coefficients, int offset) {
        if (sup) {
            minimax(from[0], to[0], coefficients, offset);
        } else {
            double[] state = projection.on(lattice.position(0, from[0]), lattice.position(0, to[0]));
            System.arraycopy(state, Merging.FIRST, coefficients, offset, legendre.size());
        }
    }

    @Override
    public double error(long[] from, long[] to, double[] coefficients) {
        double a = lattice.position(0, from[0]);
        double b = lattice.position(0, to[0]);
        double[] state = sup ? minimax(a, b, from[0], to[0]) : projection.cheaplyOn(a, b);
        System.arraycopy(state, Merging.FIRST, coefficients, 0, legendre.size());
        return Merging.error(state, 0);
    }

    /** Knots move several times, and most cells stay. */
    private double[] minimax(double a, double b, long from, long to) {
        double[] known = memory.refined.find(a, b);
        if (known == null) {
            double[] fitted = new double[legendre.size()];
            double error = minimax(from, to, fitted, 0);
            known = new double[Merging.FIRST + fitted.length];
            Merging.set(known, 0, b - a, error, fitted, fitted.length);
            memory.refined.keep(a, b, known);
        }
        return known;
    }

    /** On Chebyshev points that include both ends, taken from inside. */
    private double minimax(long from, long to, double[] coefficients, int offset) {
        double a = Math.nextUp(lattice.position(0, from));
        double b = Math.nextDown(lattice.position(0, to));
        for (int i = 0; i < u.length; i++) {
            y[i] = formula.at(Math.max(a, Math.min(b, 0.5 * (a + b) + 0.5 * (b - a) * u[i])));
        }
        return Minimax.fit(legendre, u, y, coefficients, offset);
    }
}
