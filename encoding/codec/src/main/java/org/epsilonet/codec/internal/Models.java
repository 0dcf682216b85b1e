package org.epsilonet.codec.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The adaptive models of one stream: per context a binary tree of {@link AdaptiveBit}s over its alphabet. */
final class Models {
    private static final int CONTEXTS = 1 << 16;
    private static final int LARGEST_ALPHABET = 256;

    private @Nullable Tree[] trees = new @Nullable Tree[64];

    /** A model of {@code n} symbols. Node {@code k} has the children {@code 2k} and {@code 2k+1}; the root is 1. */
    static final class Tree {
        final int symbols;
        final int depth;
        final AdaptiveBit[] nodes;

        Tree(int symbols) {
            this.symbols = symbols;
            this.depth = 32 - Integer.numberOfLeadingZeros(symbols - 1);
            this.nodes = new AdaptiveBit[1 << depth];
            Arrays.setAll(nodes, i -> new AdaptiveBit());
        }

        /** Whether only 0 can follow at a node above the leaves, because all symbols of its right half are missing. */
        boolean forced(int node, int level) {
            return ((2 * node + 1) << (depth - level - 1)) - (1 << depth) >= symbols;
        }
    }

    /**
     * The model of a context, new at its first use.
     *
     * @throws IllegalArgumentException if the context or the alphabet is out of range, or the alphabet has changed
     */
    Tree tree(int context, int n) {
        if (context < 0 || context >= CONTEXTS || n < 1 || n > LARGEST_ALPHABET) {
            throw new IllegalArgumentException("adaptive symbols have contexts 0..65535 and 1..256 symbols, given were"
                    + " context " + context + " and " + n + " symbols");
        }
        if (context >= trees.length) {
            trees = Arrays.copyOf(trees, Math.max(context + 1, Math.min(CONTEXTS, 2 * trees.length)));
        }
        Tree tree = trees[context];
        if (tree == null) {
            tree = new Tree(n);
            trees[context] = tree;
        }
        if (tree.symbols != n) {
            throw new IllegalArgumentException(
                    "context " + context + " has " + tree.symbols + " symbols, asked for were " + n);
        }
        return tree;
    }
}
