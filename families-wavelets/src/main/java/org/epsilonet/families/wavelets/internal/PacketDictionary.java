package org.epsilonet.families.wavelets.internal;

import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * All bases of wavelet packets on a grid, and \(M\) atoms of one of them. A structure is a tree, of which only parts with
 * chosen atoms are split, at most \(M \log_2 N\), and the atoms: \(O(M \log N)\) bits.
 *
 * @param system an orthonormal system
 * @param grid the samples
 * @param cube whether functions are measured on the interval, not on the grid
 * @param size \(M\)
 */
record PacketDictionary(WaveletSystem system, Grid grid, boolean cube, int size) implements Parametrization {
    /** The atoms of one basis. */
    Dictionary basis(PacketTransform transform) {
        return new Dictionary(transform, cube, size, Selection.BEST);
    }

    private Dictionary all() {
        return basis(new PacketTransform(system, grid, PacketTree.LEAF));
    }

    /** One way for each atom, as far as there are so many parts. */
    private long mostSplits() {
        return Math.min(grid.points(), (long) size * new PacketLevels(system, grid.points()).depth());
    }

    /** Prefix codes of at most so many flags are no more than two to that power. */
    @Override
    public double log2Structures() {
        return 2 * mostSplits() + 1 + new Subsets(grid.points(), size).log2Count();
    }

    @Override
    public double radius() {
        return all().radius();
    }

    @Override
    public double lipschitz(LpNorm norm) {
        return all().lipschitz(norm);
    }

    @Override
    public Structure read(SymbolSource source) throws CorruptCodeException {
        PacketTree tree = PacketTree.read(new PacketLevels(system, grid.points()), mostSplits(), source);
        PacketTransform transform = new PacketTransform(system, grid, tree);
        return new WaveletStructure(basis(transform), transform.read(size, source));
    }
}
