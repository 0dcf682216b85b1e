package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/** Which atoms of a dictionary are used; their coefficients are the parameters. */
final class WaveletStructure implements Structure {
    private final Dictionary dictionary;
    private final int size;
    /** None where they are the first ones: of very many that would be one more long array. */
    private final int[] listed;

    /**
     * @param dictionary the atoms to choose from
     * @param atoms the chosen ones, increasing; not copied
     */
    WaveletStructure(Dictionary dictionary, int[] atoms) {
        this(dictionary, atoms.length, atoms);
    }

    private WaveletStructure(Dictionary dictionary, int size, int[] listed) {
        this.dictionary = dictionary;
        this.size = size;
        this.listed = listed;
    }

    /** The first so many atoms. */
    static WaveletStructure ofFirst(Dictionary dictionary, int size) {
        return new WaveletStructure(dictionary, size, new int[0]);
    }

    Dictionary dictionary() {
        return dictionary;
    }

    @Override
    public int size() {
        return size;
    }

    /** The atom of parameter i. */
    int atom(int i) {
        return listed.length == 0 ? i : listed[i];
    }

    private int[] atoms() {
        return listed.length == size ? listed : IntStream.range(0, size).toArray();
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != size) {
            throw new IllegalArgumentException("needs " + size + " coefficients, were " + parameters.length);
        }
        return new WaveletApproximant(this, parameters.clone());
    }

    /** The function's values on the dictionary's grid. */
    double[] samples(double[] parameters) {
        if (size == dictionary.transform().size()) {
            return dictionary.transform().synthesize(parameters);
        }
        double[] coefficients = new double[dictionary.transform().size()];
        for (int i = 0; i < size; i++) {
            coefficients[atom(i)] = parameters[i];
        }
        return dictionary.transform().synthesize(coefficients);
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        return new BandwiseBound(dictionary, bandEnds(), norm);
    }

    /** For each band, how many atoms are in it or in one before. */
    private int[] bandEnds() {
        List<Band> bands = dictionary.transform().bands();
        int[] ends = new int[bands.size()];
        int i = 0;
        for (int b = 0; b < ends.length; b++) {
            int end = bands.get(b).offset() + bands.get(b).size();
            while (i < size && atom(i) < end) {
                i++;
            }
            ends[b] = i;
        }
        return ends;
    }

    /** The choice of a linear family needs no bits. */
    @Override
    public void write(SymbolSink sink) {
        if (dictionary.selection() == Selection.BEST) {
            dictionary.transform().write(atoms(), sink);
        } else if (dictionary.selection() == Selection.TREE) {
            trees().write(longs(atoms()), sink);
        }
    }

    private TreeCode trees() {
        return new TreeCode(dictionary.trees());
    }

    private static long[] longs(int[] atoms) {
        return Arrays.stream(atoms).asLongStream().toArray();
    }

    /** The level, 0 for the coarsest low-pass part, then from coarse to fine. */
    @Override
    public int context(int i) {
        return dictionary.transform().context(atom(i));
    }

    /** In the supremum norm about one over the atom's norm, a power of two; else 1, the atoms have norm about 1. */
    @Override
    public double scale(int i, LpNorm norm) {
        if (!norm.isSup()) {
            return 1;
        }
        GridTransform transform = dictionary.transform();
        double cells = transform.cells(transform.bands().get(transform.bandOf(atom(i))));
        return Math.scalb(1.0, -Math.getExponent(cells) / 2);
    }

    @Override
    public Structure without(boolean[] zero) {
        if (dictionary.selection().isLinear()) {
            return this;
        }
        int[] kept = new int[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (!zero[i]) {
                kept[n++] = atom(i);
            }
        }
        int[] left = Arrays.copyOf(kept, n);
        boolean allowed = dictionary.selection() == Selection.BEST || trees().isTree(longs(left));
        return allowed ? new WaveletStructure(dictionary.restrictedTo(left), left) : this;
    }
}
