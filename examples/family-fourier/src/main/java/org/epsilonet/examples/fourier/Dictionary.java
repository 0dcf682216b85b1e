package org.epsilonet.examples.fourier;

import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;

/**
 * The atoms among which a budget may choose. Atom 0 is the constant, atoms \(2k-1\) and \(2k\) are cosine and sine of
 * frequency \(k\); on an even grid the last atom is the sine of frequency \(N/2\).
 *
 * @param selection which of them are kept
 * @param budget the budget \(M\), at most the number of atoms
 * @param atoms how many there are
 * @param samples the number \(N\) of grid points, 0 on the interval
 */
record Dictionary(Selection selection, int budget, int atoms, int samples) {
    static Dictionary of(Selection selection, Domain domain, int budget) {
        if (domain.dimension() != 1 || budget < 1) {
            throw new IllegalArgumentException(
                    "needs dimension 1 and a budget >= 1, were " + domain.dimension() + " and " + budget);
        }
        if (domain instanceof Grid grid) {
            int m = Math.min(budget, grid.points());
            return new Dictionary(selection, m, selection == Selection.FIRST ? m : grid.points(), grid.points());
        }
        int m = Math.min(budget, selection.largestBudgetOnCube());
        return new Dictionary(selection, m, (int) selection.depth(m), 0);
    }

    /** The frequency \(k\) of an atom. */
    int frequency(int atom) {
        return (atom + 1) / 2;
    }

    /** Whether the atom is \(\sin\pi N x\) of an even grid, which is \(\pm1\) at its points. */
    boolean isAlternating(int atom) {
        return samples > 1 && atom == samples - 1 && samples % 2 == 0;
    }

    /** Whether the atom is a sine. */
    boolean isSine(int atom) {
        return (atom > 0 && atom % 2 == 0) || isAlternating(atom);
    }

    /** The factor before cosine or sine, which is also the largest value of the atom. */
    double amplitude(int atom) {
        return atom == 0 || isAlternating(atom) ? 1 : Math.sqrt(2);
    }

    /** The choices of at most \(M\) atoms. */
    Subsets choices() {
        return new Subsets(atoms, budget);
    }
}
