package org.epsilonet.families.wavelets.internal;

import java.util.Optional;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The atoms among which \(M\) are chosen on [0, 1]: the discrete wavelets on \(2^{50}\) samples, made functions by {@link
 * Interpolation}, of the scales below \(J(M)\). Dictionaries of larger budgets contain those of smaller ones.
 *
 * @param cascade the wavelets
 * @param scales \(J(M)\), so that there are \(2^J\) atoms
 * @param size \(M\)
 * @param selection how the atoms are chosen
 */
record DeepDictionary(DeepCascade cascade, int scales, int size, Selection selection) implements BandedDictionary {
    /** The fine grid is longer than an array; interpolation norms depend on a few samples at the ends. */
    private static final Grid LONG_GRID = Grid.of(1 << 20);

    @Override
    public WaveletSystem system() {
        return cascade.system();
    }

    /** \(2^J\). */
    long atoms() {
        return 1L << scales;
    }

    /** The coarsest atoms, then one band for each scale. */
    @Override
    public int bandCount() {
        return 1 + Math.max(0, scales - cascade.coarsest());
    }

    /** The band of a scale. */
    int band(int scale) {
        return scale - cascade.coarsest() + 1;
    }

    private int scale(int band) {
        return cascade.coarsest() - 1 + band;
    }

    @Override
    public double atoms(int band) {
        return Math.scalb(1.0, Math.max(cascade.coarsest(), scale(band)));
    }

    @Override
    public double two(int band) {
        return cascade.two(scale(band));
    }

    @Override
    public double sup(int band) {
        return cascade.sup(scale(band));
    }

    private Interpolation interpolation() {
        return new Interpolation(system().interpolationPoints());
    }

    @Override
    public double samples() {
        return Math.scalb(1.0, DeepCascade.FINEST);
    }

    @Override
    public double continuousTwo() {
        return interpolation().two(LONG_GRID);
    }

    @Override
    public double continuousSup() {
        return interpolation().sup(LONG_GRID);
    }

    @Override
    public int depth() {
        return DeepCascade.FINEST;
    }

    @Override
    public double log2Structures() {
        return switch (selection) {
            case FIRST -> 0;
            case BEST -> subsets().log2Count();
            case TREE -> forest().log2Subtrees(size);
        };
    }

    /** The atoms as trees. */
    Heap forest() {
        return new Heap(cascade.coarsest(), scales);
    }

    private Subsets subsets() {
        return new Subsets(atoms(), size);
    }

    @Override
    public Optional<StructureNumbering> numbering() {
        return switch (selection) {
            case FIRST -> Optional.of(StructureNumbering.only(first()));
            case BEST -> subsets().numbering(0, 1, DeepDictionary::atoms, chosen -> new DeepStructure(this, chosen));
            case TREE -> Optional.empty();
        };
    }

    private static long[] atoms(Structure s) {
        if (!(s instanceof DeepStructure wavelets)) {
            throw new IllegalArgumentException("not a choice of wavelets");
        }
        return wavelets.atoms();
    }

    @Override
    public Structure read(SymbolSource source) throws CorruptCodeException {
        return switch (selection) {
            case FIRST -> first();
            case BEST -> new DeepStructure(this, new AtomCode(cascade.coarsest(), scales).read(size, source));
            case TREE -> new DeepStructure(this, new TreeCode(forest()).read(size, source));
        };
    }

    /** The structure of the coarsest atoms. */
    DeepStructure first() {
        long[] atoms = new long[size];
        for (int i = 0; i < atoms.length; i++) {
            atoms[i] = i;
        }
        return new DeepStructure(this, atoms);
    }

    /** Takes size terms of a target's. */
    DeepStructure chosen(Terms terms) {
        return switch (selection) {
            case FIRST -> first();
            case BEST -> new DeepStructure(this, terms.largest(size, atoms()));
            case TREE -> new DeepStructure(this, terms.tree(size, forest()));
        };
    }

    /** How coarsely a coefficient of a scale may be quantized: one over the atom's supremum norm, a power of two. */
    double step(int scale, LpNorm norm) {
        return norm.isSup() && scale >= cascade.coarsest() ? Math.scalb(1.0, -scale / 2) : 1;
    }
}
