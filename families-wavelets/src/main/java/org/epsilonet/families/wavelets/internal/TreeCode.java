package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The code of a tree: every root, and then every child of a node in the tree, says whether it is in the tree too. That is
 * one flag for each of at most \(R + bM\) places, \(O(M)\) bits whatever the number of atoms: no logarithm is paid for
 * the place of a coefficient. Flags adapt in contexts made of the level and the two flags before.
 *
 * @param forest the trees
 * @see <a href="https://doi.org/10.1006/acha.2001.0336">Cohen, Dahmen, Daubechies, DeVore, Tree approximation and
 *     optimal encoding, 2001</a>
 */
record TreeCode(Forest forest) {
    /** Where the walk asks for (and the writer writes) the next flag. */
    @FunctionalInterface
    private interface Flags {
        int next(int context, long atom) throws CorruptCodeException;
    }

    /** Writes increasing atoms that hold with each its parent. */
    void write(long[] atoms, SymbolSink sink) {
        try {
            walk(
                    (context, atom) -> {
                        int flag = Arrays.binarySearch(atoms, atom) >= 0 ? 1 : 0;
                        sink.adaptive(context, flag, 2);
                        return flag;
                    },
                    atoms.length);
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("not a tree of atoms", e);
        }
    }

    /**
     * Reads increasing atoms.
     *
     * @param most how many there may be
     * @throws CorruptCodeException if there are more
     */
    long[] read(int most, SymbolSource source) throws CorruptCodeException {
        return walk((context, atom) -> source.adaptive(context, 2), most);
    }

    private long[] walk(Flags flags, int most) throws CorruptCodeException {
        LongList tree = new LongList();
        int[] history = {0};
        Forest.Visitor<CorruptCodeException> visitor = atom -> {
            int flag = flags.next(4 * forest.level(atom) + history[0], atom);
            history[0] = 2 * history[0] + flag & 3;
            if (flag != 0) {
                tree.add(atom);
                if (tree.size() > most) {
                    throw new CorruptCodeException("more than the allowed " + most + " wavelets are chosen");
                }
            }
        };
        forest.forEachRoot(visitor);
        for (int i = 0; i < tree.size(); i++) {
            forest.forEachChild(tree.get(i), visitor);
        }
        long[] atoms = tree.toArray();
        Arrays.sort(atoms);
        return atoms;
    }

    /** Whether a set of increasing atoms holds with each its parent. */
    boolean isTree(long[] atoms) {
        return Arrays.stream(atoms)
                .allMatch(a -> forest.parent(a) < 0 || Arrays.binarySearch(atoms, forest.parent(a)) >= 0);
    }
}
