package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The atoms among which \(M\) are chosen, on one domain: the discrete wavelets on a grid of \(\pi\) samples, made
 * functions by {@link Interpolation}. On data the grid is that of the data. On the cube \(\pi(M) = \max(2^{14},
 * M^2/4)\), rounded up to a power of two (of four for \(d = 2\)): a polynomial search depth, which is what makes best
 * \(M\)-term approximation ∞-encodable, and so fine that the interpolation error is negligible.
 *
 * @param pyramid the discrete transform
 * @param cube whether functions are measured on the cube, not on the grid
 * @param budget \(M\), at most the largest one on the domain
 * @param best whether the atoms are chosen, or the coarsest are taken
 */
record Dictionary(Pyramid pyramid, boolean cube, int budget, boolean best) implements Parametrization {
    /** The exponent a of the search depth \(\pi(M) \sim M^a\). */
    static final int DEPTH_EXPONENT = 2;

    /** Beyond it the fine grid would exceed 2^22 samples. */
    private static final int LARGEST_CUBE_BUDGET = 1 << 12;

    private static final int SMALLEST_LOG_SIZE = 14;

    static Dictionary of(WaveletSystem system, Domain domain, int budget, boolean best) {
        int useful = Math.min(budget, largestBudget(domain));
        Grid grid = domain instanceof Grid g ? g : fineGrid(domain.dimension(), useful);
        return new Dictionary(Pyramid.of(system, grid), !(domain instanceof Grid), useful, best);
    }

    /** The number of samples; on the cube where the fine grid has 2^22. */
    static int largestBudget(Domain domain) {
        return domain instanceof Grid grid ? grid.points() : LARGEST_CUBE_BUDGET;
    }

    /** The fine grid on the cube. */
    private static Grid fineGrid(int dimension, int budget) {
        int logBudget = 32 - Integer.numberOfLeadingZeros(budget - 1);
        int log = Math.max(SMALLEST_LOG_SIZE, DEPTH_EXPONENT * logBudget - 2);
        return dimension == 1 ? Grid.of(1 << log) : Grid.of(1 << log / 2, 1 << log / 2);
    }

    /** The interpolation that makes samples a function. */
    Interpolation interpolation() {
        return new Interpolation(pyramid.system().interpolationPoints());
    }

    @Override
    public int size() {
        return budget;
    }

    /** \(\log_2 \sum_{k \le M} \binom{\pi}{k}\): any set of at most \(M\) atoms. */
    @Override
    public double log2Structures() {
        return best ? subsets().log2Count() : 0;
    }

    private Subsets subsets() {
        return new Subsets(pyramid.size(), size());
    }

    @Override
    public Optional<StructureNumbering> numbering() {
        if (!best) {
            return Optional.of(StructureNumbering.only(first()));
        }
        return subsets()
                .numbering(
                        0,
                        1,
                        Dictionary::atoms,
                        atoms -> new WaveletStructure(
                                this,
                                Arrays.stream(atoms).mapToInt(Math::toIntExact).toArray()));
    }

    private static long[] atoms(Structure s) {
        if (!(s instanceof WaveletStructure wavelets)) {
            throw new IllegalArgumentException("not a choice of wavelets");
        }
        return IntStream.range(0, wavelets.size()).mapToLong(wavelets::atom).toArray();
    }

    @Override
    public double radius() {
        return pyramid.system().isOrthonormal() ? 4 : 16;
    }

    @Override
    public double lipschitz(LpNorm norm) {
        double two = 0;
        double sup = 0;
        for (Band band : pyramid.bands()) {
            sup += norm.p() > 2 ? pyramid.sup(band) : 0;
            two += pyramid.two(band) * Math.sqrt(Math.min(size(), band.size()));
        }
        two = pyramid.system().isOrthonormal() ? Math.sqrt((double) size()) : two;
        return combined(norm, two, sup, pyramid.bands().size());
    }

    /** A bound in the given norm and on the right domain from bounds in \(L^2\) and in the supremum norm of the grid. */
    double combined(LpNorm norm, double two, double sup, int operations) {
        double l2 = cube ? two * interpolation().two(pyramid.grid()) : two;
        double worst = cube ? sup * interpolation().sup(pyramid.grid()) : sup;
        double bound = norm.isSup() ? worst : l2;
        if (norm.p() > 2 && !norm.isSup() && l2 < worst && worst < Double.POSITIVE_INFINITY) {
            bound = l2 == 0 ? 0 : l2 * Math.pow(worst / l2, 1 - 2 / norm.p());
        } else if (norm.p() > 2) {
            bound = worst;
        }
        // Filters are rounded: every level departs from an exact one by a few units.
        return PerturbationBound.outward(bound, 4 * operations + 64 + 8 * pyramid.depth());
    }

    @Override
    public Structure read(SymbolSource source) throws CorruptCodeException {
        return best ? new WaveletStructure(this, SignificanceTree.read(pyramid, size(), source)) : first();
    }

    /** The structure of the coarsest atoms. */
    WaveletStructure first() {
        int[] atoms = new int[size()];
        for (int i = 0; i < atoms.length; i++) {
            atoms[i] = i;
        }
        return new WaveletStructure(this, atoms);
    }
}
