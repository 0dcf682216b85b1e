package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * A code for a set of wavelets that clusters along branches of the tree, as for piecewise smooth functions. The children
 * of an atom are those of the same orientation at about its place one level finer. From coarse to fine, every atom whose
 * parent has chosen descendants says whether it is chosen and whether it has chosen descendants; so an empty subtree
 * costs one symbol at its root, and a set of \(M\) atoms at most \(2^d\) symbols for each of its at most \(M \log N\)
 * ancestors. The frequencies adapt in contexts made of what the parent and the neighbours before have said. Writer and
 * reader are the same walk.
 *
 * @see <a href="https://doi.org/10.1109/78.258085">Shapiro, Embedded image coding using zerotrees, 1993</a>
 * @see <a href="https://doi.org/10.1006/acha.2001.0336">Cohen, Dahmen, Daubechies, DeVore, Tree approximation and
 *     optimal encoding, 2001</a>
 */
final class SignificanceTree {
    private static final int COARSE_CONTEXT = 512;
    private static final int CHOSEN = 1;
    private static final int DESCENDANTS = 2;

    private final Pyramid pyramid;
    private final Symbols symbols;
    private final BitSet chosen = new BitSet();
    private final BitSet parents = new BitSet();

    private SignificanceTree(Pyramid pyramid, Symbols symbols) {
        this.pyramid = pyramid;
        this.symbols = symbols;
    }

    /** Where the walk asks for (and the writer writes) the next symbol. */
    @FunctionalInterface
    private interface Symbols {
        int next(int context, int alphabet, int atom) throws CorruptCodeException;
    }

    /** Writes an increasing list of atoms. */
    static void write(Pyramid pyramid, int[] atoms, SymbolSink sink) {
        BitSet chosen = new BitSet(pyramid.size());
        BitSet ancestors = new BitSet(pyramid.size());
        for (int atom : atoms) {
            chosen.set(atom);
            int parent = parent(pyramid, atom);
            while (parent >= 0 && !ancestors.get(parent)) {
                ancestors.set(parent);
                parent = parent(pyramid, parent);
            }
        }
        Symbols writer = (context, alphabet, atom) -> {
            int symbol = (chosen.get(atom) ? CHOSEN : 0) + (ancestors.get(atom) ? DESCENDANTS : 0);
            sink.adaptive(context, symbol, alphabet);
            return symbol;
        };
        try {
            new SignificanceTree(pyramid, writer).walk();
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("a tree of atoms is always well formed", e);
        }
    }

    /**
     * Reads a list of atoms.
     *
     * @param most how many there may be
     * @throws CorruptCodeException if there are more, or a branch ends without an atom
     */
    static int[] read(Pyramid pyramid, int most, SymbolSource source) throws CorruptCodeException {
        int[] count = {0};
        SignificanceTree tree = new SignificanceTree(pyramid, (context, alphabet, atom) -> {
            int symbol = source.adaptive(context, alphabet);
            if ((symbol & CHOSEN) != 0 && ++count[0] > most) {
                throw new CorruptCodeException("more than the allowed " + most + " wavelets are chosen");
            }
            return symbol;
        });
        tree.walk();
        return tree.chosen.stream().toArray();
    }

    /** The atom of the same orientation at about its place one level coarser, or -1. */
    static int parent(Pyramid pyramid, int atom) {
        Band band = pyramid.bands().get(pyramid.bandOf(atom));
        if (band.parent() < 0) {
            return -1;
        }
        return band.parentOf(atom, pyramid.bands().get(band.parent()));
    }

    /** All bands from coarse to fine; in each the atoms whose parent has chosen descendants, parent by parent. */
    private void walk() throws CorruptCodeException {
        int bands = pyramid.bands().size();
        int[][] active = new int[bands][];
        for (int b = 0; b < bands; b++) {
            Band band = pyramid.bands().get(b);
            IntList withDescendants = new IntList();
            if (band.parent() < 0) {
                for (int i = 0; i < band.size(); i++) {
                    visit(band, band.offset() + i, 0, withDescendants);
                }
            } else {
                for (int parent : active[band.parent()]) {
                    visitChildren(band, parent, withDescendants);
                }
                active[band.parent()] = new int[0];
            }
            active[b] = withDescendants.toArray();
        }
    }

    private void visitChildren(Band band, int parent, IntList withDescendants) throws CorruptCodeException {
        Band coarser = pyramid.bands().get(band.parent());
        int parentState = chosen.get(parent) ? 1 : 0;
        boolean[] any = {false};
        coarser.<CorruptCodeException>forEachChild(
                parent, band, atom -> any[0] |= visit(band, (int) atom, parentState, withDescendants));
        if (!any[0]) {
            throw new CorruptCodeException("a branch of the tree of wavelets ends without a chosen one");
        }
    }

    private boolean hasChildren(Band band, int atom) {
        return band.child() >= 0 && band.hasChildren(atom, pyramid.bands().get(band.child()));
    }

    private boolean visit(Band band, int atom, int parentState, IntList withDescendants) throws CorruptCodeException {
        int symbol;
        if (band.level() == 0) {
            symbol = symbols.next(COARSE_CONTEXT, 2, atom);
        } else {
            boolean inner = hasChildren(band, atom);
            symbol = symbols.next(context(band, atom, parentState, inner), inner ? 4 : 2, atom);
        }
        if ((symbol & CHOSEN) != 0) {
            chosen.set(atom);
        }
        if ((symbol & DESCENDANTS) != 0) {
            parents.set(atom);
            withDescendants.add(atom);
        }
        return symbol != 0;
    }

    /** Parent, the neighbour before in the row, and those before across rows (in a single row: the one before that). */
    private int context(Band band, int atom, int parentState, boolean inner) {
        int along = (atom - band.offset()) % band.row();
        int before = along > 0 ? state(atom - 1) : 0;
        int across = band.size() == band.row() ? (along > 1 ? state(atom - 2) : 0) : across(band, atom);
        int level = Math.min(band.level(), 4) - 1;
        return ((((inner ? 1 : 0) * 2 + parentState) * 4 + before) * 4 + across) * 4 + level;
    }

    /** What any of the neighbours before says along the axes but the last. */
    private int across(Band band, int atom) {
        int state = 0;
        int stride = band.row();
        int rest = (atom - band.offset()) / stride;
        for (int axis = band.dimension() - 2; axis >= 0; axis--) {
            state |= rest % band.lengths()[axis] > 0 ? state(atom - stride) : 0;
            rest /= band.lengths()[axis];
            stride *= band.lengths()[axis];
        }
        return state;
    }

    private int state(int atom) {
        return (chosen.get(atom) ? CHOSEN : 0) + (parents.get(atom) ? DESCENDANTS : 0);
    }

    /** A growing list. */
    private static final class IntList {
        private int[] values = new int[16];
        private int size;

        void add(int value) {
            values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
            values[size++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
