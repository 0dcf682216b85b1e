package org.epsilonet.families.relu.affine;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.function.LpNorm;

/**
 * Perturbation bound of an expansion. If the atoms of a level satisfy \(\sum_k|\psi_k| \le A\) and \(\int|\psi_k| \le
 * \mu\), then by convexity
 * \[ \Bigl\|\sum_k\delta_k\psi_k\Bigr\|_p \le \min\Bigl(A\max_k\delta_k,\;
 *    A^{1-1/p}\mu^{1/p}\Bigl(\sum_k\delta_k^p\Bigr)^{1/p}\Bigr) , \]
 * and levels add. On a grid the integral is the mean over the samples.
 */
final class LevelwiseBound implements PerturbationBound {
    private final ExpansionStructure structure;
    private final LpNorm norm;

    LevelwiseBound(ExpansionStructure structure, LpNorm norm) {
        this.structure = structure;
        this.norm = norm;
    }

    @Override
    public double of(double[] deltas) {
        double sum = 0;
        int i = 0;
        int used = 0;
        for (Level level : structure.lattice().levels()) {
            int from = i;
            double largest = 0;
            while (i < structure.size() && structure.atom(i) - level.offset() < level.size()) {
                largest = Math.max(largest, deltas[i++]);
            }
            if (largest > 0) {
                sum += ofLevel(level, deltas, from, i, largest);
                used++;
            }
        }
        return PerturbationBound.outward(sum, used);
    }

    private double ofLevel(Level level, double[] deltas, int from, int to, double largest) {
        double all = PerturbationBound.outward(sum(structure.lattice(), level) * largest, 1);
        if (norm.isSup() || largest == Double.POSITIVE_INFINITY) {
            return all;
        }
        double powers = 0;
        for (int i = from; i < to; i++) {
            powers += norm.power(PerturbationBound.outward(deltas[i] / largest, 1));
        }
        // Each power of a number near 1 loses p roundings, each root of a t |ln t| / p.
        double relative = PerturbationBound.outward(powers, (int) (2 + 2 * norm.p()) + to - from)
                * mass(structure.lattice(), level)
                / sum(structure.lattice(), level);
        return Math.min(all, PerturbationBound.outward(all * norm.root(PerturbationBound.outward(relative, 4)), 1024));
    }

    /** \(A\), an upper bound of \(\sum_k|\psi_k|\). */
    static double sum(AtomLattice lattice, Level level) {
        double sum = level.generator().sum();
        double cells = level.generator().cells();
        return lattice.dimension() == 1
                ? sum
                : PerturbationBound.outward(
                        sum * sum + cells * cells * lattice.product().error(), 4);
    }

    /** \(\mu\): the largest value of an atom times the measure of its support. */
    static double mass(AtomLattice lattice, Level level) {
        double sup = level.generator().sup();
        double mass =
                lattice.dimension() == 1 ? sup : sup * sup + lattice.product().error();
        for (int axis = 0; axis < level.dimension(); axis++) {
            double length = Math.scalb((double) level.generator().cells(), -level.exponent(axis));
            if (level.isPerSample()) {
                length = 1.0 / lattice.shape()[axis];
            } else if (lattice.isSampled()) {
                length += 1.0 / lattice.shape()[axis];
            }
            mass *= Math.min(1, length);
        }
        return PerturbationBound.outward(mass, 8);
    }
}
