package org.epsilonet.families.relu.affine;

import java.util.Arrays;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * A code for a set of atoms that clusters along branches: the parent of the translate \(k\) is the translate \(\lfloor
 * k/2\rfloor\) one scale coarser. From coarse to fine, every atom whose parent has chosen descendants says whether it is
 * chosen and whether it has chosen descendants itself, in contexts made of what the parent and the atom before have said.
 * Atoms of single samples follow, by their gaps. Writer and reader are the same walk; a set of \(M\) atoms takes at most
 * \(2^d\) symbols for each ancestor.
 *
 * @see <a href="https://doi.org/10.1109/78.258085">Shapiro, Embedded image coding using zerotrees, 1993</a>
 */
final class AtomTree {
    private static final int CHOSEN = 1;
    private static final int DESCENDANTS = 2;
    private static final int COUNT_CONTEXT = 1024;
    private static final int GAP_CONTEXT = 1025;

    private final AtomLattice lattice;
    private final Symbols symbols;
    private final LongList chosen = new LongList();

    private AtomTree(AtomLattice lattice, Symbols symbols) {
        this.lattice = lattice;
        this.symbols = symbols;
    }

    /** Where the walk asks for, and the writer writes, the next symbol. */
    @FunctionalInterface
    private interface Symbols {
        int next(int level, long position, int context, int alphabet) throws CorruptCodeException;
    }

    /** Writes an increasing list of atoms. */
    static void write(AtomLattice lattice, long[] atoms, SymbolSink sink) {
        long[][] positions = byLevel(lattice, atoms);
        long[][] ancestors = ancestors(lattice, positions);
        try {
            new AtomTree(lattice, (level, position, context, alphabet) -> {
                        int symbol = (Arrays.binarySearch(positions[level], position) >= 0 ? CHOSEN : 0)
                                + (Arrays.binarySearch(ancestors[level], position) >= 0 ? DESCENDANTS : 0);
                        sink.adaptive(context, symbol, alphabet);
                        return symbol;
                    })
                    .walk();
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("a tree of atoms is always well formed", e);
        }
        if (lattice.isSampled()) {
            long[] single = positions[positions.length - 1];
            sink.integer(COUNT_CONTEXT, single.length);
            for (int i = 0; i < single.length; i++) {
                sink.integer(GAP_CONTEXT, i == 0 ? single[0] : single[i] - single[i - 1] - 1);
            }
        }
    }

    /** Reads what {@link #write} wrote: at most as many atoms as the budget of the lattice. */
    static long[] read(AtomLattice lattice, SymbolSource source) throws CorruptCodeException {
        AtomTree tree =
                new AtomTree(lattice, (level, position, context, alphabet) -> source.adaptive(context, alphabet));
        tree.walk();
        if (lattice.isSampled()) {
            tree.readSingle(source);
        }
        long[] atoms = tree.chosen.toArray();
        Arrays.sort(atoms);
        return atoms;
    }

    private void readSingle(SymbolSource source) throws CorruptCodeException {
        Level level = lattice.levels().get(lattice.levels().size() - 1);
        long count = source.integer(COUNT_CONTEXT);
        if (count > lattice.budget() - chosen.size()) {
            throw tooMany();
        }
        long next = 0;
        for (long i = 0; i < count; i++) {
            long gap = source.integer(GAP_CONTEXT);
            if (gap > level.size() - 1 - next) {
                throw new CorruptCodeException("a gap of " + gap + " atoms leads beyond the last sample");
            }
            chosen.add(level.offset() + next + gap);
            next += gap + 1;
        }
    }

    private CorruptCodeException tooMany() {
        return new CorruptCodeException("more than the allowed " + lattice.budget() + " atoms are chosen");
    }

    private static long[][] byLevel(AtomLattice lattice, long[] atoms) {
        long[][] positions = new long[lattice.levels().size()][];
        int i = 0;
        for (int l = 0; l < positions.length; l++) {
            Level level = lattice.levels().get(l);
            int from = i;
            while (i < atoms.length && atoms[i] - level.offset() < level.size()) {
                i++;
            }
            positions[l] = Arrays.copyOfRange(atoms, from, i);
            for (int k = 0; k < positions[l].length; k++) {
                positions[l][k] -= level.offset();
            }
        }
        return positions;
    }

