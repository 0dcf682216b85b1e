package org.epsilonet.families.relu.affine;

import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * B-splines of one degree at all scales.
 *
 * @param degree \(K\), 1..3
 */
record SplineSystem(int degree) implements AffineSystem {
    /** Products err by \(2^{-26}M^{-(K+1)}\): negligible beside any error that \(M\) terms reach on smooth functions. */
    private static final int SPARE = 12;

    @Override
    public int largestDimension() {
        return 2;
    }

    @Override
    public Multiplication product(int logBudget) {
        return new Multiplication(Math.min(Multiplication.MOST, SPARE + ((degree + 1) * logBudget + 1) / 2));
    }

    @Override
    public Generator coarse(Multiplication product) {
        return new SplineGenerator(degree, product);
    }

    @Override
    public Candidates candidates(Target target, LpNorm norm) {
        AtomLattice lattice = AtomLattice.of(this, target.domain(), AtomLattice.largestBudget(target.domain()));
        return target instanceof Samples samples
                ? new SampleExpansion(degree, samples.grid(), lattice, norm).of(samples)
                : new FormulaExpansion(degree, (Formula) target, lattice, norm).candidates();
    }
}
