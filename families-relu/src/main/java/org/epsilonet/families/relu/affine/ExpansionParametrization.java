package org.epsilonet.families.relu.affine;

import java.util.Arrays;
import java.util.Optional;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * At most \(M\) atoms of a lattice.
 *
 * @param lattice the lattice
 */
record ExpansionParametrization(AtomLattice lattice) implements Parametrization {
    private static final double RADIUS = 32;

    @Override
    public double log2Structures() {
        return subsets().log2Count();
    }

    private Subsets subsets() {
        return new Subsets(lattice.size(), size());
    }

    @Override
    public int size() {
        return lattice.budget();
    }

    /** Local functionals are bounded in \(L^2\) by the root of the number of cells, on average over one. */
    @Override
    public double radius() {
        Level finest = lattice.levels().get(lattice.levels().size() - 1);
        double cells = 1;
        for (int axis = 0; axis < finest.dimension(); axis++) {
            cells = Math.scalb(cells, finest.exponent(axis));
        }
        return RADIUS * Math.sqrt(cells);
    }

    @Override
    public double lipschitz(LpNorm norm) {
        double sum = 0;
        for (Level level : lattice.levels()) {
            sum += LevelwiseBound.sum(lattice, level);
        }
        return PerturbationBound.outward(sum, lattice.levels().size());
    }

    @Override
    public Optional<StructureNumbering> numbering() {
        return subsets()
                .numbering(0, 1, ExpansionParametrization::atoms, atoms -> new ExpansionStructure(lattice, atoms));
    }

    private static long[] atoms(Structure s) {
        if (s instanceof ExpansionStructure expansion) {
            return expansion.atoms();
        }
        throw new IllegalArgumentException("not a choice of atoms");
    }

    @Override
    public Structure read(SymbolSource source) throws CorruptCodeException {
        return new ExpansionStructure(lattice, AtomTree.read(lattice, source));
    }

    /** No atom at all. */
    ExpansionApproximant zero() {
        return new ExpansionStructure(lattice, new long[0]).realize(new double[0]);
    }

    /** Every sample by an atom of its own; samples that vanish need none. */
    ExpansionApproximant matching(double[] values) {
        Level single = lattice.levels().get(lattice.levels().size() - 1);
        long[] atoms = new long[values.length];
        double[] coefficients = new double[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                atoms[n] = single.offset() + i;
                coefficients[n++] = values[i] / SampleExpansion.height(lattice, single, Grid.of(lattice.shape()), i);
            }
        }
        return new ExpansionStructure(lattice, Arrays.copyOf(atoms, n)).realize(Arrays.copyOf(coefficients, n));
    }
}
