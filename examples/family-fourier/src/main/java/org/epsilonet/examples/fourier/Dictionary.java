package org.epsilonet.examples.fourier;

import java.util.function.Supplier;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.jspecify.annotations.Nullable;

/**
 * The atoms among which a budget may choose: products of waves, one in each coordinate, numbered in the order of the
 * selection. On a line of an even number \(N\) of grid points the last Fourier atom is the sine of frequency \(N/2\),
 * which is \(\pm1\) at the points.
 */
final class Dictionary {
    private final Basis basis;
    private final Selection selection;
    private final Domain domain;
    private final int budget;
    private final int atoms;
    private final Supplier<MultiIndices> indices;

    private Dictionary(
            Basis basis, Selection selection, Domain domain, int budget, int atoms, Supplier<MultiIndices> indices) {
        this.basis = basis;
        this.selection = selection;
        this.domain = domain;
        this.budget = budget;
        this.atoms = atoms;
        this.indices = indices;
    }

    /**
     * @throws IllegalArgumentException if the budget is below 1 or the domain has another dimension
     */
    static Dictionary of(Basis basis, Selection selection, Domain domain, int budget) {
        if (budget < 1 || !basis.dimensions(selection).contains(domain.dimension())) {
            throw new IllegalArgumentException("needs a budget >= 1 and a dimension in " + basis.dimensions(selection)
                    + ", were " + budget + " and " + domain.dimension());
        }
        int all = domain instanceof Grid grid
                ? basis.determined(grid.points())
                : selection.largestBudgetOnCube(domain.dimension());
        int m = Math.min(budget, all);
        int atoms = domain instanceof Grid && selection.isChoice() ? all : (int) selection.depth(m);
        return new Dictionary(
                basis, selection, domain, m, atoms, new Once(() -> new MultiIndices(basis, selection, domain, atoms)));
    }

    /** The dictionary of another budget; if it has the same atoms they are not sought again. */
    Dictionary withBudget(int other) {
        Dictionary d = of(basis, selection, domain, other);
        return d.atoms == atoms ? new Dictionary(basis, selection, domain, d.budget, atoms, indices) : d;
    }

    /** Parametrizations are cheap: atoms are sought when they are asked for. */
    private static final class Once implements Supplier<MultiIndices> {
        private final Supplier<MultiIndices> search;
        private volatile @Nullable MultiIndices found;

        Once(Supplier<MultiIndices> search) {
            this.search = search;
        }

        @Override
        public MultiIndices get() {
            MultiIndices known = found;
            if (known == null) {
                known = search.get();
                found = known;
            }
            return known;
        }
    }

    Basis basis() {
        return basis;
    }

    Selection selection() {
        return selection;
    }

    Domain domain() {
        return domain;
    }

    /** The budget \(M\), at most the number of atoms. */
    int budget() {
        return budget;
    }

    /** How many atoms there are to choose from. */
    int atoms() {
        return atoms;
    }

    int dimension() {
        return domain.dimension();
    }

    /** The number of grid points, 0 on the cube. */
    int samples() {
        return domain instanceof Grid grid ? grid.points() : 0;
    }

    /** The wave of an atom in one coordinate, numbered as on an infinite line. */
    int index(int atom, int axis) {
        int index = indices.get().index(atom, axis);
        return isAlternating(index, axis) ? index + 1 : index;
    }

    private boolean isAlternating(int index, int axis) {
        return basis == Basis.FOURIER
                && domain instanceof Grid grid
                && FourierLine.isAlternating(index, grid.length(axis));
    }

    /** The factor before the wave in one coordinate, given that wave. */
    double amplitude(int wave, int axis) {
        boolean alternating = basis == Basis.FOURIER
                && domain instanceof Grid grid
                && grid.length(axis) % 2 == 0
                && wave == grid.length(axis);
        return alternating ? 1 : Basis.amplitude(wave);
    }

    /** \(B\) in \(\|\sum c_k\varphi_k\|_2 \le B(\sum c_k^2)^{1/2}\), rounded up. */
    double growth() {
        double energy = basis.energy(budget, samples());
        return energy == 1 ? 1 : Math.sqrt(energy) * (1 + 0x1p-50);
    }

    /** The largest value of an atom. */
    double amplitude(int atom) {
        double product = 1;
        for (int axis = 0; axis < dimension(); axis++) {
            product *= amplitude(index(atom, axis), axis);
        }
        return product;
    }

    /** The place of an atom in the coefficients of a grid on which it is one of the atoms, row-major. */
    int place(int atom, Grid grid) {
        int place = 0;
        for (int axis = 0; axis < dimension(); axis++) {
            place = place * grid.length(axis) + indices.get().index(atom, axis);
        }
        return place;
    }

    /** The order of magnitude of an atom's frequency, as a number of binary digits. */
    int octave(int atom) {
        long partial = 1;
        for (int axis = 0; axis < dimension(); axis++) {
            partial = selection.partial(partial, basis.frequency(index(atom, axis)));
        }
        return octaveOf(selection.key(partial));
    }

    /** The number of binary digits. */
    static int octaveOf(int number) {
        return 32 - Integer.numberOfLeadingZeros(number);
    }

    /** The highest frequency in any coordinate. */
    int highestFrequency() {
        int highest = 0;
        for (int atom = dimension() == 1 ? atoms - 1 : 0; atom < atoms; atom++) {
            for (int axis = 0; axis < dimension(); axis++) {
                highest = Math.max(highest, basis.frequency(index(atom, axis)));
            }
        }
        return highest;
    }

    /** The choices of at most \(M\) atoms. */
    Subsets choices() {
        return new Subsets(atoms, budget);
    }
}
