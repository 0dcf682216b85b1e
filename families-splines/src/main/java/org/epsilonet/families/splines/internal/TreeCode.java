package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Codes bisection trees of at most \(M\) leaves: one adaptive bit per node in preorder, its context the depth; none
 * where the answer is known (single samples, and when all leaves are spent). There are at most \(\sum_{m \le M}
 * C_{m-1}\) such trees, with Catalan numbers \(C\), hence at most \(2M\) bits are needed; exactly as many where neither
 * depth nor samples run out.
 *
 * @param lattice the lattice
 * @param leaves the largest number of leaves \(M\)
 */
public record TreeCode(Lattice lattice, int leaves) implements PartitionCode {
    private static final int DEEPEST_CONTEXT = 63;

    @Override
    public void write(Cells cells, SymbolSink sink) {
        boolean[] splits = treeOf(cells).splits();
        Preorder preorder = new Preorder();
        for (boolean split : splits) {
            if (preorder.open()) {
                sink.adaptive(preorder.context(), split ? 1 : 0, 2);
            }
            preorder.advance(split);
        }
    }

    @Override
    public Cells read(SymbolSource source) throws CorruptCodeException {
        boolean[] splits = new boolean[64];
        int nodes = 0;
        Preorder preorder = new Preorder();
        do {
            boolean split = preorder.open() && source.adaptive(preorder.context(), 2) == 1;
            if (nodes == splits.length) {
                splits = Arrays.copyOf(splits, 2 * nodes);
            }
            splits[nodes++] = split;
            preorder.advance(split);
        } while (!preorder.finished);
        BisectionTree tree = new BisectionTree(lattice, Arrays.copyOf(splits, nodes));
        return lattice.dimension() == 1 ? new TreePartition(tree) : tree;
    }

    private static BisectionTree treeOf(Cells cells) {
        return cells instanceof TreePartition partition ? partition.tree() : (BisectionTree) cells;
    }

    @Override
    public double log2Count() {
        double steps = 1;
        for (int axis = 0; axis < lattice.dimension(); axis++) {
            steps *= lattice.resolution(axis);
        }
        return Catalan.log2Trees((long) Math.min(leaves, steps));
    }

    /** What writer and reader both know at every node. */
    private final class Preorder {
        private final BisectionTree.Walk walk = new BisectionTree.Walk(lattice);
        private int[] depths = new int[64];
        private int depth;
        private int closed;
        private boolean finished;

        /** Whether the node may be a leaf or not. */
        boolean open() {
            return closed + walk.pending() + 1 < leaves && walk.divisible();
        }

        int context() {
            return Math.min(depth, DEEPEST_CONTEXT);
        }

        void advance(boolean split) {
            int waiting = walk.pending();
            if (split) {
                walk.split();
                depth++;
                if (waiting == depths.length) {
                    depths = Arrays.copyOf(depths, 2 * waiting);
                }
                depths[waiting] = depth;
                return;
            }
            closed++;
            finished = !walk.next();
            if (!finished) {
                depth = depths[waiting - 1];
            }
        }
    }
}
