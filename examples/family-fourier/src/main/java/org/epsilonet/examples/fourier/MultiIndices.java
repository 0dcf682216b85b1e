package org.epsilonet.examples.fourier;

import java.util.Arrays;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;

/**
 * Atoms of several variables in their order: by the key of a selection, then lexicographically. In one dimension atom
 * \(i\) is wave \(i\), and nothing is stored.
 */
final class MultiIndices {
    private final Basis basis;
    private final Selection selection;
    private final int[] limits;
    private final int[][] indices;

    /** Finds the first {@code count} atoms of a domain, in \(O(\mathrm{count})\) up to a logarithm. */
    MultiIndices(Basis basis, Selection selection, Domain domain, int count) {
        this.basis = basis;
        this.selection = selection;
        this.limits = domain instanceof Grid grid ? grid.shape() : unlimited(domain.dimension());
        this.indices = domain.dimension() == 1 ? new int[0][] : sorted(count);
    }

    private static int[] unlimited(int dimension) {
        int[] limits = new int[dimension];
        Arrays.fill(limits, Integer.MAX_VALUE);
        return limits;
    }

    /** The wave in one coordinate. */
    int index(int atom, int axis) {
        return indices.length == 0 ? atom : indices[axis][atom];
    }

    private int[][] sorted(int count) {
        int key = 1;
        long[] perKey = histogram(key);
        while (Arrays.stream(perKey).sum() < count) {
            key = 2 * key;
            perKey = histogram(key);
        }
        long[] next = new long[key + 1];
        for (int k = 1; k <= key; k++) {
            next[k] = next[k - 1] + perKey[k - 1];
        }
        int[][] found = new int[limits.length][count];
        visit(key, new int[limits.length], 0, 1, (k, multi) -> {
            long position = next[k]++;
            if (position < count) {
                for (int axis = 0; axis < multi.length; axis++) {
                    found[axis][(int) position] = multi[axis];
                }
            }
        });
        return found;
    }

    private long[] histogram(int largestKey) {
        long[] perKey = new long[largestKey + 1];
        visit(largestKey, new int[limits.length], 0, 1, (key, multi) -> perKey[key]++);
        return perKey;
    }

    /** What is done with a multi-index. */
    @FunctionalInterface
    private interface Visitor {
        void visit(int key, int[] multi);
    }

    /** All multi-indices of keys up to the largest, lexicographically. */
    private void visit(int largestKey, int[] multi, int axis, long partial, Visitor visitor) {
        if (axis == multi.length) {
            visitor.visit(selection.key(partial), multi);
            return;
        }
        for (int index = 0; index < limits[axis]; index++) {
            long whole = selection.partial(partial, basis.frequency(index));
            if (whole > selection.most(largestKey)) {
                break;
            }
            multi[axis] = index;
            visit(largestKey, multi, axis + 1, whole, visitor);
        }
    }
}
