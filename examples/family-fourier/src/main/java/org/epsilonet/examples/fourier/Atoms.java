package org.epsilonet.examples.fourier;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The structure: which atoms of a dictionary are used. The parameters are their coefficients.
 *
 * <p>Atoms are orthonormal (Chebyshev polynomials in another measure, see {@link Basis#energy}), so errors of the
 * coefficients add as squares in \(L^2\), and hence in \(L^p\) for \(p \le 2\); for larger \(p\) they add, times the
 * largest value of the atom.
 */
final class Atoms implements Structure {
    private final Dictionary dictionary;
    private final int[] atoms;

    private Atoms(Dictionary dictionary, int[] atoms) {
        this.dictionary = dictionary;
        this.atoms = atoms;
    }

    /** All atoms, where there is nothing to choose. */
    static Atoms all(Dictionary dictionary) {
        return new Atoms(dictionary, IntStream.range(0, dictionary.atoms()).toArray());
    }

    /** The given atoms, increasing; taken over. */
    static Atoms of(Dictionary dictionary, int[] atoms) {
        return new Atoms(dictionary, atoms);
    }

    Dictionary dictionary() {
        return dictionary;
    }

    int atom(int i) {
        return atoms[i];
    }

    /** The wave of atom {@code i} in one coordinate. */
    int index(int i, int axis) {
        return dictionary.index(atoms[i], axis);
    }

    /** What atom {@code i} is a multiple of, on a line, in terms of the atom that it is folded onto. */
    double foldingFactor(int i, int axis, LineTransform transform) {
        int wave = index(i, axis);
        return transform.factor(wave) * (dictionary.amplitude(wave, axis) / Basis.amplitude(wave));
    }

    @Override
    public int size() {
        return atoms.length;
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != atoms.length) {
            throw new IllegalArgumentException(
                    "there are " + atoms.length + " atoms, given were " + parameters.length + " coefficients");
        }
        return new AtomSum(this, parameters.clone());
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] weights = new double[atoms.length];
        if (norm.p() <= 2) {
            Arrays.fill(weights, 1);
            return PerturbationBound.rootSumOfSquares(weights, dictionary.growth());
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = dictionary.amplitude(atoms[i]) * (1 + 0x1p-50);
        }
        return PerturbationBound.sum(weights);
    }

    /** Coefficients of one octave of atoms have about one size. */
    @Override
    public int context(int i) {
        return dictionary.octave(atoms[i]);
    }

    /** Writes how many atoms there are and the gaps between them; nothing if all are used. */
    @Override
    public void write(SymbolSink sink) {
        if (!dictionary.selection().isChoice()) {
            return;
        }
        sink.uniform(atoms.length, dictionary.budget() + 1L);
        int previous = -1;
        for (int atom : atoms) {
            sink.integer(Dictionary.octaveOf(previous + 1), atom - previous - 1L);
            previous = atom;
        }
    }

    /** Reads what {@link #write} wrote. */
    static Atoms read(Dictionary dictionary, SymbolSource source) throws CorruptCodeException {
        if (!dictionary.selection().isChoice()) {
            return all(dictionary);
        }
        int[] atoms = new int[(int) source.uniform(dictionary.budget() + 1L)];
        int previous = -1;
        for (int i = 0; i < atoms.length; i++) {
            long atom = previous + 1 + source.integer(Dictionary.octaveOf(previous + 1));
            if (atom >= dictionary.atoms()) {
                throw new CorruptCodeException("atom " + atom + " of " + dictionary.atoms());
            }
            atoms[i] = (int) atom;
            previous = (int) atom;
        }
        return new Atoms(dictionary, atoms);
    }

    /** The choices of a dictionary, by their atoms; the only one if all are used. */
    static Optional<StructureNumbering> numbering(Dictionary dictionary) {
        if (!dictionary.selection().isChoice()) {
            return Optional.of(StructureNumbering.only(all(dictionary)));
        }
        return dictionary
                .choices()
                .numbering(
                        0,
                        1,
                        Atoms::chosen,
                        atoms -> new Atoms(
                                dictionary,
                                Arrays.stream(atoms).mapToInt(Math::toIntExact).toArray()));
    }

    private static long[] chosen(Structure s) {
        if (!(s instanceof Atoms atoms)) {
            throw new IllegalArgumentException("not a choice of atoms");
        }
        return Arrays.stream(atoms.atoms).asLongStream().toArray();
    }

    @Override
    public Structure without(boolean[] zero) {
        if (!dictionary.selection().isChoice()) {
            return this;
        }
        return new Atoms(
                dictionary,
                IntStream.range(0, atoms.length)
                        .filter(i -> !zero[i])
                        .map(i -> atoms[i])
                        .toArray());
    }
}