    private static long[][] ancestors(AtomLattice lattice, long[][] positions) {
        long[][] ancestors = new long[positions.length][0];
        for (int l = positions.length - 1; l > 0; l--) {
            Level level = lattice.levels().get(l);
            if (!level.isRoot() && !level.isPerSample()) {
                LongList parents = new LongList();
                for (long[] set : new long[][] {positions[l], ancestors[l]}) {
                    for (long position : set) {
                        parents.add(parent(level, lattice.levels().get(l - 1), position));
                    }
                }
                ancestors[l - 1] = parents.distinct();
            }
        }
        return ancestors;
    }

    private static long parent(Level level, Level coarser, long position) {
        long rest = position;
        long parent = 0;
        long stride = 1;
        for (int axis = level.dimension() - 1; axis >= 0; axis--) {
            long k = level.translate(axis, rest % level.count(axis)) >> level.exponent(axis) - coarser.exponent(axis);
            parent += stride * coarser.position(axis, k);
            stride *= coarser.count(axis);
            rest /= level.count(axis);
        }
        return parent;
    }

    private void walk() throws CorruptCodeException {
        LongList inner = new LongList();
        int states = 0;
        for (int l = 0; l < lattice.levels().size(); l++) {
            Level level = lattice.levels().get(l);
            if (level.isPerSample()) {
                return;
            }
            LongList next = new LongList();
            if (level.isRoot()) {
                for (long position = 0; position < level.size(); position++) {
                    states = visit(l, position, 0, states, next);
                }
            } else {
                for (int i = 0; i < inner.size(); i++) {
                    states = visitChildren(l, inner.get(i), states, next);
                }
            }
            inner = next;
        }
    }

    /** A parent with descendants is its position, doubled, plus 1 if it is chosen itself. */
    private int visitChildren(int l, long parent, int before, LongList next) throws CorruptCodeException {
        Level level = lattice.levels().get(l);
        Level coarser = lattice.levels().get(l - 1);
        long position = parent >> 1;
        long[] from = new long[2];
        long[] to = new long[2];
        children(level, coarser, position, from, to);
        int states = before;
        boolean any = false;
        for (long row = from[0]; row < to[0]; row++) {
            for (long column = from[1]; column < to[1]; column++) {
                long child = row * level.count(level.dimension() - 1) + column;
                states = visit(l, child, (int) (parent & 1), states, next);
                any |= (states & 3) != 0;
            }
        }
        if (!any) {
            throw new CorruptCodeException("a branch of the tree of atoms ends without a chosen one");
        }
        return states;
    }

    /** The ranges of rows and columns; in one dimension there is one row. */
    private static void children(Level level, Level coarser, long parent, long[] from, long[] to) {
        to[0] = 1;
        long rest = parent;
        for (int axis = level.dimension() - 1, i = 1; axis >= 0; axis--, i--) {
            int shift = level.exponent(axis) - coarser.exponent(axis);
            long first = coarser.translate(axis, rest % coarser.count(axis)) << shift;
            long low = level.translate(axis, 0);
            long high = low + level.count(axis);
            from[i] = Math.max(low, first) - low;
            to[i] = Math.min(high, first + (1L << shift)) - low;
            rest /= coarser.count(axis);
        }
    }

    private boolean hasChildren(int l, long position) {
        if (l + 1 == lattice.levels().size()) {
            return false;
        }
        Level finer = lattice.levels().get(l + 1);
        if (finer.isRoot() || finer.isPerSample()) {
            return false;
        }
        long[] from = new long[2];
        long[] to = new long[2];
        children(finer, lattice.levels().get(l), position, from, to);
        return from[0] < to[0] && from[1] < to[1];
    }

    private int visit(int l, long position, int parentState, int states, LongList next) throws CorruptCodeException {
        boolean inner = hasChildren(l, position);
        int context = (((inner ? 1 : 0) * 2 + parentState) * 16 + (states & 15)) * 8 + Math.min(l, 7);
        int symbol = symbols.next(l, position, context, inner ? 4 : 2);
        if ((symbol & CHOSEN) != 0) {
            chosen.add(lattice.levels().get(l).offset() + position);
        }
        if ((symbol & DESCENDANTS) != 0) {
            next.add(2 * position + (symbol & CHOSEN));
        }
        // Every branch still needs an atom of its own.
        if (chosen.size() + (long) next.size() > lattice.budget()) {
            throw tooMany();
        }
        return states << 2 | symbol;
    }
}
