package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/** Which atoms of a {@link DeepDictionary} are used; their coefficients are the parameters. */
final class DeepStructure implements Structure {
    private final DeepDictionary dictionary;
    private final long[] atoms;
    private final int[] ends;

    /**
     * @param dictionary the atoms to choose from
     * @param atoms the chosen ones, increasing; not copied
     */
    DeepStructure(DeepDictionary dictionary, long[] atoms) {
        this.dictionary = dictionary;
        this.atoms = atoms;
        this.ends = new int[dictionary.bandCount()];
        for (int b = 0; b < ends.length; b++) {
            ends[b] = indexFrom(1L << b + dictionary.cascade().coarsest());
        }
    }

    DeepDictionary dictionary() {
        return dictionary;
    }

    @Override
    public int size() {
        return atoms.length;
    }

    /** The atom of parameter i. */
    long atom(int i) {
        return atoms[i];
    }

    /** All atoms; a fresh array. */
    long[] atoms() {
        return atoms.clone();
    }

    /** How many of the atoms have this scale or a coarser one. */
    int end(int scale) {
        int band = dictionary.band(scale);
        return band < ends.length ? ends[band] : atoms.length;
    }

    /** The first parameter whose atom is not below the given one, which is of the given scale. */
    int firstFrom(int scale, long atom) {
        int found = Arrays.binarySearch(atoms, end(scale - 1), end(scale), atom);
        return found >= 0 ? found : -found - 1;
    }

    private int indexFrom(long atom) {
        int found = Arrays.binarySearch(atoms, atom);
        return found >= 0 ? found : -found - 1;
    }

    private int scale(int i) {
        return dictionary.cascade().scale(atoms[i]);
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != atoms.length) {
            throw new IllegalArgumentException("needs " + atoms.length + " coefficients, were " + parameters.length);
        }
        return new DeepApproximant(this, parameters.clone());
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        return new BandwiseBound(dictionary, ends.clone(), norm);
    }

    /** The choice of a linear family needs no bits. */
    @Override
    public void write(SymbolSink sink) {
        if (dictionary.selection() == Selection.BEST) {
            new AtomCode(dictionary.cascade().coarsest(), dictionary.scales()).write(atoms, sink);
        } else if (dictionary.selection() == Selection.TREE) {
            new TreeCode(dictionary.forest()).write(atoms, sink);
        }
    }

    /** The scale, 0 for the coarsest low-pass part. */
    @Override
    public int context(int i) {
        return dictionary.band(scale(i));
    }

    @Override
    public double scale(int i, LpNorm norm) {
        return dictionary.step(scale(i), norm);
    }

    @Override
    public Structure without(boolean[] zero) {
        if (dictionary.selection().isLinear()) {
            return this;
        }
        long[] kept = new long[atoms.length];
        int n = 0;
        for (int i = 0; i < atoms.length; i++) {
            if (!zero[i]) {
                kept[n++] = atoms[i];
            }
        }
        long[] left = Arrays.copyOf(kept, n);
        boolean allowed = dictionary.selection() == Selection.BEST || new TreeCode(dictionary.forest()).isTree(left);
        return allowed ? new DeepStructure(dictionary, left) : this;
    }
}
