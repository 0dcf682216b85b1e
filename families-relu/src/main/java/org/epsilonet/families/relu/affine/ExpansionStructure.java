package org.epsilonet.families.relu.affine;

import java.util.Arrays;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/** Which atoms of a lattice are used, and with it all weights of the network but the coefficients, which are parameters. */
final class ExpansionStructure implements Structure {
    private static final int MOST_CONTEXTS = 64;

    private final AtomLattice lattice;
    private final long[] atoms;

    /** Takes over an increasing list of atoms. */
    ExpansionStructure(AtomLattice lattice, long[] atoms) {
        this.lattice = lattice;
        this.atoms = atoms;
    }

    AtomLattice lattice() {
        return lattice;
    }

    long atom(int i) {
        return atoms[i];
    }

    /** The index of the first atom that is not less; the size if there is none. */
    int indexFrom(long atom) {
        int i = Arrays.binarySearch(atoms, atom);
        return i >= 0 ? i : -i - 1;
    }

    /** The atoms; a fresh array. */
    long[] atoms() {
        return atoms.clone();
    }

    @Override
    public int size() {
        return atoms.length;
    }

    @Override
    public ExpansionApproximant realize(double[] parameters) {
        if (parameters.length != atoms.length) {
            throw new IllegalArgumentException(
                    "there are " + atoms.length + " atoms, given were " + parameters.length + " coefficients");
        }
        return new ExpansionApproximant(this, parameters.clone());
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        return new LevelwiseBound(this, norm);
    }

    @Override
    public void write(SymbolSink sink) {
        AtomTree.write(lattice, atoms, sink);
    }

    @Override
    public int context(int i) {
        return Math.min(MOST_CONTEXTS - 1, lattice.levelOf(atoms[i]));
    }

    /** Steps so that all levels contribute alike: atoms of mass \(\mu\) have norm \(\mu^{1/p}\). */
    @Override
    public double scale(int i, LpNorm norm) {
        if (norm.isSup()) {
            return 1;
        }
        double mass = LevelwiseBound.mass(lattice, lattice.levels().get(lattice.levelOf(atoms[i])));
        return norm.p() == 2 ? 1 / Math.sqrt(mass) : StrictMath.pow(mass, -1 / norm.p());
    }

    @Override
    public Structure without(boolean[] zero) {
        long[] kept = new long[atoms.length];
        int n = 0;
        for (int i = 0; i < atoms.length; i++) {
            if (!zero[i]) {
                kept[n++] = atoms[i];
            }
        }
        return new ExpansionStructure(lattice, Arrays.copyOf(kept, n));
    }
}
