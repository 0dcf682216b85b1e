package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The atoms among which \(M\) are chosen, on one domain: the discrete wavelets on a grid of \(\pi\) samples, made
 * functions by {@link Interpolation}. On data the grid is that of the data. On the square and the cube it has about \(\pi(M)
 * = \max(2^{14}, M^2/4)\) points, the same power of two along each axis: a polynomial search depth, which is what makes best
 * \(M\)-term approximation ∞-encodable. (On the interval: {@link DeepDictionary}.)
 *
 * @param transform the discrete transform
 * @param cube whether functions are measured on the cube, not on the grid
 * @param budget \(M\), at most the largest one on the domain
 * @param selection how the atoms are chosen
 */
record Dictionary(GridTransform transform, boolean cube, int budget, Selection selection) implements BandedDictionary {
    /** The exponent a of the search depth \(\pi(M) \sim M^a\). */
    static final int DEPTH_EXPONENT = 2;

    /** Beyond it the fine grid would exceed 2^22 samples. */
    private static final int LARGEST_CUBE_BUDGET = 1 << 12;

    private static final int SMALLEST_LOG_SIZE = 14;

    static Dictionary of(WaveletSystem system, Domain domain, int budget, Selection selection) {
        return of(system, domain, budget, selection, Scaling.ISOTROPIC);
    }

    static Dictionary of(WaveletSystem system, Domain domain, int budget, Selection selection, Scaling scaling) {
        int useful = Math.min(budget, largestBudget(domain));
        Grid grid = domain instanceof Grid g ? g : fineGrid(domain.dimension(), useful);
        return new Dictionary(scaling.transform(system, grid), !(domain instanceof Grid), useful, selection);
    }

    /** The number of samples; on the cube where the fine grid has 2^22. */
    static int largestBudget(Domain domain) {
        return domain instanceof Grid grid ? grid.points() : LARGEST_CUBE_BUDGET;
    }

    /** The fine grid on the cube: at least half of {@code 2^log} points and at most that, or twice as many. */
    private static Grid fineGrid(int dimension, int budget) {
        int logBudget = 32 - Integer.numberOfLeadingZeros(budget - 1);
        int log = Math.max(SMALLEST_LOG_SIZE, DEPTH_EXPONENT * logBudget - 2);
        int[] shape = new int[dimension];
        Arrays.fill(shape, 1 << (log + dimension - 2) / dimension);
        return Grid.of(shape);
    }

    /** The interpolation that makes samples a function. */
    Interpolation interpolation() {
        return new Interpolation(transform.system().interpolationPoints());
    }

    @Override
    public int size() {
        return budget;
    }

    /** \(\log_2 \sum_{k \le M} \binom{\pi}{k}\): any set of at most \(M\) atoms. */
    @Override
    public double log2Structures() {
        return switch (selection) {
            case FIRST -> 0;
            case BEST -> subsets().log2Count();
            case TREE -> trees().log2Subtrees(size());
        };
    }

    private Subsets subsets() {
        return new Subsets(transform.size(), size());
    }

    @Override
    public Optional<StructureNumbering> numbering() {
        if (selection != Selection.BEST) {
            return selection.isLinear() ? Optional.of(StructureNumbering.only(first())) : Optional.empty();
        }
        return subsets().numbering(0, 1, Dictionary::atoms, atoms -> new WaveletStructure(this, ints(atoms)));
    }

    private static long[] atoms(Structure s) {
        if (!(s instanceof WaveletStructure wavelets)) {
            throw new IllegalArgumentException("not a choice of wavelets");
        }
        return IntStream.range(0, wavelets.size()).mapToLong(wavelets::atom).toArray();
    }

    @Override
    public WaveletSystem system() {
        return transform.system();
    }

    @Override
    public int bandCount() {
        return transform.bands().size();
    }

    @Override
    public double atoms(int band) {
        return transform.bands().get(band).size();
    }

    @Override
    public double two(int band) {
        return transform.two(transform.bands().get(band));
    }

    @Override
    public double sup(int band) {
        return transform.sup(transform.bands().get(band));
    }

    @Override
    public double samples() {
        return transform.size();
    }

    @Override
    public double continuousTwo() {
        return cube ? interpolation().two(transform.grid()) : 1;
    }

    @Override
    public double continuousSup() {
        return cube ? interpolation().sup(transform.grid()) : 1;
    }

    @Override
    public int depth() {
        return transform.depth();
    }

    @Override
    public Structure read(SymbolSource source) throws CorruptCodeException {
        return switch (selection) {
            case FIRST -> first();
            case BEST -> new WaveletStructure(this, transform.read(size(), source));
            case TREE -> new WaveletStructure(this, ints(new TreeCode(trees()).read(size(), source)));
        };
    }

    /** All atoms there are, where any may be chosen. */
    @Override
    public Optional<Structure> whole() {
        return selection == Selection.BEST && size() == transform.size() ? Optional.of(first()) : Optional.empty();
    }

    private static int[] ints(long[] atoms) {
        return Arrays.stream(atoms).mapToInt(Math::toIntExact).toArray();
    }

    /** The dictionary in which chosen atoms are written with fewer bits. */
    Dictionary restrictedTo(int[] chosen) {
        return new Dictionary(transform.restrictedTo(chosen), cube, budget, selection);
    }

    /** The atoms as trees; only where the scales of all axes are the same. */
    PyramidTrees trees() {
        return PyramidTrees.of(transform);
    }

    /** Takes size terms of a target's. */
    WaveletStructure chosen(Coefficients coefficients) {
        return switch (selection) {
            case FIRST -> first();
            case BEST ->
                size() == transform.size() ? first() : new WaveletStructure(this, coefficients.largest(size()));
            case TREE -> new WaveletStructure(this, coefficients.tree(size()));
        };
    }

    /** The structure of the coarsest atoms. */
    WaveletStructure first() {
        return WaveletStructure.ofFirst(this, size());
    }
}
