package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The code of {@link SignificanceTree} for the atoms of a {@link DeepDictionary}, whose tree is a heap: from coarse to
 * fine, the two children of every atom with chosen descendants say whether they are chosen and whether they have chosen
 * descendants. Only what is on the way to a chosen atom is ever in memory.
 *
 * @param coarsest scale \(c\): the atoms below \(2^c\) are no part of a tree, those of scale \(c\) are the roots
 * @param scales the number J of scales: atoms are below \(2^J\)
 */
record AtomCode(int coarsest, int scales) {
    private static final int COARSE_CONTEXT = 512;
    private static final int CHOSEN = 1;
    private static final int DESCENDANTS = 2;

    /** Writes increasing atoms. */
    void write(long[] atoms, SymbolSink sink) {
        long[][] ancestors = ancestors(atoms);
        Symbols writer = (context, alphabet, atom, scale) -> {
            int symbol = contains(atoms, atom) ? CHOSEN : 0;
            symbol += scale >= coarsest && contains(ancestors[scale], atom) ? DESCENDANTS : 0;
            sink.adaptive(context, symbol, alphabet);
            return symbol;
        };
        try {
            walk(writer, atoms.length);
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("a tree of atoms is always well formed", e);
        }
    }

    /**
     * Reads increasing atoms.
     *
     * @param most how many there may be
     * @throws CorruptCodeException if there are more, or a branch ends without an atom
     */
    long[] read(int most, SymbolSource source) throws CorruptCodeException {
        return walk((context, alphabet, atom, scale) -> source.adaptive(context, alphabet), most);
    }

    private static boolean contains(long[] increasing, long atom) {
        return Arrays.binarySearch(increasing, atom) >= 0;
    }

    /** The proper ancestors of atoms, by scale. */
    private long[][] ancestors(long[] atoms) {
        long[][] ancestors = new long[Math.max(scales, coarsest + 1)][];
        Arrays.setAll(ancestors, j -> new long[0]);
        int end = atoms.length;
        for (int j = scales - 1; j > coarsest; j--) {
            int first = end;
            while (first > 0 && atoms[first - 1] >= 1L << j) {
                first--;
            }
            ancestors[j - 1] = parents(ancestors[j], Arrays.copyOfRange(atoms, first, end));
            end = first;
        }
        return ancestors;
    }

    private static long[] parents(long[] inner, long[] chosen) {
        long[] all = Arrays.copyOf(inner, inner.length + chosen.length);
        System.arraycopy(chosen, 0, all, inner.length, chosen.length);
        return Arrays.stream(all).map(a -> a >> 1).sorted().distinct().toArray();
    }

    /** Where the walk asks for (and the writer writes) the next symbol. */
    @FunctionalInterface
    private interface Symbols {
        int next(int context, int alphabet, long atom, int scale) throws CorruptCodeException;
    }

    private long[] walk(Symbols symbols, int most) throws CorruptCodeException {
        LongList chosen = new LongList();
        for (long atom = 0; atom < 1L << Math.min(coarsest, scales); atom++) {
            if (symbols.next(COARSE_CONTEXT, 2, atom, coarsest - 1) != 0) {
                chosen.add(atom);
            }
        }
        LongList open = new LongList();
        Scale roots = new Scale(symbols, coarsest, chosen, open);
        for (long atom = 1L << coarsest; coarsest < scales && atom < 2L << coarsest; atom++) {
            roots.visit(atom, 0);
        }
        checked(chosen, open, most);
        for (int j = coarsest + 1; j < scales && open.size() > 0; j++) {
            LongList next = new LongList();
            Scale scale = new Scale(symbols, j, chosen, next);
            int firstOfParents = chosen.indexFrom(1L << j - 1);
            for (int i = 0; i < open.size(); i++) {
                long parent = open.get(i);
                while (firstOfParents < chosen.size() && chosen.get(firstOfParents) < parent) {
                    firstOfParents++;
                }
                boolean parentChosen = firstOfParents < chosen.size() && chosen.get(firstOfParents) == parent;
                int first = scale.visit(2 * parent, parentChosen ? 1 : 0);
                int second = scale.visit(2 * parent + 1, parentChosen ? 1 : 0);
                if (first + second == 0) {
                    throw new CorruptCodeException("a branch of the tree of wavelets ends without a chosen one");
                }
                checked(chosen, next, most);
            }
            open = next;
        }
        return chosen.toArray();
    }

    /** Every atom with chosen descendants has one of its own. */
    private static void checked(LongList chosen, LongList open, int most) throws CorruptCodeException {
        if (chosen.size() + (long) open.size() > most) {
            throw new CorruptCodeException("more than the allowed " + most + " wavelets are chosen");
        }
    }

    /** The symbols of one scale, in contexts made of the parent and the two neighbours before. */
    private final class Scale {
        private final Symbols symbols;
        private final int scale;
        private final LongList chosen;
        private final LongList open;
        private long last = -2;
        private int lastSymbol;
        private int secondLastSymbol;

        Scale(Symbols symbols, int scale, LongList chosen, LongList open) {
            this.symbols = symbols;
            this.scale = scale;
            this.chosen = chosen;
            this.open = open;
        }

        int visit(long atom, int parentState) throws CorruptCodeException {
            int before = last == atom - 1 ? lastSymbol : 0;
            int secondBefore = last == atom - 1 ? secondLastSymbol : 0;
            boolean inner = scale + 1 < scales;
            int level = Math.min(scales - scale, 4) - 1;
            int context = ((((inner ? 1 : 0) * 2 + parentState) * 4 + before) * 4 + secondBefore) * 4 + level;
            int symbol = symbols.next(context, inner ? 4 : 2, atom, scale);
            if ((symbol & CHOSEN) != 0) {
                chosen.add(atom);
            }
            if ((symbol & DESCENDANTS) != 0) {
                open.add(atom);
            }
            secondLastSymbol = before;
            lastSymbol = symbol;
            last = atom;
            return symbol;
        }
    }
}
